/** A stand-in for a connection: it is like one that is connecting, and speaks for the real one once there is one. */

/** What can be done with a stand-in. */
export interface StandIn {
  /** Makes the real connection, unless the page has closed it. */
  readonly connect: () => void;
  /** Ends it as a connection that could not be made. */
  readonly end: () => void;
}

type Members = Record<string, unknown>;
type Connection = EventTarget & Members;

/** What is behind a stand-in. */
interface Behind {
  readonly stand: Connection;
  /** What it says of itself while there is no real one. */
  readonly own: Members;
  readonly close: (isOver?: boolean) => void;
  real?: Connection;
}

/** What a connection says of itself before it is one. */
const FIRST: Members = { bufferedAmount: 0, binaryType: 'blob', protocol: '', extensions: '', withCredentials: false };

const { addEventListener } = EventTarget.prototype;

/**
 * Completes a stand-in, which so far had plain members, and methods that only wrote down how they were called.
 *
 * @param create - Makes the real one.
 */
export function completeStandIn(target: object, url: string, create: () => unknown): StandIn {
  const stand = target as Connection;
  const own: Members = { ...FIRST };
  const calls = stand['calls'] as [method: string, args: unknown[]][];
  Reflect.deleteProperty(stand, 'calls');
  const behind: Behind = { stand, own, close: closer(stand, own) };
  for (const key of Object.keys(stand)) {
    completeMember(behind, key);
  }
  own['url'] = url;
  const forward = passOn(behind);
  for (const [method, args] of calls) {
    try {
      (stand[method] as (...args: unknown[]) => unknown)(...args);
    } catch {
      // What was sent too early would have been refused there and then.
    }
  }
  return {
    end: () => {
      behind.close(true);
    },
    connect: () => {
      if (own['readyState'] === 0) {
        behind.real = create() as Connection;
        forward(behind.real);
        if (own['binaryType'] !== FIRST['binaryType']) {
          behind.real['binaryType'] = own['binaryType'];
        }
      }
    },
  };
}

/** Makes what closes a stand-in. One of an `EventSource` that its page has closed says nothing of it. */
function closer(stand: Connection, own: Members): Behind['close'] {
  return (hasFailed = 'onclose' in stand) => {
    own['readyState'] = stand['CLOSED'];
    if (hasFailed) {
      setTimeout(() => {
        stand.dispatchEvent(new Event('error'));
        stand.dispatchEvent(new CloseEvent('close', { code: 1006 }));
      });
    }
  };
}

/** Makes one plain member what it is on a real connection. Constants are left to the class. */
function completeMember(behind: Behind, key: string): void {
  const { stand, own } = behind;
  const now = stand[key];
  Reflect.deleteProperty(stand, key);
  const { get, value } = inherited(stand, key);
  if (get && key.startsWith('on')) {
    own[key] = now;
    addEventListener.call(stand, key.slice(2), (event) => {
      const handler = own[key];
      if (typeof handler === 'function') {
        handler.call(stand, event);
      }
    });
    define(behind, key, () => own);
  } else if (get) {
    own[key] = now ?? own[key];
    define(behind, key, () => behind.real ?? own);
  } else if (typeof value === 'function' && key !== 'constructor') {
    Object.defineProperty(stand, key, { configurable: true, value: (...args: unknown[]) => call(behind, key, args) });
  } else if (value === undefined) {
    // What the page has put there is its own.
    stand[key] = now;
  }
}

function define({ stand }: Behind, key: string, owner: () => Members): void {
  Object.defineProperty(stand, key, {
    configurable: true,
    get: () => owner()[key],
    set: (next: unknown) => {
      owner()[key] = next;
    },
  });
}

/** A member as the class has it. */
function inherited(target: object, key: string): { readonly get?: unknown; readonly value?: unknown } {
  for (let each: unknown = target; each; each = Object.getPrototypeOf(each)) {
    const descriptor = Object.getOwnPropertyDescriptor(each, key);
    if (descriptor) {
      return descriptor;
    }
  }
  return {};
}

function call({ real, close }: Behind, method: string, args: unknown[]): unknown {
  if (real) {
    return (real[method] as (...args: unknown[]) => unknown)(...args);
  }
  if (method !== 'close') {
    throw new DOMException('The connection is not open yet.', 'InvalidStateError');
  }
  close();
  return undefined;
}

/** Passes on the events that somebody may be waiting for. Returns what begins with it. */
function passOn(behind: Behind): (real: Connection) => void {
  const { stand } = behind;
  const types = new Set(['open', 'message', 'error', 'close']);
  const forward = (event: Event): void => {
    stand.dispatchEvent(new (event.constructor as typeof Event)(event.type, event));
  };
  Object.defineProperty(stand, 'addEventListener', {
    configurable: true,
    value: (type: string, ...rest: [EventListener]) => {
      types.add(type);
      behind.real?.addEventListener(type, forward);
      addEventListener.call(stand, type, ...rest);
    },
  });
  return (real) => {
    types.forEach((type) => {
      real.addEventListener(type, forward);
    });
  };
}
