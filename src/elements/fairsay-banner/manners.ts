import type { ReactiveController } from 'lit';
import { SuppressedEvent } from '../../events/suppressed-event.js';
import { saved } from '../../locales/en/saved.js';
import { announce, prepareAnnouncer } from '../../ui/announcer.js';
import type { PageController } from '../../ui/controllers/page-controller.js';
import { closestOf, focused, refocus } from '../../ui/focus.js';
import type { PageStore } from '../../page/types.js';
import { readStore } from '../../platform/shared-store.js';
import type { BannerElement } from './banner-element.js';

const MODAL = 'dialog:modal';
const SHOWN = ':popover-open';
const TOP = 'data-top';
/** How often a banner comes back into one and the same body. */
const RETURNS = 3;

/**
 * What the banner owes the page once it is seen, in a file of its own that is fetched only then: the focus is given back
 * and never covered, a modal dialog of the page comes first, and what was saved is said.
 */
export class Manners implements ReactiveController {
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
  /** The body in which it stood by itself, if it did, and how often it has come back there. */
  #home: HTMLElement | undefined;
  #returns = 0;

  constructor(banner: BannerElement, page: PageController) {
    this.#banner = banner;
    this.#page = page;
    banner.addController(this);
    if (!banner.isConnected) {
      this.#home = document.body;
      this.hostDisconnected();
    }
    setTimeout(() => {
      this.#lookIfHidden();
    }, 500);
  }

  hostConnected(): void {
    const { body } = document;
    this.#returns = this.#home === body ? this.#returns : 0;
    this.#home = this.#banner.parentElement === body ? body : undefined;
    const options = { signal: (this.#ends = new AbortController()).signal };
    prepareAnnouncer();
    document.addEventListener('focusin', this.#handleFocus, options);
    document.addEventListener('fairsay-hide', this.#handleHide, options);
    this.#banner.addEventListener('click', this.#handleClick, options);
    this.#banner.addEventListener('keydown', this.#handleKey, options);
    this.#banner.addEventListener('fairsay-show', this.#showMore, options);
    this.#banner.renderRoot.addEventListener('scroll', this.#showMore, { ...options, capture: true });
    addEventListener('resize', this.#showMore, options);
    this.#showMore();
    this.#handleFocus();
  }

  hostDisconnected(): void {
    this.#ends.abort();
    this.#resized.disconnect();
    // Once the page has done what it is at: a router swaps the body, a framework draws it anew.
    setTimeout(() => {
      this.#comeBack();
    });
  }

  /**
   * Puts the banner back where the page has lost it, as long as a question is open. A page that takes it out of the same
   * body again and again has its way, and nothing is granted.
   */
  #comeBack(): void {
    const banner = this.#banner;
    const { store } = this.#page;
    // Where the page has stopped Fairsay, the store is another or none.
    const asks = store && store === readStore() && store.state.asking.length;
    const isLost = this.#home && asks && !document.querySelector(banner.localName);
    if (isLost && !banner.isConnected && (this.#home !== document.body || this.#returns++ < RETURNS)) {
      document.body.prepend(banner);
    }
  }

  hostUpdated(): void {
    const { store, locale, messages } = this.#page;
    if (this.#decided && locale && !store?.state.asking.length) {
      this.#decided = false;
      announce({ ...saved, ...messages }.saved, locale.lang);
    }
  }

  /**
   * Where the text does not fit, the keyboard can scroll it, which not every browser sees to; and what goes on below the edge
   * fades out there, as not every browser draws a bar.
   */
  readonly #showMore = (): void => {
    const body = this.#banner.renderRoot.querySelector<HTMLElement>('[part="body"]');
    if (body) {
      const { scrollHeight, clientHeight, scrollTop } = body;
      body.tabIndex = scrollHeight > clientHeight ? 0 : -1;
      body.style.maskImage =
        scrollHeight - clientHeight - scrollTop > 1 ? 'linear-gradient(#000 calc(100% - 2.5em), #0000)' : '';
    }
  };

  /** On the machine that a shop is built on, its developer is told how things stand. Nobody else pays for that. */
  #advise(): void {
    const { store } = this.#page;
    if (store && /^(localhost$|127\.|\[)/.test(location.hostname)) {
      const help = store.get('help') as Promise<{ advise?: (settings: PageStore['settings']) => void }>;
      help.then(({ advise }) => advise?.(store.settings)).catch(() => undefined);
    }
  }

  /** Extensions that hide things by name are left alone; the page learns of it, and everything optional stays denied. */
  #lookIfHidden(): void {
    this.#page.store?.get('preferences').catch(() => undefined);
    this.#advise();
    if (this.#banner.matches(SHOWN) && !this.#banner.offsetHeight) {
      document.dispatchEvent(new SuppressedEvent({ what: 'banner', why: 'hidden' }));
    }
  }

  /** Looks for a modal dialog, and draws the banner anew at once: what comes next may focus it. */
  #giveWay(): void {
    const modal = closestOf(focused(), MODAL) ?? document.querySelector(MODAL);
    if (modal && modal !== this.#banner.under) {
      this.#banner.under = modal;
      // It has no size once it is closed or gone. An observer does not keep alive what it watches.
      this.#resized.observe(modal);
    }
    this.#banner.sync();
  }

  readonly #handleFocus = (): void => {
    const element = focused();
    this.#giveWay();
    this.#inside = this.#banner.contains(document.activeElement);
    if (!this.#inside && element !== document.body && !closestOf(element, MODAL)) {
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

  /**
   * An arrow goes to the answer on its side, from anywhere in the banner: by Tab alone one answer would be a press further
   * than the other.
   */
  readonly #handleKey = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const side = ['ArrowLeft', 'ArrowRight'].indexOf(key);
    if (side >= 0 && !(altKey || ctrlKey || metaKey || shiftKey)) {
      const pair = [...this.#banner.querySelectorAll<HTMLElement>('[data-action$="-all"]')];
      pair.sort((one, other) => one.getBoundingClientRect().x - other.getBoundingClientRect().x)[side]?.focus();
      event.preventDefault();
    }
  };

  /** Scrolls what has the focus out from behind the banner, or else moves the banner (WCAG 2.4.11). */
  #uncover(element: HTMLElement | null): void {
    if (element && this.#covers(element)) {
      const { style } = element;
      const { scrollMargin } = style;
      const { top, bottom } = this.#banner.getBoundingClientRect();
      // The least that helps, in whatever it is that scrolls.
      style.scrollMargin = this.#banner.hasAttribute(TOP) ? `${bottom + 8}px 0 0` : `0 0 ${innerHeight - top + 8}px`;
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      style.scrollMargin = scrollMargin;
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
