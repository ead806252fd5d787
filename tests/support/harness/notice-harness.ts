import '../../../src/elements/fairsay-notice/define.js';
import { fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { NoticeElement } from '../../../src/elements/fairsay-notice/define.js';
import { shareFake, type FakeOptions, type FakeStore } from '../fakes/fake-store.js';

/** A file that the notice handed out. */
export interface Handed {
  readonly name: string;
  readonly text: string;
}

/** The notice, as a shopper meets it. */
export class NoticeHarness {
  readonly element: NoticeElement;
  readonly store: FakeStore;

  constructor(element: NoticeElement, store: FakeStore) {
    this.element = element;
    this.store = store;
  }

  /** A notice on a page whose store is there, with content of the shop's own or with none. */
  static async create(options?: FakeOptions, content?: TemplateResult): Promise<NoticeHarness> {
    const store = shareFake(options);
    const element = await fixture<NoticeElement>(html`<fairsay-notice>${content}</fairsay-notice>`);
    const harness = new NoticeHarness(element, store);
    await harness.read();
    return harness;
  }

  /** Resolves once the notice is drawn, and what comes for its readers is there. */
  async read(): Promise<void> {
    await waitUntil(
      () => this.buttonOf('Download as text') ?? this.element.querySelector('#fairsay-files'),
      'not drawn',
    );
    await this.settled();
  }

  async settled(): Promise<void> {
    await nextFrame();
    await this.element.updateComplete;
    await nextFrame();
  }

  /** The sections, without what leads to them, by their anchors. */
  get anchors(): string[] {
    return this.#all(':scope > section[id]:not([id^="fairsay-"])').map(({ id }) => id);
  }

  section(id: string): HTMLElement {
    return this.element.querySelector<HTMLElement>(`:scope > [id="${id}"]`) ?? fail(id);
  }

  /** What is read in a section. */
  textOf(id: string): string {
    return textIn(this.section(id));
  }

  /** The headings of the sections, in the order in which they are read. */
  get headings(): string[] {
    return this.#all(':scope > section:not([id^="fairsay-"]) h2').map(textIn);
  }

  /** The lines of the first layer, each with where it leads. */
  get summary(): (readonly [to: string, text: string])[] {
    return this.#all('#fairsay-summary li').map((line) => [line.querySelector('a')?.hash ?? '', textIn(line)] as const);
  }

  /** The links of the contents. */
  get contents(): HTMLAnchorElement[] {
    return this.#all('nav a') as HTMLAnchorElement[];
  }

  /** The section that is marked as being read. */
  get current(): string | undefined {
    return this.contents.find((link) => link.getAttribute('aria-current') === 'location')?.hash.slice(1);
  }

  /** What is told of a service, by its names. */
  factsOf(service: string): Record<string, string> {
    const heading = this.#all('h3').find((node) => textIn(node) === service) ?? fail(service);
    const terms = [...(heading.parentElement ?? fail(service)).querySelectorAll('dt')];
    return Object.fromEntries(terms.map((term) => [textIn(term), term.nextElementSibling?.textContent ?? '']));
  }

  /** The rows of the first table in a section, its head first. */
  rowsOf(id: string): string[][] {
    return [...this.section(id).querySelectorAll('tr')].map((row) => [...row.children].map(textIn));
  }

  buttonOf(name: string): HTMLButtonElement | undefined {
    return (this.#all('button') as HTMLButtonElement[]).find((button) => nameOf(button) === name);
  }

  button(name: string): HTMLButtonElement {
    return this.buttonOf(name) ?? fail(name);
  }

  /** Presses what hands out a file, and reads the file. */
  async download(name: string): Promise<Handed> {
    const { click } = HTMLAnchorElement.prototype;
    const pressed: HTMLAnchorElement[] = [];
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      pressed.push(this);
    };
    this.button(name).click();
    HTMLAnchorElement.prototype.click = click;
    const [link = fail('file')] = pressed;
    return { name: link.download, text: await (await fetch(link.href)).text() };
  }

  #all(selector: string): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(selector)];
  }
}

function nameOf(button: HTMLElement): string {
  return button.ariaLabel ?? textIn(button);
}

function textIn(node: Element): string {
  return node.textContent.replace(/\s+/g, ' ').trim();
}

function fail(what: string): never {
  throw new Error(`The notice draws no ${what}.`);
}
