import { html, LitElement, render, type TemplateResult } from 'lit';
import { HideEvent } from '../../events/hide-event.js';
import { ShowEvent } from '../../events/show-event.js';
import { boxStyles } from '../../ui/box-styles.js';
import { categoryText } from '../../ui/category-text.js';
import { PageController } from '../../ui/controllers/page-controller.js';
import { days, fill } from '../../ui/fill.js';
import { safeUrl } from '../../ui/safe-url.js';
import { bannerStyles } from './banner-styles.js';

const MODAL = 'dialog:modal';

export class BannerElement extends LitElement {
  static override styles = [boxStyles, bannerStyles];

  readonly #page = new PageController(this);
  #closed = false;

  /** @internal A modal dialog that may be open inside a shadow root, where no selector of the page reaches. */
  under: Element | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'manual';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.querySelector<BannerElement>(this.localName)?.requestUpdate();
  }

  protected override firstUpdated(): void {
    import('./manners.js').then(({ Manners }) => new Manners(this, this.#page)).catch(() => 0);
  }

  protected override updated(): void {
    this.sync();
  }

  /** Shows a banner that was closed, as long as a question is open. */
  show(): void {
    this.#closed = false;
    this.requestUpdate();
  }

  /** @internal Draws the banner where it should be, and takes it away where it should not. */
  sync(): void {
    const { store, locale } = this.#page;
    if (!store || !locale) {
      return;
    }
    const { state } = store;
    this.#closed &&= !!state.asking[0];
    const show =
      (document.querySelector(this.localName) ?? this) === this &&
      !this.#closed &&
      !!state.asking[0] &&
      !this.under?.matches(MODAL) && !document.querySelector(MODAL);
    if (show !== this.matches(':popover-open')) {
      this.togglePopover(show);
      this.dispatchEvent(new (show ? ShowEvent : HideEvent)({ what: 'banner' }));
    }
  }

  #handleClick({ target, isTrusted }: Event): void {
    const { store } = this.#page;
    const action = (target as Element).closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (store && action && this.matches(':popover-open')) {
      if (action === 'open-preferences') {
        store.show();
      } else {
        this.#closed = true;
        if (action !== 'close') {
          store[action === 'accept-all' ? 'acceptAll' : 'rejectAll'](isTrusted ? 'button' : 'script');
        }
        this.sync();
      }
    }
  }

  protected override render(): TemplateResult {
    const { store, locale, messages } = this.#page;
    if (!store || !locale) {
      return html``;
    }
    const { settings, state } = store;
    const { lang, dir } = locale;
    const { site, record, categories } = settings;
    const link = safeUrl(site.links?.privacy);
    if (!this.hasUpdated) this.textContent = '';
    render(
      html`<button type="button" slot="pair" data-action="accept-all" lang=${lang} .textContent=${messages.acceptAll}></button><button type="button" slot="pair" data-action="reject-all" lang=${lang} .textContent=${messages.rejectAll}></button><button type="button" slot="more" data-action="open-preferences" lang=${lang} .textContent=${messages.openPreferences}></button>`,
      this,
    );
    return html`<section part="box" lang=${lang} dir=${dir} aria-label=${messages.bannerTitle} @click=${this.#handleClick}>
      <h2 part="title">${messages.bannerTitle}</h2>
      <div part="body">
        <p part="text">${fill(messages.bannerText, { site: site.name ?? messages.thisSite, duration: days(record.days, lang) })}</p>
        <ul part="purposes">${categories.map((category) => {
          if (state.asking.includes(category.id)) {
            const { label, purpose } = categoryText(this.#page, category);
            return html`<li><b>${label}</b> ${purpose}</li>`;
          }
          return '';
        })}</ul>
        ${link && html`<a part="link" href=${link}>${messages.privacyLink}</a>`}
      </div>
      <button part="close" data-action="close" aria-label=${messages.closeBanner}>×</button>
      <footer><slot name="pair"></slot><slot name="more"></slot></footer>
    </section>`;
  }
}
