import { html, LitElement, type TemplateResult } from 'lit';
import { offerOf, type Offer } from '../../core/newsletter/offer.js';
import { localDate } from '../../core/newsletter/pause.js';
import type { NewsletterState } from '../../core/newsletter/state.js';
import { SuppressedEvent } from '../../events/suppressed-event.js';
import { newsletter } from '../../locales/en/newsletter.js';
import type { NewsletterMessages } from '../../locales/messages/newsletter.js';
import type { Parts } from '../../page/host.js';
import type { NewsletterAdapter } from '../../page/newsletter/adapter.js';
import type { Desk } from '../../page/newsletter/desk.js';
import { announce, prepareAnnouncer } from '../../ui/announcer.js';
import { boxStyles } from '../../ui/box-styles.js';
import { PageController } from '../../ui/controllers/page-controller.js';
import { refocus } from '../../ui/focus.js';
import { PartTexts } from '../../ui/parts/part-texts.js';
import { arrive, type Arrival } from './arrival.js';
import { newsletterStyles } from './newsletter-styles.js';
import { spokenText } from './outcome.js';
import { panelTemplate } from './panel-template.js';
import { TurnController } from './turn-controller.js';

/**
 * What a subscriber gets: topics, how often, by which ways, a pause, and one press that stops everything.
 *
 * Nothing is drawn as chosen before the server has said what holds, and loading it changes nothing, whatever address
 * brought the shopper here. A change is drawn at once and goes back to the server's last word where it cannot be saved.
 * Stopping everything is always there, takes one press, asks for no reason and can be undone. The question comes after
 * those for the age and for consent. As part of a form its value is what is drawn: `newsletter-topic`,
 * `newsletter-channel`, `newsletter-frequency`, `newsletter-status` and `newsletter-pausedUntil`.
 *
 * @summary The newsletter's choices: topics, frequency, channels, pause, stop everything.
 * @tag fairsay-newsletter
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} [name=newsletter] - How the names of its values in a form begin.
 *
 * @csspart box - The panel.
 * @csspart title - The heading.
 * @csspart address - Whom it is about.
 * @csspart text - How things stand, or why nothing is asked.
 * @csspart choices - One group of choices: topics, frequency or channels.
 * @csspart choice - One choice.
 * @csspart pause - The pause.
 * @csspart message - What became of the last press.
 * @csspart actions - The buttons to save and to stop everything.
 * @csspart note - What stopping everything does not stop.
 * @csspart mail - The other way out.
 *
 * @cssproperty [--fairsay-color-surface=Canvas] - The background.
 * @cssproperty [--fairsay-color-text=CanvasText] - The text.
 * @cssproperty [--fairsay-color-muted] - The secondary text. By default the text's colour, thinner.
 * @cssproperty [--fairsay-color-accent=CanvasText] - What is ticked, and the buttons to save and to stop, both alike.
 * @cssproperty [--fairsay-color-on-accent=Canvas] - The text of those buttons.
 * @cssproperty [--fairsay-color-border] - The edges.
 * @cssproperty [--fairsay-color-focus] - The ring around what has the focus.
 * @cssproperty [--fairsay-radius=1em] - The corners.
 * @cssproperty [--fairsay-font=inherit] - The font family.
 * @cssproperty [--fairsay-space-s=0.6em] - The space between the buttons.
 * @cssproperty [--fairsay-space-l=1.4em] - The space inside the edges.
 *
 * @fires {NewsletterEvent} fairsay-newsletter - When something is to be saved, where no adapter does it.
 */
export class NewsletterElement extends LitElement {
  static override styles = [boxStyles, newsletterStyles];
  static override properties = { adapter: { attribute: false }, state: { attribute: false, noAccessor: true } };
  /** @internal */
  static readonly formAssociated = true;

  readonly #internals = this.attachInternals();
  readonly #page = new PageController(this);
  readonly #texts = new PartTexts<NewsletterMessages>(this, this.#page, 'newsletter', newsletter);
  readonly #turn = new TurnController(this, this.#page);
  /** What the address brought; absent until the page has started. */
  #arrival: Arrival | undefined;
  #awaited = false;
  #fetched = false;
  /** What asks the server, and takes what is pressed. */
  #desk: Desk | undefined;
  /** Whether its code could not be had. Then there is the mail. */
  #alone = false;
  #told: NewsletterState | undefined;
  #last: TemplateResult = html``;
  /** What has the focus while the panel is drawn anew, and what it stands in. */
  #focus: Element | null | undefined;
  #group: Element | null | undefined;

  /** How the page reaches its server. It comes before the event and the configured endpoint. */
  declare adapter: NewsletterAdapter | undefined;

  /** What the server says that holds. A page without an adapter and an endpoint sets it; older than what is known it is ignored. */
  get state(): NewsletterState | undefined {
    return this.#desk?.saves?.server ?? this.#told;
  }

  set state(state: NewsletterState | undefined) {
    this.#told = state;
    this.#learn();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  protected override willUpdate(): void {
    this.#focus = this.shadowRoot?.activeElement;
    this.#group = this.#focus?.closest('fieldset');
    const { store } = this.#page;
    if (store && !this.#awaited) {
      this.#awaited = true;
      // Before the start nobody knows what the parameter of the token is called.
      void store.ready.then(() => {
        this.#arrival = arrive(this.#offer.tokenParameter);
        this.requestUpdate();
      });
    }
  }

  protected override updated(): void {
    const value = this.#asks ? this.#desk?.formValue(this.getAttribute('name') ?? 'newsletter') : null;
    this.#internals.setFormValue(value ?? null);
    this.#keepFocus();
    if (this.#arrival && this.#asks) {
      void this.#begin(this.#arrival);
    }
  }

  /** @internal Drops what was changed and not saved. */
  formResetCallback(): void {
    this.#desk?.reset();
  }

  get #offer(): Offer {
    return offerOf(this.#page.store?.settings.newsletter);
  }

  get #asks(): boolean {
    return this.#turn.turn === 'ask';
  }

  /** Asks what holds. The code for it is fetched once the panel's turn has come: it may never come. */
  async #begin(arrival: Arrival): Promise<void> {
    if (this.#fetched) {
      this.#desk?.begin();
      return;
    }
    this.#fetched = true;
    try {
      const { Desk } = await import('./desk.js');
      this.#desk = new Desk({
        ...arrival,
        panel: this,
        store: () => this.#page.store,
        lang: () => this.#lang,
        offer: () => this.#offer,
        tell: () => {
          this.#tell();
        },
      });
      this.#learn();
    } catch (error) {
      this.#alone = true;
      this.#report(error);
    }
    this.requestUpdate();
  }

  /** The rest of our code could not be had: the page learns it, as for any other of our files. */
  #report(error: unknown): void {
    const what = 'newsletter';
    (this.#page.store?.get('help') as Promise<Parts['help']>)
      .then(({ explain }) => {
        explain('not-shown', what, error);
      })
      .catch(() => 0);
    document.dispatchEvent(new SuppressedEvent({ what, why: 'not-loaded' }));
  }

  get #lang(): string {
    return this.#page.locale?.lang ?? 'en';
  }

  #tell(): void {
    this.requestUpdate();
    if (this.#desk) {
      announce(spokenText(this.#desk, this.#texts.messages, this.#lang), this.#lang);
    }
  }

  #learn(): void {
    if (this.#told) {
      this.#desk?.learn(this.#told);
    }
  }

  /** What had the focus may be gone: then it goes to what came in its place, else to the top of the panel. */
  #keepFocus(): void {
    if (this.#focus?.isConnected === false) {
      const next = this.#group?.isConnected ? this.#group.querySelector('button') : undefined;
      refocus(next ?? this.renderRoot.querySelector('h2'));
    }
  }

  #renderBody(lang: string): TemplateResult {
    const { messages } = this.#texts;
    const { turn } = this.#turn;
    if (turn === 'ask' && !this.#alone) {
      const now = new Date();
      return panelTemplate({
        page: this.#page,
        messages,
        lang,
        offer: this.#offer,
        desk: this.#desk,
        today: localDate(now.getTime(), now.getTimezoneOffset()),
      });
    }
    const lines = {
      ask: messages.newsletterUnreachable,
      wait: messages.newsletterWait,
      minor: messages.newsletterMinor,
    };
    return html`<p part="text">${lines[turn]}</p>`;
  }

  /** The other way out, which needs nothing of ours. */
  #renderMail(): TemplateResult | string {
    const { newsletterMail, newsletterMailSubject } = this.#texts.messages;
    const email = this.#page.store?.settings.site.contact?.email;
    const [before, after] = `${newsletterMail}`.split('{email}');
    const subject = encodeURIComponent(newsletterMailSubject);
    return email
      ? html`<p part="mail">${before}<a href="mailto:${encodeURI(email)}?subject=${subject}">${email}</a>${after}</p>`
      : '';
  }

  protected override render(): TemplateResult {
    const { locale } = this.#page;
    if (this.#arrival && locale && this.#texts.ready) {
      const desk = this.#desk;
      this.#last = html`
        <section
          part="box"
          aria-labelledby="title"
          aria-busy=${!!desk?.busy}
          lang=${locale.lang}
          dir=${locale.dir}
          @click=${(event: Event) => desk?.handleClick(event)}
          @change=${(event: Event) => desk?.handleChange(event)}
        >
          <h2 part="title" id="title" tabindex="-1">${this.#texts.messages.newsletterTitle}</h2>
          ${this.#renderBody(locale.lang)} ${this.#renderMail()}
        </section>
      `;
    }
    return this.#last;
  }
}
