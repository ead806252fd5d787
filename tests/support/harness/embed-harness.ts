import '../../../src/elements/fairsay-embed/define.js';
import { nextFrame } from '@open-wc/testing';
import type { EmbedElement } from '../../../src/elements/fairsay-embed/define.js';
import { shareFake, type FakeOptions, type FakeStore } from '../fakes/fake-store.js';
import { addToPage } from './page-harness.js';

/** What a test says of a held frame. */
export interface HeldFrame {
  readonly marked?: string;
  readonly address?: string;
  readonly style?: string;
  readonly width?: string;
  readonly height?: string;
}

/** A placeholder and its frame, as a shopper meets them. */
export class EmbedHarness {
  readonly element: EmbedElement;
  readonly frame: HTMLIFrameElement;
  readonly store: FakeStore;

  constructor(element: EmbedElement, frame: HTMLIFrameElement, store: FakeStore) {
    this.element = element;
    this.frame = frame;
    this.store = store;
  }

  /** A held frame of a page, with its placeholder before it. */
  static async create(held: HeldFrame = {}, options?: FakeOptions): Promise<EmbedHarness> {
    const store = shareFake(options);
    const frame = EmbedHarness.frame(held);
    const element = Object.assign(document.createElement('fairsay-embed'), { frame });
    frame.before(element);
    const harness = new EmbedHarness(element, frame, store);
    await harness.settled();
    return harness;
  }

  /** A held frame in a paragraph of a page, without a placeholder. */
  static frame({ marked = 'video', address = 'https://video.example/1', style, width, height }: HeldFrame = {}) {
    const frame = document.createElement('iframe');
    frame.title = 'Film';
    frame.dataset['fairsay'] = marked;
    frame.dataset['src'] = address;
    frame.style.cssText = style ?? '';
    if (width && height) {
      Object.assign(frame, { width, height });
    }
    const paragraph = addToPage(document.createElement('div'));
    paragraph.append(frame, 'Below');
    return frame;
  }

  async settled(): Promise<void> {
    await nextFrame();
  }

  get text(): string {
    return this.element.renderRoot.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }

  part(name: string): HTMLElement {
    return this.#find(`[part="${name}"]`);
  }

  get parts(): string[] {
    return [...this.element.renderRoot.querySelectorAll('[part]')].map((node) => node.getAttribute('part') ?? '');
  }

  get links(): HTMLAnchorElement[] {
    return [...this.element.renderRoot.querySelectorAll('a')];
  }

  get onceButton(): HTMLButtonElement {
    return this.#find('[data-action="load-once"]');
  }

  get alwaysButton(): HTMLButtonElement | null {
    return this.element.renderRoot.querySelector('[data-action="always-allow"]');
  }

  /** The placeholder's buttons, in order. */
  get buttons(): HTMLButtonElement[] {
    return [...this.element.renderRoot.querySelectorAll('button')];
  }

  #find<T extends HTMLElement>(selector: string): T {
    const found = this.element.renderRoot.querySelector<T>(selector);
    if (!found) {
      throw new Error(`The placeholder draws nothing that matches ${selector}.`);
    }
    return found;
  }
}
