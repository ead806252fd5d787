/** What becomes of the requests that wait. */
import type { Held, HeldRequest } from '../held.js';
import { completeStandIn } from './stand-in.js';

/** What can become of a request. */
interface Ways {
  readonly go: () => unknown;
  /** Ends it as a network failure does. */
  readonly end: () => void;
}

/** Creates what sees to every request that waits: it goes, or was refused, or is called off. */
export function createTendRequests(held: Held): () => void {
  const { requests, rule } = held;
  const seen = new WeakMap<object, Ways>();
  return () => {
    for (const [owner, request] of requests) {
      const ways = seen.get(owner) ?? waysOf(held, owner, request);
      seen.set(owner, ways);
      const ruling = rule(request[0], 'request');
      if (!ruling?.isOpen && requests.delete(owner)) {
        attempt(ruling ? ways.end : ways.go);
      }
    }
  };
}

function waysOf({ requests, resolve }: Held, owner: object, [address, go, fail]: HeldRequest): Ways {
  if (owner instanceof XMLHttpRequest) {
    return {
      go,
      end: () => {
        endXhr(owner, 'error');
      },
    };
  }
  if (owner instanceof EventTarget) {
    const { connect, end } = completeStandIn(owner, resolve(address).href, go);
    return { go: connect, end };
  }
  const { signal } = owner as Partial<Request>;
  const callOff = (): void => {
    if (requests.delete(owner)) {
      fail?.(signal?.reason);
    }
  };
  if (signal?.aborted) {
    callOff();
  }
  signal?.addEventListener('abort', callOff);
  return { go, end: () => fail?.(new TypeError('Failed to fetch')) };
}

/** What a page would have heard later it cannot catch here. */
function attempt(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    console.error(error);
  }
}

/** Sees to it that a request which was never sent can be called off, and opened again. */
export function patchXhr({ patches, requests }: Held): void {
  patches.add('XMLHttpRequest', 'open', (xhr: XMLHttpRequest) => {
    Reflect.deleteProperty(xhr, 'readyState');
    return undefined;
  });
  patches.add(
    'XMLHttpRequest',
    'abort',
    (xhr: XMLHttpRequest) =>
      requests.delete(xhr) &&
      (() => {
        endXhr(xhr, 'abort');
      }),
  );
}

/** Ends a request that was never sent. */
function endXhr(xhr: XMLHttpRequest, type: 'abort' | 'error'): void {
  Object.defineProperty(xhr, 'readyState', { value: 4, configurable: true });
  xhr.dispatchEvent(new Event('readystatechange'));
  xhr.dispatchEvent(new ProgressEvent(type));
  xhr.dispatchEvent(new ProgressEvent('loadend'));
}
