import '../../../src/elements/fairsay-newsletter/define.js';
import { nextFrame } from '@open-wc/testing';
import type { NewsletterConfig } from '../../../src/config/newsletter.js';
import type { NewsletterState } from '../../../src/core/newsletter/state.js';
import { StateEvent } from '../../../src/events/state-event.js';
import type { NewsletterElement } from '../../../src/elements/fairsay-newsletter/define.js';
import { FakeAdapter } from '../fakes/fake-adapter.js';
import { shareFake, type FakeOptions, type FakeStore } from '../fakes/fake-store.js';
import { NEWSLETTER } from '../shop.js';
import { addToPage, announcement } from './page-harness.js';

/** What a press does. */
export type NewsletterAction = 'save' | 'stop-all' | 'undo' | 'pause' | 'resume' | 'resend' | 'retry';

/** What a test says of a panel. */
export interface NewsletterOptions extends FakeOptions {
  /** What the server holds. */
  readonly state?: Partial<NewsletterState>;
  /** What the shop offers, beside the usual. */
  readonly offer?: NewsletterConfig;
  /** Whether there is an adapter. */
  readonly adapter?: boolean;
}

/** Every question of consent answered: the panel's turn. */
export const ANSWERED = { functional: false, analytics: false, marketing: false };

const SITE = { name: 'BagsOK', contact: { email: 'hello@shop.example' } };

/** The panel, as a shopper meets it. */
export class NewsletterHarness {
  readonly element: NewsletterElement;
  readonly store: FakeStore;
  readonly server: FakeAdapter;

  constructor(element: NewsletterElement, store: FakeStore, server: FakeAdapter) {
    this.element = element;
    this.store = store;
    this.server = server;
  }

  /** A panel on a page whose store is there, with an adapter that has not answered yet. */
  static create({ state, offer, adapter = true, settings, ...options }: NewsletterOptions = {}): NewsletterHarness {
    const newsletter = { ...NEWSLETTER, ...offer };
    const store = shareFake({ answers: ANSWERED, ...options, settings: { site: SITE, newsletter, ...settings } });
    const server = new FakeAdapter(state);
    const element = document.createElement('fairsay-newsletter');
    if (adapter) {
      element.adapter = server;
    }
    addToPage(element);
    return new NewsletterHarness(element, store, server);
  }

  /** The same, once the server has said what holds. */
  static async open(options?: NewsletterOptions): Promise<NewsletterHarness> {
    const harness = NewsletterHarness.create(options);
    await harness.drawn();
    return harness;
  }

  /** Resolves once the choices are drawn, or whatever else has the button to stop everything. */
  async drawn(): Promise<void> {
    await this.until(() => this.find('stop-all') !== null);
  }

  /** Resolves once something holds of what is drawn. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await nextFrame();
    }
    await this.settled();
  }

  async settled(): Promise<void> {
    while (!(await this.element.updateComplete)) {
      // Something changed meanwhile.
    }
  }

  /** Resolves once nothing is on its way. */
  async quiet(): Promise<void> {
    await this.until(() => this.box.getAttribute('aria-busy') === 'false');
  }

  /** Resolves once screen readers are told this, whatever they were told before. */
  async told(text: string | RegExp): Promise<void> {
    await this.until(() => (typeof text === 'string' ? announcement() === text : text.test(announcement())));
  }

  /** Has the server wait with what holds until the test lets it answer. */
  holdBack(): () => void {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    this.server.loading = (state) => held.then(() => state);
    return answer;
  }

  get box(): HTMLElement {
    return this.part('box');
  }

  /** Everything that can be read on the panel. */
  get text(): string {
    return this.#root.querySelector<HTMLElement>('[part="box"]')?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  }

  get message(): string {
    return textOf(this.part('message'));
  }

  part(name: string): HTMLElement {
    return this.#root.querySelector<HTMLElement>(`[part="${name}"]`) ?? fail(name);
  }

  get parts(): string[] {
    return [...this.#root.querySelectorAll('[part]')].map((node) => node.getAttribute('part') ?? '');
  }

  /** The control of a choice, by what it is called. */
  choice(label: string): HTMLInputElement {
    const labels = [...this.#root.querySelectorAll('label')];
    const found = labels.find((node) => textOf(node) === label)?.control;
    return found instanceof HTMLInputElement ? found : fail(label);
  }

  /** What is drawn as chosen, by what it is called. Nothing of it is unseen. */
  get chosen(): string[] {
    return this.choices.filter(({ checked }) => checked).map((input) => textOf(input.labels?.[0] ?? input));
  }

  /** The controls that a shopper sees. */
  get choices(): HTMLInputElement[] {
    return [...this.#root.querySelectorAll('input')].filter((input) =>
      input.checkVisibility({ visibilityProperty: true }),
    );
  }

  /** The groups of choices, by their names. */
  get groups(): string[] {
    return [...this.#root.querySelectorAll('fieldset')].map((node) => textOf(node.querySelector('legend') ?? node));
  }

  async tick(label: string): Promise<void> {
    this.choice(label).click();
    await this.settled();
  }

  find(action: NewsletterAction): HTMLButtonElement | null {
    return this.#root.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
  }

  button(action: NewsletterAction): HTMLButtonElement {
    return this.find(action) ?? fail(action);
  }

  /** All buttons that a shopper sees, by their actions. */
  get actions(): string[] {
    return [...this.#root.querySelectorAll<HTMLElement>('button[data-action]')]
      .filter((button) => button.checkVisibility({ visibilityProperty: true }))
      .map(({ dataset }) => dataset['action'] ?? '');
  }

  async press(action: NewsletterAction): Promise<void> {
    this.button(action).click();
    await this.settled();
  }

  /** The link of the other way out. */
  get mail(): HTMLAnchorElement {
    return this.#root.querySelector('a') ?? fail('mail');
  }

  /** Says how the question for the age stands, as the age gate would. */
  async age(age: string | undefined, settings: object = {}): Promise<void> {
    const { store } = this;
    const previous = store.state;
    Object.assign(store, { state: { ...previous, age }, settings: { ...store.settings, ...settings } });
    const change = { cause: 'choice', state: store.state, previous, changed: [], persisted: true } as const;
    document.dispatchEvent(new StateEvent(change));
    await this.settled();
  }

  get #root(): ShadowRoot {
    return this.element.shadowRoot ?? fail('root');
  }
}

function textOf(node: Element): string {
  return node.textContent.replace(/\s+/g, ' ').trim();
}

function fail(what: string): never {
  throw new Error(`The panel draws no ${what}.`);
}
