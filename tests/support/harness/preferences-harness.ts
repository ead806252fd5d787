import '../../../src/elements/fairsay-preferences/define.js';
import { fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import type { PreferencesElement } from '../../../src/elements/fairsay-preferences/define.js';
import { shareFake, type FakeOptions, type FakeStore } from '../fakes/fake-store.js';

/** The preferences, as a shopper meets them. */
export class PreferencesHarness {
  readonly element: PreferencesElement;
  readonly store: FakeStore;

  constructor(element: PreferencesElement, store: FakeStore) {
    this.element = element;
    this.store = store;
  }

  /** The preferences on a page whose store is there; not open. */
  static async create(options?: FakeOptions): Promise<PreferencesHarness> {
    const store = shareFake(options);
    const element = await fixture<PreferencesElement>(html`<fairsay-preferences></fairsay-preferences>`);
    const harness = new PreferencesHarness(element, store);
    store.view = element;
    return harness;
  }

  /** The same, open. */
  static async open(options?: FakeOptions): Promise<PreferencesHarness> {
    const harness = await PreferencesHarness.create(options);
    await harness.show();
    return harness;
  }

  async show(): Promise<void> {
    const shown = oneEvent(this.element, 'fairsay-show');
    this.element.show();
    await shown;
  }

  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }

  get dialog(): HTMLDialogElement {
    return this.#dialog ?? fail('dialog');
  }

  get heading(): HTMLElement {
    return this.part('title');
  }

  part(name: string): HTMLElement {
    return this.element.renderRoot.querySelector<HTMLElement>(`[part="${name}"]`) ?? fail(name);
  }

  get parts(): string[] {
    return [...this.element.renderRoot.querySelectorAll('[part]')].map((node) => node.getAttribute('part') ?? '');
  }

  /** The switch of a category or a service; nothing where it cannot be switched. */
  switchOf(id: string): HTMLInputElement | null {
    return this.element.renderRoot.querySelector(`#switch-${id}`);
  }

  get switches(): HTMLInputElement[] {
    return [...this.element.renderRoot.querySelectorAll<HTMLInputElement>('[role="switch"]')];
  }

  async switch(id: string): Promise<void> {
    (this.switchOf(id) ?? fail(id)).click();
    await this.element.updateComplete;
  }

  /** The categories in order, as they read. */
  get categories(): string[] {
    return this.#all('[part="category"]').map(textOf);
  }

  /** The services that are drawn, as they read. */
  get services(): string[] {
    return this.#all('[part="service"]').map(textOf);
  }

  get tables(): HTMLTableElement[] {
    return this.#all('[part="storage"]') as HTMLTableElement[];
  }

  /** The rows of a table, each as its cells read. */
  rowsOf(table: HTMLTableElement): string[][] {
    return [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf));
  }

  get links(): HTMLAnchorElement[] {
    return this.#all('[part="link"]') as HTMLAnchorElement[];
  }

  get notes(): string[] {
    return this.#all('[part="note"]').map(textOf);
  }

  /** The shopper's own record, each fact by its name. */
  get record(): Record<string, string> {
    const facts = this.#all('[part="record"] dl div').map((fact) => [...fact.children].map(textOf));
    return Object.fromEntries(facts.map(([name = '', fact = '']) => [name, fact]));
  }

  /** Resolves once the record is drawn. */
  async recordShown(): Promise<void> {
    for (let frame = 0; frame < 100 && !this.parts.includes('record'); frame += 1) {
      await nextFrame();
    }
  }

  /** Resolves once what was asked for has come or failed, and been drawn. */
  async settled(): Promise<void> {
    await nextFrame();
    await this.element.updateComplete;
  }

  /** Opens the services of the category that stands in a place. */
  async openServices(place: number): Promise<void> {
    const details = this.#all('[part="category"]')[place]?.querySelector('details') ?? fail('services');
    const toggled = oneEvent(details, 'toggle');
    details.open = true;
    await toggled;
    await this.element.updateComplete;
  }

  button(action: 'accept-all' | 'reject-all' | 'save' | 'close' | 'download'): HTMLButtonElement {
    return this.element.renderRoot.querySelector<HTMLButtonElement>(`[data-action="${action}"]`) ?? fail(action);
  }

  /** Presses a button, and resolves once the dialog has gone. */
  async press(action: 'accept-all' | 'reject-all' | 'save' | 'close'): Promise<void> {
    const gone = this.gone();
    this.button(action).click();
    await gone;
  }

  gone(): Promise<Event> {
    return oneEvent(this.element, 'fairsay-hide');
  }

  get #dialog(): HTMLDialogElement | null {
    return this.element.renderRoot.querySelector('dialog');
  }

  #all(selector: string): Element[] {
    return [...this.element.renderRoot.querySelectorAll(selector)];
  }
}

function textOf(node: Element): string {
  return node.textContent.replace(/\s+/g, ' ').trim();
}

function fail(what: string): never {
  throw new Error(`The preferences draw no ${what}.`);
}
