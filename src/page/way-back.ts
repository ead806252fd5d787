import type { Host } from './host.js';
import type { Showable } from './types.js';
import { prefetch, show } from './views.js';

/** Makes every element with `data-fairsay-show`, now or later, open what it names. */
export function openOnPress(host: Host): void {
  const hear = (event: Event): void => {
    // The path, not the target: a press inside a shadow root counts too.
    for (const node of event.composedPath()) {
      const what = (node as Partial<HTMLElement>).dataset?.['fairsayShow'] as Showable | undefined;
      if (what && event.type !== 'click') {
        prefetch(host, what);
      } else if (what && !event.defaultPrevented) {
        event.preventDefault();
        show(host, what, true);
      }
    }
  };
  for (const type of ['click', 'pointerover', 'focusin']) {
    document.addEventListener(type, hear);
  }
}
