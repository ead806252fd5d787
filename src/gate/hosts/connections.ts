/** Connections that stay open. A stand-in is connecting until it may connect, and then speaks for the real one. */
import type { Patches } from './patch.js';
import type { Waiting } from './requests.js';
import type { Ruler } from './ruler.js';

type Members = Record<string, unknown>;
type Connection = EventTarget & Members;
type Maker = (new (...args: unknown[]) => Connection) & { readonly CLOSED: number };

/** A stand-in, with what stands behind it. */
interface StandIn {
  readonly stand: EventTarget;
  /** What it says of itself while there is no real one. */
  readonly first: Members;
  /** What the page has set meanwhile. */
  readonly set: Members;
  readonly close: () => void;
  real?: Connection;
}

const { addEventListener } = EventTarget.prototype;

/** Patches `WebSocket` and `EventSource`. */
export function patchConnections({ add }: Patches, ruler: Ruler, waiting: Waiting): void {
  for (const name of ['WebSocket', 'EventSource']) {
    const kind = name.toLowerCase();
    add(globalThis, name, (maker: Maker | undefined, args: readonly unknown[], native: unknown) => {
      const { href } = new URL(String(args[0]), document.baseURI);
      const wait = (go: () => void, fail: () => void): (() => void) => waiting.add(href, kind, go, fail);
      return maker && ruler.rule(href, kind) && (() => standIn(native as Maker, maker, href, args, wait));
    });
  }
}

function standIn(
  native: Maker,
  maker: Maker,
  url: string,
  args: readonly unknown[],
  wait: (go: () => void, fail: () => void) => () => void,
): EventTarget {
  const stand = new EventTarget();
  let callOff: (() => void) | undefined;
  const self: StandIn = {
    stand,
    first: { url, readyState: 0, bufferedAmount: 0, binaryType: 'blob', withCredentials: false },
    set: {},
    close: () => {
      callOff?.();
      self.first['readyState'] = native.CLOSED;
      setTimeout(() => {
        stand.dispatchEvent(new Event('error'));
        stand.dispatchEvent(new CloseEvent('close', { code: 1006 }));
      });
    },
  };
  for (const key of Object.getOwnPropertyNames(native.prototype)) {
    defineMember(self, key, Object.getOwnPropertyDescriptor(native.prototype, key) as PropertyDescriptor);
  }
  const connect = listenIn(self, () => Object.assign(new native(...args), self.set));
  callOff = wait(connect, self.close);
  return Object.setPrototypeOf(stand, maker.prototype) as EventTarget;
}

/** Gives a stand-in one member of the class that it stands for. Constants it has by its prototype. */
function defineMember(self: StandIn, key: string, { get, value }: PropertyDescriptor): void {
  const { stand, first, set } = self;
  const define = (descriptor: PropertyDescriptor): void => {
    Object.defineProperty(stand, key, descriptor);
  };
  if (key.startsWith('on')) {
    let handler: unknown = null;
    addEventListener.call(stand, key.slice(2), (event) => {
      if (typeof handler === 'function') {
        handler.call(stand, event);
      }
    });
    define({
      get: () => handler,
      set: (next: unknown) => {
        handler = next;
      },
    });
  } else if (get) {
    define({
      get: () => (self.real ?? set)[key] ?? first[key] ?? '',
      set: (next: unknown) => {
        (self.real ?? set)[key] = next;
      },
    });
  } else if (typeof value === 'function' && key !== 'constructor') {
    define({ value: (...args: unknown[]) => call(self, key, args) });
  }
}

function call({ real, close }: StandIn, method: string, args: unknown[]): unknown {
  if (real) {
    return (real[method] as (...args: unknown[]) => unknown)(...args);
  }
  if (method !== 'close') {
    throw new DOMException('', 'InvalidStateError');
  }
  close();
  return undefined;
}

/** Passes on the events that somebody may be waiting for. Returns what connects. */
function listenIn(self: StandIn, create: () => Connection): () => void {
  const { stand } = self;
  const types = new Set(['open', 'message', 'error', 'close']);
  const forward = (event: Event): void => {
    stand.dispatchEvent(new (event.constructor as typeof Event)(event.type, event));
  };
  const define = (type: string, ...rest: [EventListener]): void => {
    types.add(type);
    self.real?.addEventListener(type, forward);
    addEventListener.call(stand, type, ...rest);
  };
  Object.defineProperty(stand, 'addEventListener', { value: define });
  return () => {
    self.real = create();
    types.forEach((type) => {
      self.real?.addEventListener(type, forward);
    });
  };
}
