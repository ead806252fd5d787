/** What stays open. A stand-in is connecting until it may connect; the chunk then makes it speak for the real one. */
import type { Held } from './held.js';

/** Patches `WebSocket` and `EventSource`. */
export function patchConnections({ patches: { add }, rule, wait }: Held): void {
  add('', 'WebSocket EventSource', (maker: NewableFunction | undefined, [address]: [unknown], go, key, native) => {
    const url = String(address);
    return (
      maker &&
      rule(url, key.toLowerCase()) &&
      (() => {
        const calls: unknown[] = [];
        const stand = new EventTarget() as EventTarget & Record<string, unknown>;
        const members = Object.getOwnPropertyDescriptors(native.prototype as EventTarget);
        for (const [key, { value = null }] of Object.entries({ ...members, addEventListener: { value: go } })) {
          stand[key] = typeof value === 'function' ? (...args: unknown[]) => calls.push([key, args]) : value;
        }
        Object.assign(stand, { url, calls, readyState: 0 });
        wait(stand, url, go);
        return Object.setPrototypeOf(stand, maker.prototype as object) as object;
      })
    );
  });
}
