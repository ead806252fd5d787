import { SuppressedEvent } from '../events/suppressed-event.js';
import { warn } from '../platform/warn.js';
import { whenBody } from '../platform/when-body.js';
import { whenIdle } from '../platform/when-idle.js';
import type { Host, Part } from './host.js';
import type { Showable } from './types.js';

/** Shows elements, and gets their code only then. */
export interface Presenter {
  /** Puts the banner on the page, first in its body, where the keyboard meets it first. */
  readonly ask: () => void;
  readonly show: (what: Showable) => void;
  /** Gets the code of elements that stand in the page. */
  readonly scan: (roots: Iterable<Node>) => void;
  readonly prefetch: (what: Showable) => void;
  /** Takes away the elements that it placed. */
  readonly stop: () => void;
}

const PARTS = new Map<string, Part>([
  ['banner', 'ui'],
  ['preferences', 'preferences'],
  ['embed', 'embed'],
  ['link', 'link'],
]);

/**
 * Creates a presenter.
 *
 * @param mustExplain - Whether a link with a text of the shop's own needs our code to say more: that GPC is honoured.
 */
export function createPresenter(host: Host, mustExplain: () => boolean): Presenter {
  const placed = new Map<string, HTMLElement>();
  const define = (what: string): Promise<boolean> => getCode(host, what);

  async function place(what: string, first: boolean): Promise<HTMLElement | undefined> {
    const body = (await define(what)) && (await whenBody());
    if (!body) {
      return undefined;
    }
    const tag = `fairsay-${what}`;
    let element = document.querySelector<HTMLElement>(tag);
    if (!element) {
      element = document.createElement(tag);
      placed.set(what, element);
      body[first ? 'prepend' : 'append'](element);
    }
    return element;
  }

  return {
    ask() {
      void place('banner', true);
    },
    show(what) {
      if (what === 'banner') {
        // A banner that was closed has had its say; a new one starts afresh.
        placed.get(what)?.remove();
      }
      void place(what, what === 'banner').then((element) => {
        (element as { show?: () => void } | undefined)?.show?.();
      });
    },
    scan(roots) {
      for (const root of roots) {
        for (const element of undefinedBelow(root)) {
          const what = element.localName.slice('fairsay-'.length);
          if (what === 'link') {
            whenIdle(() => {
              if (!element.textContent?.trim() || mustExplain()) {
                void define(what);
              }
            });
          } else if (PARTS.has(what)) {
            void define(what);
          }
        }
      }
    },
    prefetch(what) {
      void host.define(PARTS.get(what) as Part).catch(() => undefined);
    },
    stop() {
      placed.forEach((element) => {
        element.remove();
      });
    },
  };
}

/** Gets the code of an element. Where it cannot be had, the page learns it once and everything optional stays denied. */
async function getCode(host: Host, what: string): Promise<boolean> {
  try {
    await host.define(PARTS.get(what) as Part);
    return true;
  } catch (error) {
    warn('NOT-SHOWN', `fairsay-${what}`, 'its code is missing; what is optional stays denied', error);
    document.dispatchEvent(new SuppressedEvent({ what, why: host.missing }));
    return false;
  }
}

function undefinedBelow(root: Node): Element[] {
  const found = root.firstChild ? [...(root as ParentNode).querySelectorAll(':not(:defined)')] : [];
  return root instanceof Element && root.matches(':not(:defined)') ? [root, ...found] : found;
}
