import { html, LitElement, type TemplateResult } from 'lit';
import { link } from '../../locales/en/link.js';
import { PageController } from '../../ui/controllers/page-controller.js';
import { linkStyles } from './link-styles.js';

/**
 * The way back: opens the privacy choices from any page.
 *
 * A shopper must be able to change an answer as easily as it was given (GDPR Art. 7(3)), so a shop puts this in its footer.
 * Where Global Privacy Control is on it says that it is honoured (11 CCR 7025(c)(6)). A link or button of the shop's own
 * that carries `data-fairsay-show` works before this code has come.
 *
 * @summary Opens the privacy choices from any page.
 * @tag fairsay-link
 * @status experimental
 * @since 0.1.0
 *
 * @slot - A link or button of the shop's own in place of the built-in one.
 *
 * @csspart control - The built-in button.
 * @csspart signal - The line that says that Global Privacy Control is honoured.
 *
 * @cssproperty [--fairsay-color-text=inherit] - The colour of the button.
 * @cssproperty [--fairsay-color-muted=inherit] - The colour of the line.
 * @cssproperty [--fairsay-color-focus=currentColor] - The ring around the button that has the focus.
 * @cssproperty [--fairsay-font=inherit] - The font family of the button.
 */
export class LinkElement extends LitElement {
  static override styles = [linkStyles];
  static override properties = { noSignal: { type: Boolean, attribute: 'no-signal' } };

  readonly #page = new PageController(this, link);

  /** Leaves out the line about Global Privacy Control, where the page says it elsewhere. */
  declare noSignal: boolean;

  constructor() {
    super();
    this.noSignal = false;
  }

  #handleClick(event: Event): void {
    // What is marked is opened by the guard, which is there before this code and after it.
    if (!(event.target as Element).closest('[data-fairsay-show]')) {
      event.preventDefault();
      this.#page.store?.show('preferences');
    }
  }

  protected override render(): TemplateResult {
    const { store, locale, messages } = this.#page;
    if (!store || !locale) {
      return html`<slot></slot>`;
    }
    const { lang, dir } = locale;
    return html`
      <slot @click=${this.#handleClick}>
        <button type="button" part="control" data-action="open-preferences" lang=${lang} dir=${dir}>
          ${messages.privacyChoices}
        </button>
      </slot>
      ${
        store.state.gpc && !this.noSignal
          ? html`<p part="signal" lang=${lang} dir=${dir}>${messages.signalHonoured}</p>`
          : ''
      }
    `;
  }
}
