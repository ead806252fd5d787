import { SuppressedEvent } from '../events/suppressed-event.js';
import type { Host } from './host.js';
import type { Showable } from './types.js';

/** Uses a part of the page. Where it cannot be had, the page learns it and everything optional stays denied. */
export function expect<T>(host: Host, what: string, part: Promise<T>, use?: (part: T) => unknown): void {
  part.then(use).catch((error: unknown) => {
    host.warn('not-shown', `fairsay-${what}`, error);
    const why = error instanceof TypeError ? 'not-loaded' : 'not-defined';
    document.dispatchEvent(new SuppressedEvent({ what, why }));
  });
}

/** Shows an element; `again` brings back one that was closed. */
export function show(host: Host, what: Showable, again: boolean): void {
  expect(host, what, host.get(partOf(what)), ({ place }) => {
    // What keeps an answer is fetched while the shopper reads the question.
    prefetch(host, what);
    return place(what, again);
  });
}

/** Gets what a press would need. */
export function prefetch({ get }: Host, what: Showable): void {
  Promise.all([get(partOf(what)), get('actions')]).catch(() => undefined);
}

/** The banner's code is with what all elements share. */
function partOf(what: Showable): 'ui' | 'preferences' {
  return what === 'banner' ? 'ui' : what;
}
