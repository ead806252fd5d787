/** What stays open. A stand-in is connecting until it may connect; the chunk then makes it speak for the real one. */
import type { Held } from './held.js';

/** A class of connections. */
interface Connections {
  readonly prototype: object;
  readonly CLOSED: number;
}

/** Patches `WebSocket` and `EventSource`. */
export function patchConnections({ patches: { add }, rule, wait }: Held): void {
  add('', 'WebSocket EventSource', (maker: NewableFunction | undefined, [address]: [unknown], go, native) => {
    const url = String(address);
    return (
      maker &&
      rule(url, native.name.toLowerCase()) &&
      (() => {
        const { prototype, CLOSED } = native as never as Connections;
        const stand = new EventTarget() as EventTarget & Record<string, unknown>;
        for (const [key, { value = null }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
          stand[key] = value as unknown;
        }
        const close = (): void => {
          stand['readyState'] = CLOSED;
        };
        Object.assign(stand, { url, readyState: 0, close });
        wait(stand, url, go);
        return Object.setPrototypeOf(stand, maker.prototype as object) as object;
      })
    );
  });
}
