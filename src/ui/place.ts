import type { Showable } from '../page/types.js';
import { isFramed } from '../platform/shared-store.js';

/** An element that comes on screen when asked to. */
interface View extends HTMLElement {
  show?: () => void;
}

/**
 * Puts an element on the page, if there is none, and shows it. The banner comes first in the body, where the keyboard
 * meets it first. In a frame of a page that has one it does not ask: the frame hears what is answered there.
 *
 * @param again - Whether a banner that was closed comes back; otherwise it has had its say on this page.
 */
export async function place(what: Showable | 'age-gate', again: boolean): Promise<void> {
  const tag = `fairsay-${what}`;
  if (!again && isFramed()) {
    return;
  }
  // A guard in the head, and this file from the cache, can be here before the page has a body.
  while (!(document.body as HTMLElement | null)) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  const there = document.querySelector<View>(tag);
  const view: View = there ?? document.createElement(tag);
  if (!there) {
    document.body[what === 'banner' ? 'prepend' : 'append'](view);
  }
  if (!view.show) {
    throw new Error(`<${tag}> is another element`);
  }
  if (again || !there) {
    view.show();
  }
}
