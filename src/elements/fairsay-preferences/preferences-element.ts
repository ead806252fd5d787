import { html, LitElement, type TemplateResult } from 'lit';
import type { Category } from '../../config/settings.js';
import type { ServiceConfig } from '../../config/types.js';
import type { Source } from '../../core/state.js';
import { HideEvent } from '../../events/hide-event.js';
import { ShowEvent } from '../../events/show-event.js';
import { preferences } from '../../locales/en/preferences.js';
import { saved } from '../../locales/en/saved.js';
import type { PageStore } from '../../page/types.js';
import { services } from '../../locales/en/services.js';
import { announce, prepareAnnouncer } from '../../ui/announcer.js';
import { boxStyles } from '../../ui/box-styles.js';
import { categoryText } from '../../ui/category-text.js';
import { PageController } from '../../ui/controllers/page-controller.js';
import { fill } from '../../ui/fill.js';
import { focused, refocus } from '../../ui/focus.js';
import { Draft } from './draft.js';
import { preferencesStyles } from './preferences-styles.js';
import { loadRecordParts, recordOf, recordTemplate, type RecordParts } from './record-template.js';
import { serviceTemplate } from './service-template.js';

/**
 * Every choice in detail: each category and each service with a switch of its own, who gets what, and each cookie.
 *
 * A native modal dialog. Opening and closing write nothing; only the three buttons at its foot do, and accepting and
 * refusing all look alike there too. A service without a switch of its own follows its category. Whoever has decided before
 * finds the record of it at the end, and can take it along as a file.
 *
 * @summary The privacy choices in detail, by purpose and by service.
 * @tag fairsay-preferences
 * @status experimental
 * @since 0.1.0
 *
 * @csspart box - The dialog.
 * @csspart title - The heading.
 * @csspart close - The button that closes without saving.
 * @csspart text - The introduction.
 * @csspart category - One category.
 * @csspart note - A remark about a category: always on, exempt, or switched off by Global Privacy Control.
 * @csspart services - The list of the services of a category, with the control that opens it.
 * @csspart service - One service.
 * @csspart link - The link to a provider's privacy notice.
 * @csspart storage - The table of what a service stores.
 * @csspart record - What is on record about the shopper's own choices.
 *
 * @cssproperty [--fairsay-color-surface=Canvas] - The background.
 * @cssproperty [--fairsay-color-text=CanvasText] - The text.
 * @cssproperty [--fairsay-color-muted] - The secondary text. By default the text's colour, thinner.
 * @cssproperty [--fairsay-color-accent=CanvasText] - The buttons and the switches that are on.
 * @cssproperty [--fairsay-color-on-accent=Canvas] - The text of the buttons.
 * @cssproperty [--fairsay-color-border] - The edges.
 * @cssproperty [--fairsay-color-focus] - The ring around what has the focus.
 * @cssproperty [--fairsay-radius=1em] - The corners of the dialog.
 * @cssproperty [--fairsay-font=inherit] - The font family.
 * @cssproperty [--fairsay-space-l=1.4em] - The space inside the edges.
 *
 * @fires {ShowEvent} fairsay-show - After the dialog has opened.
 * @fires {HideEvent} fairsay-hide - After the dialog has closed.
 */
export class PreferencesElement extends LitElement {
  static override styles = [boxStyles, preferencesStyles];

  readonly #page = new PageController(this, { ...preferences, ...services });
  /** The categories whose services are drawn: only those that were opened, as a shop can have hundreds. */
  readonly #opened = new Set<string>();
  #draft: Draft | undefined;
  /** Whether the dialog is to open when it is drawn: an update between its closing and its event must not do so. */
  #opening = false;
  #opener: HTMLElement | null = null;
  /** What describes the shopper's own record, once it is there. */
  #record: RecordParts = {};

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#draft = undefined;
  }

  protected override updated(): void {
    const dialog = this.#dialog;
    if (dialog && this.#opening && this.isConnected) {
      this.#opening = false;
      dialog.showModal();
      // The heading rather than a control: a screen reader begins at the beginning (no key press is given away).
      refocus(this.renderRoot.querySelector('h2'));
      this.dispatchEvent(new ShowEvent({ what: 'preferences' }));
    }
  }

  /** Opens the dialog with what holds now, once its texts are there. Without the page's store there is nothing to show. */
  show(): void {
    const { store } = this.#page;
    if (store && !this.#draft) {
      this.#opener = focused();
      this.#draft = new Draft(store);
      this.#opening = true;
      this.requestUpdate();
      void this.#loadRecord(store);
    }
  }

  async #loadRecord(store: PageStore): Promise<void> {
    this.#record = await loadRecordParts(store);
    this.requestUpdate();
  }

  /** Closes the dialog, and writes nothing. */
  hide(): void {
    this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #handleClose(): void {
    this.#draft = undefined;
    this.#opened.clear();
    this.requestUpdate();
    // First the event: what stood back for this dialog comes back, and may hold what opened it.
    this.dispatchEvent(new HideEvent({ what: 'preferences' }));
    refocus(this.#opener);
  }

  #handleClick({ target, isTrusted }: Event): void {
    const action = (target as Element).closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (action === 'download') {
      recordOf(this.#page, this.#record)?.save();
    } else if (action && this.#draft && this.#dialog?.open) {
      this.#act(action, isTrusted ? 'button' : 'script', this.#draft);
      this.hide();
    }
  }

  #act(action: string, source: Source, { choice }: Draft): void {
    const { store, messages, locale } = this.#page;
    const shown = this.#text;
    if (action === 'accept-all') {
      store?.acceptAll(source, shown);
    } else if (action === 'reject-all') {
      store?.rejectAll(source, shown);
    } else if (action === 'save') {
      store?.save(choice, source, shown);
    }
    if (locale && action !== 'close') {
      announce({ ...saved, ...messages }.saved, locale.lang);
    }
  }

  /**
   * What the shopper reads before a choice; the record of the one before is no part of it. The services that were opened
   * are, wherever they are scrolled to: a browser leaves out of `innerText` what it has not laid out.
   */
  get #text(): string {
    const parts = this.renderRoot.querySelectorAll<HTMLElement>('header,.body>p,[part=category]>*,footer');
    return [...parts].map((part) => (part.localName === 'details' ? part.textContent : part.innerText)).join('\n');
  }

  #handleToggle(id: string, details: EventTarget | null): void {
    if ((details as HTMLDetailsElement).open && !this.#opened.has(id)) {
      this.#opened.add(id);
      this.requestUpdate();
    }
  }

  /** Draws a switch; its label and its description are found by its id. */
  #switchTemplate(id: string, on: boolean, set: (on: boolean) => void): TemplateResult {
    const handleChange = ({ target }: Event): void => {
      set((target as HTMLInputElement).checked);
      this.requestUpdate();
    };
    return html`<input
      type="checkbox"
      role="switch"
      id="switch-${id}"
      aria-describedby="about-${id}"
      ?disabled=${!!this.#page.store?.state.minor}
      .checked=${on}
      @change=${handleChange}
    />`;
  }

  /** What the law or the browser has to do with a category. */
  #noteOn({ id, basis }: Category): string {
    const { messages, store } = this.#page;
    if (basis === 'exempt') {
      return messages.exemptNote;
    }
    return store?.state.categories[id]?.why === 'gpc' ? messages.gpcNote : '';
  }

  #renderCategory(category: Category, draft: Draft): TemplateResult {
    const { id, basis } = category;
    const { messages } = this.#page;
    const { label, purpose } = categoryText(this.#page, category);
    const fixed = basis === 'necessary';
    const note = this.#noteOn(category);
    return html`
      <article part="category">
        <div class="row">
          <h3>${fixed ? label : html`<label for="switch-${id}">${label}</label>`}</h3>
          ${
            fixed
              ? html`<span part="note">${messages.alwaysOn}</span>`
              : this.#switchTemplate(id, draft.category(id), (on) => draft.switchCategory(id, on))
          }
        </div>
        <p id="about-${id}">${purpose}</p>
        ${note && html`<p part="note">${note}</p>`} ${this.#renderServices(id, fixed, draft)}
      </article>
    `;
  }

  #renderServices(category: string, fixed: boolean, draft: Draft): TemplateResult {
    const { messages, store } = this.#page;
    const services = store?.settings.services.filter((service) => service.category === category) ?? [];
    if (!services.length) {
      return html`<p part="note">${messages.noServices}</p>`;
    }
    return html`
      <details part="services" @toggle=${({ target }: Event) => this.#handleToggle(category, target)}>
        <summary>${fill(messages.services, { count: services.length })}</summary>
        ${this.#opened.has(category) ? this.#renderList(services, fixed, draft) : ''}
      </details>
    `;
  }

  #renderList(services: readonly ServiceConfig[], fixed: boolean, draft: Draft): TemplateResult {
    const { messages, locale } = this.#page;
    const view = { page: this.#page, messages, lang: locale?.lang ?? 'en' };
    return html`<ul>
      ${services.map((service) => {
        const { id } = service;
        const control = fixed
          ? undefined
          : this.#switchTemplate(id, draft.service(service), (on) => draft.switchService(id, on));
        return serviceTemplate(view, service, control);
      })}
    </ul>`;
  }

  protected override render(): TemplateResult {
    const { store, locale, messages } = this.#page;
    const draft = this.#draft;
    if (!store || !locale || !draft) {
      return html``;
    }
    const button = (action: string, text: string): TemplateResult =>
      html`<button type="button" data-action=${action}>${text}</button>`;
    return html`
      <dialog
        part="box"
        aria-modal="true"
        aria-labelledby="title"
        lang=${locale.lang}
        dir=${locale.dir}
        @click=${this.#handleClick}
        @close=${this.#handleClose}
      >
        <header>
          <h2 part="title" id="title" tabindex="-1">${messages.preferencesTitle}</h2>
          <button type="button" part="close" data-action="close" aria-label=${messages.closePreferences}>×</button>
        </header>
        <div class="body">
          <p part="text">${store.state.minor ? messages.minorNote : messages.preferencesText}</p>
          ${store.settings.categories.map((category) => this.#renderCategory(category, draft))}
          ${recordTemplate(this.#page, this.#record)}
        </div>
        ${
          store.state.minor
            ? ''
            : html`<footer class="filled">
                ${button('accept-all', messages.acceptAll)}${button('reject-all', messages.rejectAll)}${button(
                  'save',
                  messages.save,
                )}
              </footer>`
        }
      </dialog>
    `;
  }
}
