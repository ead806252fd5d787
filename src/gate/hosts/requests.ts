/** What a script asks for without an element. */
import type { Held } from './held.js';

/** Patches what sends one request. */
export function patchRequests(held: Held): void {
  patchFetch(held);
  patchBeacon(held);
  patchXhr(held);
}

function patchFetch({ patches: { add }, rule, wait }: Held): void {
  add('', 'fetch', (_: unknown, args: [Request | string, RequestInit?], go) => {
    const [input, init] = args;
    const { url = `${input as string}` } = input as Partial<Request>;
    // Where the two are no request, the native call says so.
    const request = rule(url, 'fetch') && new Request(input, init);
    return (
      request &&
      (() =>
        new Promise((resolve, reject) => {
          args.splice(0, 2, request);
          wait(
            request,
            url,
            () => {
              resolve(go());
            },
            reject,
          );
        }))
    );
  });
}

function patchBeacon({ patches: { add }, rule, wait }: Held): void {
  add('Navigator', 'sendBeacon', (_: unknown, args: readonly [unknown], go) => {
    const url = String(args[0]);
    const ruling = rule(url, 'beacon');
    return (
      ruling &&
      (() => {
        // As the platform answers: yes to what it has taken into its queue, no to what it will not send.
        if (ruling.isOpen) {
          wait(args, url, go);
        }
        return ruling.isOpen;
      })
    );
  });
}

/** It is opened at once, and keeps its headers; it is sent later. */
function patchXhr({ patches: { add }, rule, wait, requests }: Held): void {
  const opened = new WeakMap<XMLHttpRequest, readonly unknown[]>();
  add('XMLHttpRequest', 'open', (xhr: XMLHttpRequest, args: readonly unknown[]) => {
    opened.set(xhr, args);
    requests.delete(xhr);
    return undefined;
  });
  add('XMLHttpRequest', 'send', (xhr: XMLHttpRequest, _: unknown, go) => {
    const [, address, isAsync = true] = opened.get(xhr) ?? [];
    const url = String(address);
    return (
      xhr.readyState === 1 &&
      rule(url, 'xhr') &&
      (() => {
        if (!isAsync || requests.has(xhr)) {
          throw new DOMException('', isAsync ? 'InvalidStateError' : 'NetworkError');
        }
        wait(xhr, url, go);
      })
    );
  });
}
