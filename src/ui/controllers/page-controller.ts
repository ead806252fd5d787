import type { ReactiveController, ReactiveElement } from 'lit';
import type { LocalText } from '../../config/types.js';
import { firstLayer } from '../../locales/en/first-layer.js';
import { LANGUAGES } from '../languages.js';
import type { Locale, Messages } from '../../locales/messages.js';
import type { PageStore } from '../../page/types.js';
import { readStore } from '../../platform/shared-store.js';

/**
 * Lets an element follow the page: its store, from before that is there, and its language. It holds no copy of the state.
 *
 * The language is the element's own `lang`, else that of the configuration, else the nearest one in the page, else
 * English. It is looked for when the element draws, and again when a `lang` in the page changes.
 */
export class PageController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #english: Partial<Messages> | undefined;
  readonly #observer = new MutationObserver(() => {
    this.#update();
  });
  /** The exact tag, its language, and English: the order in which texts are looked for. */
  #tags: readonly string[] = [];

  /** The page's store; absent until Fairsay has started. */
  store: PageStore | undefined;

  /** The language that is drawn. Absent until its texts are there, so that no text changes before the eyes. */
  locale: (Pick<Locale, 'lang' | 'dir'> & Partial<Locale>) | undefined;

  /** @param english - The English that the element needs beyond that of the first layer. */
  constructor(host: ReactiveElement, english?: Partial<Messages>) {
    this.#host = host;
    this.#english = english;
    host.addController(this);
  }

  /** The texts, with those that the shop has replaced. */
  get messages(): Messages {
    const [exact = '', base = ''] = this.#tags;
    const texts = this.store?.settings.texts;
    return {
      ...firstLayer,
      ...this.#english,
      ...this.locale?.messages,
      ...texts?.[base],
      ...texts?.[exact],
    } as Messages;
  }

  hostConnected(): void {
    for (const root of [document, this.#host.getRootNode()]) {
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    document.addEventListener('fairsay-consent', this.#update);
    this.#update();
  }

  hostDisconnected(): void {
    document.removeEventListener('fairsay-consent', this.#update);
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    const { store } = this;
    const lang =
      this.#host.lang ||
      store?.settings.lang ||
      (this.#host.closest<HTMLElement>('[lang]') ?? document.documentElement).lang ||
      'en';
    if (store && lang !== this.#tags[0]) {
      void this.#load(store, (this.#tags = [lang, lang.split('-')[0] ?? '', 'en']));
    }
  }

  /** Picks the language of a text of the configuration. */
  pick(text: LocalText | undefined): string | undefined {
    const texts = Object(text) as Record<string, string>;
    return texts === text
      ? texts[[...this.#tags, ...Object.keys(texts)].find((tag) => texts[tag]) ?? '']
      : (text as string);
  }

  /** The event is a poke alone, as any script can forge it: what holds is read from the store. */
  readonly #update = (): void => {
    this.store = readStore();
    this.#host.requestUpdate();
  };

  async #load(store: PageStore, tags: readonly string[]): Promise<void> {
    const tag = tags.find((candidate) => LANGUAGES.has(candidate));
    const found = tag ? await store.get(`lang-${tag}`).catch(() => undefined) : undefined;
    // By now the page may have another language again.
    if (tags === this.#tags) {
      this.locale = (Object.values(found ?? {}) as Locale[])[0] ?? { lang: 'en', dir: 'ltr' };
      this.#update();
    }
  }
}
