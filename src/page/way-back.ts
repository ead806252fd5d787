import type { Showable } from './types.js';

/** What a press on a marked element does. */
export interface WayBack {
  readonly show: (what: Showable) => void;
  readonly prefetch: (what: Showable) => void;
}

const ATTRIBUTE = 'data-fairsay-show';

/** Makes every element with `data-fairsay-show`, now or later, open what it names. Returns the function that ends it. */
export function openOnPress({ show, prefetch }: WayBack): () => void {
  const ends = new AbortController();
  const listen = (type: string, action: (what: Showable, event: Event) => void): void => {
    document.addEventListener(
      type,
      (event) => {
        // The path, not the target: a press inside a shadow root counts too.
        const opener = event.composedPath().find((node) => node instanceof Element && node.hasAttribute(ATTRIBUTE));
        if (opener) {
          action((opener as Element).getAttribute(ATTRIBUTE) === 'banner' ? 'banner' : 'preferences', event);
        }
      },
      { signal: ends.signal },
    );
  };
  listen('click', (what, event) => {
    event.preventDefault();
    show(what);
  });
  listen('pointerover', prefetch);
  listen('focusin', prefetch);
  return () => {
    ends.abort();
  };
}
