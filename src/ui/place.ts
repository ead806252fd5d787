import type { Showable } from '../page/types.js';

/** An element that comes on screen when asked to. */
interface View extends HTMLElement {
  show?: () => void;
}

/**
 * Puts an element on the page, if there is none, and shows it. The banner comes first in the body, where the keyboard
 * meets it first.
 *
 * @param again - Whether a banner that was closed comes back; otherwise it has had its say on this page.
 */
export async function place(what: Showable, again: boolean): Promise<void> {
  const tag = `fairsay-${what}`;
  const body = await whenBody();
  let view = document.querySelector<View>(tag);
  if (!view) {
    view = document.createElement(tag);
    body[what === 'banner' ? 'prepend' : 'append'](view);
    again ||= what === 'banner';
  }
  if (!view.show) {
    throw new Error(`<${tag}> is another element`);
  }
  if (again) {
    view.show();
  }
}

/** Resolves once the page has a body: a script in the head runs before there is one. */
function whenBody(): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      // The types promise a body; a page that is still being read has none.
      const body = document.body as HTMLElement | null;
      if (body) {
        resolve(body);
      }
      return !!body;
    };
    if (!look()) {
      new MutationObserver((_, observer) => {
        if (look()) {
          observer.disconnect();
        }
      }).observe(document.documentElement, { childList: true });
    }
  });
}
