import type { ReactiveController, ReactiveElement } from 'lit';
import type { Messages, PartLocale, TextPart } from '../../locales/messages.js';
import type { PageController } from '../controllers/page-controller.js';

/**
 * The texts of one part of the library in the language that the page draws: its English comes with its code, every other
 * language is a file that is fetched when it is drawn. What the shop has replaced comes first.
 */
export class PartTexts<M extends object> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #page: PageController;
  readonly #part: TextPart;
  readonly #english: M;
  #wanted = '';
  #found: { readonly lang: string; readonly messages: Partial<M> } | undefined;

  constructor(host: ReactiveElement, page: PageController, part: TextPart, english: M) {
    this.#host = host;
    this.#page = page;
    this.#part = part;
    this.#english = english;
    host.addController(this);
  }

  /** Whether the texts are there in the language that is drawn, so that none changes before the eyes. */
  get ready(): boolean {
    return this.#found !== undefined && this.#found.lang === this.#page.locale?.lang;
  }

  /** The texts of the part, and those that every element has. */
  get messages(): M & Messages {
    return { ...this.#english, ...this.#found?.messages, ...this.#page.messages };
  }

  hostUpdate(): void {
    const { store, locale } = this.#page;
    if (store && locale && locale.lang !== this.#wanted) {
      this.#wanted = locale.lang;
      void this.#load(locale.lang);
    }
  }

  async #load(lang: string): Promise<void> {
    const part = lang === 'en' ? undefined : this.#page.store?.get(`lang-${lang}-${this.#part}`);
    // Where a file cannot be had, the English that came with the code stands in.
    const found = await part?.catch(() => undefined);
    // By now the page may have another language again.
    if (lang === this.#wanted) {
      const [locale] = Object.values(found ?? {}) as PartLocale<M>[];
      this.#found = { lang, messages: locale?.messages ?? {} };
      this.#host.requestUpdate();
    }
  }
}
