import { SuppressedEvent } from '../events/suppressed-event.js';
import type { Host, Parts } from './host.js';
import type { Showable } from './types.js';

/** What has code of its own, by its tag without `fairsay-`, and the part with that code: the banner's is with what all share. */
interface Coded extends Pick<Parts, 'age' | 'preferences' | 'embed' | 'link' | 'newsletter' | 'notice'> {
  readonly banner: Parts['ui'];
}

function partOf<W extends keyof Coded>({ get }: Host, what: W): Promise<Coded[W]> {
  return get(what === 'banner' ? 'ui' : (what as keyof Parts)) as Promise<Coded[W]>;
}

/** Uses the part with an element. Where it cannot be had, the page learns it and everything optional stays denied. */
export function expect<W extends keyof Coded>(host: Host, what: W, use?: (part: Coded[W]) => unknown): void {
  partOf(host, what)
    .then(use)
    .catch((error: unknown) => {
      host.warn('not-shown', what, error);
      const why = error instanceof TypeError ? 'not-loaded' : 'not-defined';
      document.dispatchEvent(new SuppressedEvent({ what, why }));
    });
}

/** Shows an element; `again` brings back one that was closed. */
export function show(host: Host, what: Showable, again: boolean): void {
  expect(host, what, ({ place }) => {
    // What keeps an answer is fetched while the shopper reads the question.
    prefetch(host, what);
    return place(what, again);
  });
}

/** Gets what a press would need. */
export function prefetch(host: Host, what: Showable): void {
  Promise.all([partOf(host, what), host.get('actions')]).catch(() => undefined);
}
