import { html, LitElement, render, type TemplateResult } from 'lit';
import type { Category } from '../../config/settings.js';
import { HideEvent } from '../../events/hide-event.js';
import { ShowEvent } from '../../events/show-event.js';
import { boxStyles } from '../../ui/box-styles.js';
import { categoryText } from '../../ui/category-text.js';
import { PageController } from '../../ui/controllers/page-controller.js';
import { days, fill } from '../../ui/fill.js';
import { safeUrl } from '../../ui/safe-url.js';
import { bannerStyles } from './banner-styles.js';

const MODAL = 'dialog:modal';
const SHOWN = ':popover-open';

/**
 * The first layer: asks for every open question at once, and draws refusing like accepting.
 *
 * A region that leaves the page usable: not modal, no lock on scrolling, no stolen focus. The element is itself the fixed
 * box and a manual popover, above everything that the page stacks. Its three buttons stand in the page, slotted, where
 * tools that refuse for people find them; no style of the page and no token tells accepting from refusing. Closing it
 * answers nothing: it comes back on the next page. While the page has a modal dialog open it steps back.
 *
 * @summary The banner that asks.
 * @tag fairsay-banner
 * @status experimental
 * @since 0.1.0
 *
 * @csspart box - The card inside the fixed box.
 * @csspart title - The heading.
 * @csspart body - What scrolls where the card is too small: text, purposes and link.
 * @csspart text - Who asks, for how long, and that it can be changed.
 * @csspart purposes - The list of what is asked for.
 * @csspart link - The link to the shop's privacy notice.
 * @csspart close - The button that closes without an answer.
 *
 * @cssproperty [--fairsay-color-surface=Canvas] - The background.
 * @cssproperty [--fairsay-color-text=CanvasText] - The text. By default a little softer than the browser's own.
 * @cssproperty [--fairsay-color-muted] - The purposes. By default the text's colour, thinner.
 * @cssproperty [--fairsay-color-accent] - Both main buttons. By default the colour of the text.
 * @cssproperty [--fairsay-color-on-accent=Canvas] - The text of both main buttons.
 * @cssproperty [--fairsay-color-border] - The edge.
 * @cssproperty [--fairsay-color-focus=currentColor] - The ring around what has the focus.
 * @cssproperty [--fairsay-radius=1em] - The corners.
 * @cssproperty [--fairsay-font=inherit] - The font family. By default the page's own.
 * @cssproperty [--fairsay-space-s=0.5em] - The space between the buttons.
 * @cssproperty [--fairsay-space-l] - The space inside the edge.
 *
 * @fires {ShowEvent} fairsay-show - After the banner has come on screen.
 * @fires {HideEvent} fairsay-hide - After the banner has left the screen.
 */
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
    const show = this.isConnected && this.#isDue();
    if (show !== this.matches(SHOWN)) {
      this.togglePopover(show);
      this.dispatchEvent(new (show ? ShowEvent : HideEvent)({ what: 'banner' }));
    }
  }

  /** Whether a question is open, and nothing comes before it: another copy of the banner, or a modal dialog. */
  #isDue(): boolean {
    const { store, locale } = this.#page;
    const asks = !!store?.state.asking[0];
    this.#closed &&= asks;
    return (
      asks &&
      !!locale &&
      !this.#closed &&
      (document.querySelector(this.localName) ?? this) === this &&
      !this.under?.matches(MODAL) &&
      !document.querySelector(MODAL)
    );
  }

  #handleClick({ target, isTrusted }: Event): void {
    const { store } = this.#page;
    const action = (target as Element).closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (store && action && this.matches(SHOWN)) {
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

  /** The buttons stand in the page; their texts are properties, as a translation may replace what is inside them. */
  #renderButtons(lang: string): void {
    const { messages } = this.#page;
    const button = (slot: string, action: string, text: string): TemplateResult =>
      html`<button type="button" slot=${slot} data-action=${action} lang=${lang} .textContent=${text}></button>`;
    if (!this.hasUpdated) {
      // A copy of a banner brings the buttons of the first one along.
      this.textContent = '';
    }
    render(
      [
        button('pair', 'accept-all', messages.acceptAll),
        button('pair', 'reject-all', messages.rejectAll),
        button('more', 'open-preferences', messages.openPreferences),
      ],
      this,
    );
  }

  #renderPurpose(category: Category): TemplateResult {
    const { label, purpose } = categoryText(this.#page, category);
    return html`<li><b>${label}</b> ${purpose}</li>`;
  }

  protected override render(): TemplateResult {
    const { store, locale, messages } = this.#page;
    if (!store || !locale) {
      return html``;
    }
    const { site, record, categories } = store.settings;
    const { lang, dir } = locale;
    const link = safeUrl(site?.links?.privacy);
    const asked = categories.filter(({ id }) => store.state.asking.includes(id));
    const values = { site: site?.name ?? messages.thisSite, duration: days(record.days, lang) };
    this.#renderButtons(lang);
    return html`<section
      part="box"
      lang=${lang}
      dir=${dir}
      aria-label=${messages.bannerTitle}
      @click=${this.#handleClick}
    >
      <h2 part="title">${messages.bannerTitle}</h2>
      <div part="body">
        <p part="text">${fill(messages.bannerText, values)}</p>
        <ul part="purposes">
          ${asked.map((category) => this.#renderPurpose(category))}
        </ul>
        ${link && html`<a part="link" href=${link}>${messages.privacyLink}</a>`}
      </div>
      <button part="close" data-action="close" aria-label=${messages.closeBanner}>×</button>
      <footer><slot name="pair"></slot><slot name="more"></slot></footer>
    </section>`;
  }
}
