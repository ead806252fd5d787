import { html, LitElement, type TemplateResult } from 'lit';
import { HideEvent } from '../../events/hide-event.js';
import { ShowEvent } from '../../events/show-event.js';
import { reload } from '../../locales/en/reload.js';
import { announce, prepareAnnouncer } from '../../ui/announcer.js';
import { boxStyles } from '../../ui/box-styles.js';
import { PageController } from '../../ui/controllers/page-controller.js';
import { closestOf, focused } from '../../ui/focus.js';
import { PartTexts } from '../../ui/parts/part-texts.js';
import { reloadStyles } from './reload-styles.js';

/** Nobody could press a button under a modal dialog, and only one question is on screen at a time. */
const BEFORE = 'dialog:modal,fairsay-banner:popover-open';

/**
 * Offers to load the page again, where a permission was taken back and code that had run cannot be stopped otherwise.
 *
 * A small card beside the page: not modal, no stolen focus, said politely by screen readers. It waits while the page has a
 * modal dialog open, or the banner asks. It never loads the page by itself, and is shown once on a page: what runs gets nothing new from
 * Fairsay, and what it writes is removed meanwhile.
 *
 * @summary The offer to load the page again after a withdrawal.
 * @tag fairsay-reload
 * @status experimental
 * @since 0.1.0
 *
 * @csspart box - The card.
 * @csspart title - The heading.
 * @csspart text - Why it is offered.
 *
 * @cssproperty [--fairsay-color-surface=Canvas] - The background.
 * @cssproperty [--fairsay-color-text=CanvasText] - The text.
 * @cssproperty [--fairsay-color-accent=CanvasText] - Both buttons.
 * @cssproperty [--fairsay-color-on-accent=Canvas] - The text of both buttons.
 * @cssproperty [--fairsay-color-border] - The edge.
 * @cssproperty [--fairsay-color-focus] - The ring around what has the focus.
 * @cssproperty [--fairsay-radius=1em] - The corners.
 * @cssproperty [--fairsay-font=inherit] - The font family.
 * @cssproperty [--fairsay-space-s=0.5em] - The space between the buttons.
 * @cssproperty [--fairsay-space-l] - The space inside the edge.
 *
 * @fires {ShowEvent} fairsay-show - After the card has come on screen.
 * @fires {HideEvent} fairsay-hide - After the card has left the screen.
 */
export class ReloadElement extends LitElement {
  static override styles = [boxStyles, reloadStyles];

  readonly #page = new PageController(this);
  readonly #texts = new PartTexts(this, this.#page, 'reload', reload);
  /** What is waited for. It has no size once it is closed or gone, and an observer does not keep it alive. */
  #before: Element | null = null;
  readonly #resized = new ResizeObserver(() => {
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'manual';
    prepareAnnouncer();
    this.requestUpdate();
  }

  protected override updated(): void {
    const { locale } = this.#page;
    if (locale && this.#texts.ready && this.isConnected && !this.matches(':popover-open')) {
      this.#before = closestOf(focused(), BEFORE) ?? document.querySelector(BEFORE);
      if (this.#before) {
        this.#resized.observe(this.#before);
        return;
      }
      this.#resized.disconnect();
      this.showPopover();
      this.dispatchEvent(new ShowEvent({ what: 'reload' }));
      announce(this.#texts.messages.reloadText, locale.lang);
    }
  }

  #handleReload(): void {
    location.reload();
  }

  #handleClose(): void {
    this.hidePopover();
    this.dispatchEvent(new HideEvent({ what: 'reload' }));
    this.remove();
  }

  protected override render(): TemplateResult {
    const { locale } = this.#page;
    if (!locale || !this.#texts.ready) {
      return html``;
    }
    const { reloadTitle, reloadText, reloadNow, reloadClose } = this.#texts.messages;
    return html`
      <section part="box" aria-labelledby="title" lang=${locale.lang} dir=${locale.dir}>
        <h2 part="title" id="title">${reloadTitle}</h2>
        <p part="text">${reloadText}</p>
        <div class="filled">
          <button type="button" data-action="reload" @click=${this.#handleReload}>${reloadNow}</button>
          <button type="button" data-action="close" @click=${this.#handleClose}>${reloadClose}</button>
        </div>
      </section>
    `;
  }
}
