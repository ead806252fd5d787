import '../../../src/elements/fairsay-banner/define.js';
import { fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import type { BannerElement } from '../../../src/elements/fairsay-banner/define.js';
import { shareFake, type FakeOptions, type FakeStore } from '../fakes/fake-store.js';

/** The three actions of the first layer. */
export type BannerAction = 'accept-all' | 'reject-all' | 'open-preferences';

/** The banner, as a shopper meets it. */
export class BannerHarness {
  readonly element: BannerElement;
  readonly store: FakeStore;

  constructor(element: BannerElement, store: FakeStore) {
    this.element = element;
    this.store = store;
  }

  /** A banner on a page whose store is there. It resolves once the banner has drawn itself and knows its manners. */
  static async create(options?: FakeOptions): Promise<BannerHarness> {
    const store = shareFake(options);
    const harness = new BannerHarness(await fixture<BannerElement>(html`<fairsay-banner></fairsay-banner>`), store);
    await harness.settled();
    return harness;
  }

  /** Resolves once everything that was set off has been drawn. */
  async settled(): Promise<void> {
    // The same module that the element fetches: it is there after the element's own wait for it.
    await import('../../../src/elements/fairsay-banner/manners.js');
    await nextFrame();
  }

  get shown(): boolean {
    return this.element.matches(':popover-open') && this.element.getClientRects().length > 0;
  }

  get box(): DOMRect {
    return this.element.getBoundingClientRect();
  }

  /** The region that assistive technology meets. */
  get region(): HTMLElement {
    return this.#find('[part="box"]');
  }

  get title(): string {
    return this.#textOf('title');
  }

  get text(): string {
    return this.#textOf('text');
  }

  /** Each purpose that is asked about, as it reads. */
  get purposes(): string[] {
    return [...this.#find('[part="purposes"]').children].map((item) => item.textContent.replace(/\s+/g, ' ').trim());
  }

  get link(): HTMLAnchorElement | null {
    return this.element.renderRoot.querySelector('[part="link"]');
  }

  /** The button that closes without a choice. */
  get closeButton(): HTMLButtonElement {
    return this.#find('[data-action="close"]');
  }

  button(action: BannerAction): HTMLButtonElement {
    const found = this.element.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
    if (!found) {
      throw new Error(`The banner has no button for ${action}.`);
    }
    return found;
  }

  /** Every button that stands in the page for tools to find. */
  get buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')];
  }

  /** A part, by its name. */
  part(name: string): HTMLElement {
    return this.#find(`[part="${name}"]`);
  }

  /** The names of all parts that are drawn. */
  get parts(): string[] {
    return [...this.element.renderRoot.querySelectorAll('[part]')].map((node) => node.getAttribute('part') ?? '');
  }

  async accept(): Promise<void> {
    this.button('accept-all').click();
    await this.settled();
  }

  async reject(): Promise<void> {
    this.button('reject-all').click();
    await this.settled();
  }

  async close(): Promise<void> {
    this.closeButton.click();
    await this.settled();
  }

  /** Resolves once the banner has come or gone. */
  next(what: 'show' | 'hide'): Promise<Event> {
    return oneEvent(this.element, `fairsay-${what}`);
  }

  #find<T extends HTMLElement>(selector: string): T {
    const found = this.element.renderRoot.querySelector<T>(selector);
    if (!found) {
      throw new Error(`The banner draws nothing that matches ${selector}.`);
    }
    return found;
  }

  #textOf(part: string): string {
    return this.part(part).textContent.trim();
  }
}
