import '../../../src/elements/fairsay-link/define.js';
import { fixture, html, nextFrame } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { LinkElement } from '../../../src/elements/fairsay-link/define.js';
import { shareFake, type FakeOptions, type FakeStore } from '../fakes/fake-store.js';

/** The way back, as a shopper meets it. */
export class LinkHarness {
  readonly element: LinkElement;
  readonly store: FakeStore;

  constructor(element: LinkElement, store: FakeStore) {
    this.element = element;
    this.store = store;
  }

  /** A link on a page whose store is there, with content of the shop's own or with none. */
  static async create(options?: FakeOptions, content?: TemplateResult): Promise<LinkHarness> {
    const store = shareFake(options);
    const element = await fixture<LinkElement>(html`<fairsay-link>${content}</fairsay-link>`);
    const harness = new LinkHarness(element, store);
    await harness.settled();
    return harness;
  }

  async settled(): Promise<void> {
    await nextFrame();
  }

  /** The built-in button. */
  get control(): HTMLButtonElement {
    const found = this.element.renderRoot.querySelector<HTMLButtonElement>('[part="control"]');
    if (!found) {
      throw new Error('The link draws no button.');
    }
    return found;
  }

  /** The shop's own link or button. */
  get own(): HTMLElement | null {
    return this.element.querySelector('a, button');
  }

  get signal(): HTMLElement | null {
    return this.element.renderRoot.querySelector('[part="signal"]');
  }

  get parts(): string[] {
    return [...this.element.renderRoot.querySelectorAll('[part]')].map((node) => node.getAttribute('part') ?? '');
  }
}
