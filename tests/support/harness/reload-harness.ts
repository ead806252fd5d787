import '../../../src/elements/fairsay-reload/define.js';
import { expect, waitUntil } from '@open-wc/testing';
import type { ReloadElement } from '../../../src/elements/fairsay-reload/define.js';
import { shareFake, type FakeOptions, type FakeStore } from '../fakes/fake-store.js';
import { addToPage, painted } from './page-harness.js';

/** The offer to load the page again, as a shopper meets it. */
export class ReloadHarness {
  readonly element: ReloadElement;
  readonly store: FakeStore;

  constructor(element: ReloadElement, store: FakeStore) {
    this.element = element;
    this.store = store;
  }

  /** The card on a page whose store is there, once it is on screen. */
  static async create(options?: FakeOptions): Promise<ReloadHarness> {
    const store = shareFake(options);
    const harness = new ReloadHarness(addToPage(document.createElement('fairsay-reload')), store);
    await waitUntil(() => harness.shown);
    await painted();
    return harness;
  }

  get shown(): boolean {
    return this.element.isConnected && this.element.matches(':popover-open');
  }

  get box(): HTMLElement {
    return this.#find('[part="box"]');
  }

  button(action: 'reload' | 'close'): HTMLButtonElement {
    return this.#find(`[data-action="${action}"]`) as HTMLButtonElement;
  }

  get parts(): string[] {
    return [...this.element.renderRoot.querySelectorAll('[part]')].map((node) => node.getAttribute('part') ?? '');
  }

  #find(selector: string): HTMLElement {
    const found = this.element.renderRoot.querySelector<HTMLElement>(selector);
    void expect(found, selector).to.not.equal(null);
    return found as HTMLElement;
  }
}
