import { html, LitElement, type CSSResult, type TemplateResult } from 'lit';
import type { LocalText } from '../../config/types.js';
import type { NoticeFacts, NoticeWords, Outline, Section, SummaryLine } from '../../core/notice/facts.js';
import { outlineOf } from '../../core/notice/outline.js';
import { notice } from '../../locales/en/notice.js';
import { services } from '../../locales/en/services.js';
import type { PageStore } from '../../page/types.js';
import { categoryText } from '../../ui/category-text.js';
import { PageController } from '../../ui/controllers/page-controller.js';
import { days, fill } from '../../ui/fill.js';
import { PartTexts } from '../../ui/parts/part-texts.js';
import { storageHead, storageRow } from '../../ui/parts/storage-row.js';
import { blockTemplate } from './block-template.js';
import { noticeStyles } from './notice-styles.js';

/**
 * The privacy notice: a first layer in a few lines, then every section, from the same configuration that is enforced.
 *
 * It stands in the page itself, not in a shadow root: anchors, find-in-page, print and search engines meet plain headings,
 * paragraphs and tables. A `<section>` with an `id` that the shop has written inside stays as it is, in place of the built-in
 * one of that name. Without script what is inside is read as it stands. Reading is no consent, and nobody is told of it.
 *
 * @summary The privacy notice, drawn from the configuration that is enforced.
 * @tag fairsay-notice
 * @status experimental
 * @since 0.1.0
 *
 * @cssproperty [--fairsay-color-border] - The lines between the rows of a table.
 */
export class NoticeElement extends LitElement {
  readonly #page = new PageController(this, services);
  readonly #texts = new PartTexts(this, this.#page, 'notice', notice);
  #drawn: TemplateResult = html``;

  /** The notice as data, as it is drawn. Absent until the page's store and the texts of its language are there. */
  outline: Outline | undefined;

  constructor() {
    super();
    // What a server sends is whole by then.
    document.addEventListener('DOMContentLoaded', () => {
      this.requestUpdate();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.adopt(noticeStyles);
  }

  /** Lit draws before a mark of its own: what comes after it is the shop's, or has yet to be read. */
  protected override createRenderRoot(): this {
    this.renderOptions.renderBefore = this.appendChild(document.createComment(''));
    return this;
  }

  /** @internal The texts in the language that is drawn. */
  get words(): NoticeWords {
    return this.#texts.messages;
  }

  /** @internal Puts styles where the element stands, once. */
  adopt(styles: CSSResult): void {
    const root = this.getRootNode() as Document;
    // In the files beside the guard styles are a style sheet already.
    const sheet = styles.styleSheet ?? (styles as unknown as CSSStyleSheet);
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, sheet])];
  }

  #factsOf({ settings, state }: PageStore, lang: string, authored: readonly Section[]): NoticeFacts {
    const page = this.#page;
    const { words } = this;
    const tell = (text?: LocalText): string => page.pick(text) ?? '';
    return {
      settings,
      state,
      words,
      lang,
      authored,
      fill,
      days,
      tell,
      category: (category) => categoryText(page, category),
      storageHead: storageHead(words),
      storageRow: (item) => storageRow(words, lang, tell, item),
      today: new Date().toISOString().slice(0, 10),
    };
  }

  /** Draws a part of the notice, in the language of the texts. */
  #part(id: string, content: unknown): TemplateResult {
    const { lang, dir } = this.#page.locale ?? {};
    return html`<section id=${id} data-generated lang=${lang} dir=${dir}>${content}</section>`;
  }

  /** Draws a section: the shop's own as it stands, with what the shop cannot write after it. */
  #renderSection({ id, title, blocks }: Section, authored: ReadonlyMap<string, HTMLElement>): unknown {
    const choices = id === 'storage' ? choicesTemplate(this.words) : '';
    const node = authored.get(id);
    if (node) {
      const live = blocks.slice(readSection(node).blocks.length);
      return [node, live.length ? this.#part('fairsay-live', [live.map(blockTemplate), choices]) : ''];
    }
    return this.#part(id, [html`<header><h2 .textContent=${title}></h2></header>`, blocks.map(blockTemplate), choices]);
  }

  #renderAll({ notes, summary, sections }: Outline, authored: ReadonlyMap<string, HTMLElement>): TemplateResult {
    const { words } = this;
    return html`
      ${this.#part('fairsay-summary', [
        html`<h2 .textContent=${words.summaryTitle}></h2>`,
        notes.map(blockTemplate),
        choicesTemplate(words),
        html`<ul>
          ${summary.map(lineTemplate)}
        </ul>`,
      ])}
      ${this.#part(
        'fairsay-contents',
        html`<nav aria-label=${words.contentsTitle}>
          <ol>
            ${sections.map(lineTemplate)}
          </ol>
        </nav>`,
      )}
      ${sections.map((section) => this.#renderSection(section, authored))}
    `;
  }

  protected override render(): TemplateResult {
    const { store, locale } = this.#page;
    if (store && locale && this.#texts.ready && document.readyState !== 'loading') {
      const first = !this.outline;
      if (first) {
        // What a server has drawn, or the notice that this one is a copy of.
        this.querySelectorAll(':scope > [data-generated]').forEach((node) => {
          node.remove();
        });
      }
      const nodes = this.querySelectorAll<HTMLElement>(':scope > section[id]:not([data-generated])');
      const authored = new Map([...nodes].map((node) => [node.id, node]));
      try {
        this.outline = outlineOf(this.#factsOf(store, locale.lang, [...nodes].map(readSection)));
        this.#drawn = this.#renderAll(this.outline, authored);
        if (first) {
          import('./reading.js').then(({ Reading }) => new Reading(this)).catch(() => 0);
        }
      } catch (error) {
        console.warn('[fairsay] NOTICE', error);
      }
    }
    return this.#drawn;
  }
}

function choicesTemplate({ changeChoices }: NoticeWords): TemplateResult {
  return html`<p><button type="button" data-fairsay-show="preferences" .textContent=${changeChoices}></button></p>`;
}

/** A line that leads to a section: of the first layer, or of the contents. */
function lineTemplate({ id, title, text = '' }: Partial<SummaryLine>): TemplateResult {
  return html`<li><a href="#${id}" .textContent=${title}></a><span .textContent=${text}></span></li>`;
}

/** What a section of the shop's own says: for the contents, the first layer and the downloads. */
function readSection({ id, children }: HTMLElement): Section {
  const [title = id, ...texts] = [...children].map((child) => child.textContent.replace(/\s+/g, ' ').trim());
  return { id, title, blocks: texts.map((text) => ({ text })) };
}
