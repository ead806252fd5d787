import '../../../src/elements/fairsay-age-gate/define.js';
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { AgeConfig } from '../../../src/config/age.js';
import type { AgeGateElement } from '../../../src/elements/fairsay-age-gate/define.js';
import type { AgeDetail } from '../../../src/events/age-event.js';
import { shareFake, type FakeOptions, type FakeStore } from '../fakes/fake-store.js';

type Action = 'adult' | 'accompanied' | 'alone' | 'confirm' | 'back' | 'close';

type Field = 'year' | 'month' | 'day';

/** The question for an age, as a shopper meets it. */
export class AgeHarness {
  static #last: AgeHarness | undefined;
  readonly element: AgeGateElement;
  readonly store: FakeStore;
  /** What the page was told, in order. */
  readonly told: AgeDetail[] = [];

  constructor(element: AgeGateElement, store: FakeStore) {
    this.element = element;
    this.store = store;
    document.addEventListener('fairsay-age', this.#hear);
  }

  /** The question on a page that waits for an answer; not open. */
  static async create(age: AgeConfig = {}, options: FakeOptions = {}): Promise<AgeHarness> {
    AgeHarness.#last?.end();
    const settings = { age: { minimum: 18, ...age }, ...options.settings };
    const store = shareFake({ age: 'asking', minimumAge: 18, ...options, settings });
    const element = await fixture<AgeGateElement>(html`<fairsay-age-gate></fairsay-age-gate>`);
    const harness = new AgeHarness(element, store);
    store.view = element;
    return (AgeHarness.#last = harness);
  }

  /** The same, open. */
  static async open(age?: AgeConfig, options?: FakeOptions): Promise<AgeHarness> {
    const harness = await AgeHarness.create(age, options);
    await harness.show();
    return harness;
  }

  async show(): Promise<void> {
    const shown = oneEvent(this.element, 'fairsay-show');
    this.element.show();
    await shown;
    // What keeps it above other dialogs comes once it is on screen.
    await import('../../../src/elements/fairsay-age-gate/on-top.js');
    await this.settle();
  }

  /** Draws what has changed, and lets what waits for that happen. */
  async settle(): Promise<void> {
    await this.element.updateComplete;
    await this.element.updateComplete;
  }

  get isOpen(): boolean {
    return this.element.renderRoot.querySelector('dialog')?.matches(':modal') ?? false;
  }

  get dialog(): HTMLDialogElement {
    return this.element.renderRoot.querySelector('dialog') ?? fail('dialog');
  }

  get heading(): HTMLElement {
    return this.part('title');
  }

  part(name: string): HTMLElement {
    return this.element.renderRoot.querySelector<HTMLElement>(`[part="${name}"]`) ?? fail(name);
  }

  get parts(): string[] {
    return this.#all('[part]').map((node) => node.getAttribute('part') ?? '');
  }

  /** What the view says, as it reads. */
  get text(): string {
    return textOf(this.dialog);
  }

  /** The buttons in their order, by their action. */
  get actions(): string[] {
    return this.buttons.map(({ dataset }) => dataset['action'] ?? '');
  }

  get buttons(): HTMLButtonElement[] {
    return this.#all('button') as HTMLButtonElement[];
  }

  get links(): HTMLAnchorElement[] {
    return this.#all('a') as HTMLAnchorElement[];
  }

  /** The fields that are asked for, by what they are for. */
  get fields(): string[] {
    // The property is empty in Firefox, for words that it does not fill in.
    return this.#all('input').map((input) => input.getAttribute('autocomplete') ?? '');
  }

  field(name: Field): HTMLInputElement {
    return this.element.renderRoot.querySelector<HTMLInputElement>(`[autocomplete="bday-${name}"]`) ?? fail(name);
  }

  /** What a screen reader reads after the name of a field. */
  describes(name: Field): string {
    const ids = this.field(name).getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => textOf(this.element.renderRoot.querySelector(`#${id}`) ?? fail(id))).join(' ');
  }

  button(action: Action): HTMLButtonElement {
    return this.element.renderRoot.querySelector<HTMLButtonElement>(`[data-action="${action}"]`) ?? fail(action);
  }

  async press(action: Action): Promise<void> {
    this.button(action).click();
    await this.settle();
  }

  /** Types a birth date, as far as it is asked for, and goes on. */
  async enter(year: string, month?: string, day?: string): Promise<void> {
    for (const [name, value] of Object.entries({ year, month, day })) {
      if (value !== undefined) {
        this.field(name as Field).value = value;
      }
    }
    await this.press('confirm');
  }

  /** Takes it off the page, where nothing waits any more: it would come back. */
  end(): void {
    this.store.setAge(undefined, 0);
    this.element.remove();
    document.removeEventListener('fairsay-age', this.#hear);
  }

  readonly #hear = ({ detail }: { readonly detail: AgeDetail }): void => {
    this.told.push(detail);
  };

  #all(selector: string): HTMLElement[] {
    return [...this.element.renderRoot.querySelectorAll<HTMLElement>(selector)];
  }
}

function textOf(node: Element): string {
  return node.textContent.replace(/\s+/g, ' ').trim();
}

function fail(what: string): never {
  throw new Error(`The question for an age draws no ${what}.`);
}
