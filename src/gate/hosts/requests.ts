/** What a script asks for without an element. */
import type { Patches } from './patch.js';
import type { Ruler } from './ruler.js';

/** Requests that wait for an answer. */
export interface Waiting {
  /**
   * Lets a request wait. Exactly one of the two is called: `go` once its address may be asked for, `fail` once it was refused,
   * which may be at once. Returns what calls the request off.
   */
  readonly add: (address: string, kind: string, go: () => void, fail: () => void) => () => void;
  /** Looks again, as something has changed. */
  readonly settle: () => void;
}

/** Creates the list of what waits. */
export function createWaiting(ruler: Ruler): Waiting {
  const entries = new Set<() => void>();
  return {
    add: (address, kind, go, fail) => {
      const look = (): void => {
        const verdict = ruler.rule(address, kind)?.verdict;
        if (verdict !== 'wait') {
          entries.delete(look);
          (verdict ? fail : go)();
        }
      };
      entries.add(look);
      look();
      return () => entries.delete(look);
    },
    settle: () => {
      entries.forEach((look) => {
        look();
      });
    },
  };
}

/** Patches `fetch` and `sendBeacon`. */
export function patchRequests({ add }: Patches, ruler: Ruler, waiting: Waiting): void {
  add(globalThis, 'fetch', (self: unknown, [input, init]: [Request | string, RequestInit | undefined], native) => {
    const address = (input as Partial<Request>).url ?? String(input);
    // Where the two are no request, the native call says so.
    const request = ruler.rule(address, 'fetch') && new Request(input, init);
    return request && (() => hold(request, address, () => Reflect.apply(native, self, [request]), waiting));
  });
  add(Navigator.prototype, 'sendBeacon', (self: unknown, args: readonly unknown[], native) => {
    const address = String(args[0]);
    const verdict = ruler.rule(address, 'beacon')?.verdict;
    const send = (): void => {
      Reflect.apply(native, self, args);
    };
    // As the platform answers: yes to what it has taken into its queue, no to what it will not send.
    return (
      verdict &&
      (() => {
        waiting.add(address, 'beacon', send, () => undefined);
        return verdict === 'wait';
      })
    );
  });
}

function hold(request: Request, address: string, send: () => unknown, waiting: Waiting): unknown {
  const { signal } = request;
  if (signal.aborted) {
    return send();
  }
  return new Promise((resolve, reject) => {
    const callOff = waiting.add(
      address,
      'fetch',
      () => {
        resolve(send());
      },
      () => {
        reject(new TypeError('Failed to fetch'));
      },
    );
    signal.addEventListener('abort', () => {
      callOff();
      reject(signal.reason as Error);
    });
  });
}

/** What a request was opened with, and what calls it off while it waits. */
interface Opened {
  readonly address: string;
  readonly isSync: boolean;
  callOff?: () => void;
}

/** Patches `XMLHttpRequest`: it is opened at once and keeps its headers, and is sent later. */
export function patchXhr({ add }: Patches, ruler: Ruler, waiting: Waiting): void {
  const requests = new WeakMap<XMLHttpRequest, Opened>();
  const { prototype } = XMLHttpRequest;
  add(prototype, 'open', (xhr: XMLHttpRequest, args: readonly unknown[]) => {
    const address = new URL(String(args[1]), document.baseURI).href;
    requests.get(xhr)?.callOff?.();
    Reflect.deleteProperty(xhr, 'readyState');
    requests.set(xhr, { address, isSync: args.length > 2 && !args[2] });
    return undefined;
  });
  add(prototype, 'send', (xhr: XMLHttpRequest, args: readonly unknown[], native) => {
    const request = requests.get(xhr);
    if (!request || xhr.readyState !== 1 || !ruler.rule(request.address, 'xhr')) {
      return undefined;
    }
    if (request.isSync || request.callOff) {
      return () => {
        throw new DOMException('', request.isSync ? 'NetworkError' : 'InvalidStateError');
      };
    }
    return () => {
      request.callOff = waiting.add(
        request.address,
        'xhr',
        () => Reflect.apply(native, xhr, args),
        () => setTimeout(end, 0, xhr, 'error'),
      );
    };
  });
  add(prototype, 'abort', (xhr: XMLHttpRequest) => {
    const callOff = xhr.readyState === 1 && requests.get(xhr)?.callOff;
    return (
      callOff &&
      (() => {
        callOff();
        end(xhr, 'abort');
      })
    );
  });
}

/** Ends a request that was never sent as one that could not be. */
function end(xhr: XMLHttpRequest, type: 'abort' | 'error'): void {
  Object.defineProperty(xhr, 'readyState', { value: 4, configurable: true });
  for (const each of ['readystatechange', type, 'loadend']) {
    xhr.dispatchEvent(new ProgressEvent(each));
  }
}
