import type { ReactiveController } from 'lit';
import { SuppressedEvent } from '../../events/suppressed-event.js';
import { announce, prepareAnnouncer } from '../../ui/announcer.js';
import type { PageController } from '../../ui/controllers/page-controller.js';
import { closestOf, focused, refocus } from '../../ui/tree.js';
import type { BannerElement } from './banner-element.js';

const MODAL = 'dialog:modal';
const SHOWN = ':popover-open';
const TOP = 'data-top';

/**
 * What the banner owes the page once it is seen, in a file of its own that is fetched only then: the focus is given back
 * and never covered, a modal dialog of the page comes first, and what was saved is said.
 */
export class BannerManners implements ReactiveController {
  readonly #banner: BannerElement;
  readonly #page: PageController;
  readonly #resized = new ResizeObserver(() => {
    this.#giveWay();
  });
  #ends = new AbortController();
  /** What had the focus before the banner, and whether the banner has it. */
  #before: HTMLElement | null = null;
  #inside = false;
  #decided = false;

  constructor(banner: BannerElement, page: PageController) {
    this.#banner = banner;
    this.#page = page;
    banner.addController(this);
    setTimeout(() => {
      this.#lookIfHidden();
    }, 500);
  }

  hostConnected(): void {
    const options = { signal: (this.#ends = new AbortController()).signal };
    prepareAnnouncer();
    document.addEventListener('focusin', this.#handleFocus, options);
    document.addEventListener('fairsay-hide', this.#handleHide, options);
    this.#banner.addEventListener('click', this.#handleClick, options);
    this.#handleFocus();
  }

  hostDisconnected(): void {
    this.#ends.abort();
    this.#resized.disconnect();
  }

  hostUpdated(): void {
    const { store, locale, messages } = this.#page;
    if (this.#decided && locale && !store?.state.asking.length) {
      this.#decided = false;
      announce(messages.saved, locale.lang);
    }
  }

  /** Extensions that hide things by name are left alone; the page learns of it, and everything optional stays denied. */
  #lookIfHidden(): void {
    if (this.#banner.matches(SHOWN) && !this.#banner.offsetHeight) {
      document.dispatchEvent(new SuppressedEvent({ what: 'banner', why: 'hidden' }));
    }
  }

  #giveWay(): void {
    const modal = closestOf(focused(), MODAL) ?? document.querySelector(MODAL);
    if (modal) {
      this.#banner.under = modal;
      // It has no size once it is closed or gone.
      this.#resized.observe(modal);
    }
    this.#banner.requestUpdate();
  }

  readonly #handleFocus = (): void => {
    const element = focused();
    this.#giveWay();
    this.#inside = this.#banner.contains(document.activeElement);
    if (!this.#inside && element !== document.body) {
      this.#before = element;
      // The browser scrolls to what has the focus after it has told us.
      requestAnimationFrame(() => {
        this.#uncover(element);
      });
    }
  };

  readonly #handleHide = ({ target }: Event): void => {
    this.#giveWay();
    if (!this.#banner.matches(SHOWN) && (this.#inside || target !== this.#banner)) {
      refocus(this.#before);
    }
  };

  readonly #handleClick = ({ target }: Event): void => {
    this.#decided ||= (target as Element).closest('[data-action$="-all"]') !== null;
  };

  /** Scrolls what has the focus out from behind the banner, or else moves the banner (WCAG 2.4.11). */
  #uncover(element: HTMLElement | null): void {
    if (element && this.#covers(element)) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      this.#banner.toggleAttribute(TOP, this.#banner.hasAttribute(TOP) !== this.#covers(element));
    }
  }

  #covers(element: Element): boolean {
    const box = this.#banner.getBoundingClientRect();
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const reaches = this.#banner.hasAttribute(TOP) ? top < box.bottom : bottom > box.top;
    return this.#banner.matches(SHOWN) && reaches && right > box.left && left < box.right;
  }
}
