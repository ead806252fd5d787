import { html, LitElement, type TemplateResult } from 'lit';
import { ALLOWED } from '../../core/newsletter/allowed.js';
import { applyPatch, mergePatches, wishOf } from '../../core/newsletter/difference.js';
import type { RecordFacts } from '../../core/newsletter/newsletter-record.js';
import { offerOf, type Offer } from '../../core/newsletter/offer.js';
import { localDate, pauseEnd } from '../../core/newsletter/pause.js';
import { drawn } from '../../core/newsletter/saves.js';
import type { NewsletterPatch, NewsletterState } from '../../core/newsletter/state.js';
import { hexOf, shownHash } from '../../core/receipt/shown-hash.js';
import { newsletter } from '../../locales/en/newsletter.js';
import type { NewsletterMessages } from '../../locales/messages/newsletter.js';
import { announce, prepareAnnouncer } from '../../ui/announcer.js';
import { boxStyles } from '../../ui/box-styles.js';
import { PageController } from '../../ui/controllers/page-controller.js';
import type { Problem } from '../../page/explain.js';
import type { Parts } from '../../page/host.js';
import { refocus } from '../../ui/focus.js';
import { PartTexts } from '../../ui/parts/part-texts.js';
import { VERSION } from '../../version.js';
import { createHttpAdapter, type NewsletterAdapter } from './adapter.js';
import { arrive, type Arrival } from './arrival.js';
import { formValue } from './form-template.js';
import { newsletterStyles } from './newsletter-styles.js';
import { panelTemplate, type PanelView } from './panel-template.js';
import { Subscription } from './subscription.js';
import { messageText } from './texts.js';
import { ageOf, TurnController } from './turn-controller.js';

/** What stood on screen, for the record: the heading, and every question with what a yes agrees to. No address. */
const SHOWN = 'h2, legend, label, [part="choice"] p';

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
  readonly #subscription = new Subscription({
    element: this,
    adapter: () => ({
      own: this.adapter,
      http: this.#offer.endpoint ? createHttpAdapter(this.#offer.endpoint) : undefined,
    }),
    token: () => this.#arrival?.token,
    facts: () => this.#facts(),
    tell: () => {
      this.requestUpdate();
      announce(this.#message, this.#lang);
    },
    warn: (problem) => {
      this.#warn(problem);
    },
  });
  /** What the address brought; absent until the page has started. */
  #arrival: Arrival | undefined;
  #awaited = false;
  #edits: NewsletterPatch = {};
  /** Whether a hand made the last press. */
  #trusted = true;
  /** What has the focus while the panel is drawn anew, and what it stands in. */
  #focus: { readonly on: Element; readonly group: Element | null } | undefined;
  #pointed = false;
  #last: TemplateResult = html``;

  /** How the page reaches its server. It comes before the event and the configured endpoint. */
  declare adapter: NewsletterAdapter | undefined;

  /** What the server says that holds. A page without an adapter and an endpoint sets it; older than what is known it is ignored. */
  get state(): NewsletterState | undefined {
    return this.#subscription.saves?.server;
  }

  set state(state: NewsletterState | undefined) {
    if (state) {
      this.#subscription.learn(state);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  protected override willUpdate(): void {
    const on = this.shadowRoot?.activeElement;
    this.#focus = on ? { on, group: on.closest('fieldset, [part="message"]') } : undefined;
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
    const state = this.#drawn;
    this.#internals.setFormValue(state ? formValue(this.getAttribute('name') ?? 'newsletter', state) : null);
    this.#keepFocus();
    if (this.#arrival && this.#asks) {
      this.#subscription.begin();
      this.#point();
    }
  }

  /** @internal Drops what was changed and not saved. */
  formResetCallback(): void {
    this.#edits = {};
    this.requestUpdate();
  }

  get #offer(): Offer {
    return offerOf(this.#page.store?.settings.newsletter);
  }

  get #asks(): boolean {
    return this.#turn.turn === 'ask';
  }

  /** What is drawn as chosen; absent until the server has said what holds. */
  get #drawn(): NewsletterState | undefined {
    const { saves } = this.#subscription;
    return saves && this.#asks ? drawn(saves, this.#edits) : undefined;
  }

  get #today(): string {
    return localDate(Date.now(), new Date().getTimezoneOffset());
  }

  /** What became of the last press, or that a link for stopping everything has done nothing yet. */
  get #message(): string {
    const { messages } = this.#texts;
    const text = messageText(this.#subscription, messages, this.#lang);
    return text || (this.#arrival?.stop && this.#mayStop ? messages.newsletterStopReady : '');
  }

  get #lang(): string {
    return this.#page.locale?.lang ?? 'en';
  }

  get #mayStop(): boolean {
    const { status } = this.#drawn ?? {};
    return !!status && ALLOWED[status].stop;
  }

  /** What had the focus may be gone: then it goes to what came in its place, else to the top of the panel. */
  #keepFocus(): void {
    const { on, group } = this.#focus ?? {};
    if (on && !on.isConnected) {
      const next = group?.isConnected ? group.querySelector<HTMLElement>('button') : null;
      refocus(next ?? this.renderRoot.querySelector('h2'));
    }
  }

  /** Makes the stop ready that a link was for: one press away, and not taken. Who is elsewhere stays there. */
  #point(): void {
    const button = this.renderRoot.querySelector<HTMLElement>('[data-action="stop-all"]');
    if (button && !this.#pointed) {
      this.#pointed = true;
      if (this.#arrival?.stop && this.#mayStop && document.activeElement === document.body) {
        button.focus();
      }
    }
  }

  #handleClick({ target, isTrusted }: Event): void {
    this.#trusted = isTrusted;
    const button = (target as Element).closest<HTMLButtonElement>('[data-action]');
    if (button?.getAttribute('aria-disabled') === 'false') {
      this.#act(`${button.dataset['action']}`, button.value);
    }
  }

  #act(action: string, value: string): void {
    const { saves, undo } = this.#subscription;
    const drawn = this.#drawn;
    const wishes: Record<string, () => NewsletterPatch | undefined> = {
      save: () => drawn && wishOf(drawn, this.#edits),
      'stop-all': () => ({ status: 'unsubscribed' }),
      undo: () => undo,
      pause: () => ({ pausedUntil: pauseEnd(this.#today, Number(value)) }),
      resume: () => ({ pausedUntil: null }),
      resend: () => ({ resend: true }),
      retry: () => saves?.failed,
    };
    const patch = wishes[action]?.();
    if (action === 'save' || action === 'stop-all') {
      this.#edits = {};
    }
    if (patch) {
      this.#subscription.want(patch);
    } else if (action === 'retry') {
      this.#subscription.load();
    }
  }

  #handleChange({ target }: Event): void {
    const { name, value, checked } = target as HTMLInputElement;
    const patch: NewsletterPatch = name === 'frequency' ? { frequency: value } : { [name]: { [value]: checked } };
    const drawn = this.#drawn;
    if (drawn && this.#offer.atOnce) {
      this.#subscription.want(wishOf(applyPatch(drawn, patch), patch));
    } else {
      this.#edits = mergePatches(this.#edits, patch);
      this.requestUpdate();
    }
  }

  #facts(): RecordFacts {
    const { state, settings } = this.#page.store ?? {};
    const shown = [...this.renderRoot.querySelectorAll(SHOWN)].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
    return {
      now: Date.now(),
      id: [...crypto.getRandomValues(new Uint32Array(4))].map(hexOf).join(''),
      shown: { version: '', hash: shownHash(shown.join('\n')), lang: this.#lang },
      source: this.#trusted ? 'button' : 'script',
      gpc: !!state?.gpc,
      region: settings?.region ?? '',
      age: ageOf(state),
      library: VERSION,
    };
  }

  #warn(problem: Problem): void {
    const { localName } = this;
    (this.#page.store?.get('help') as Promise<Parts['help']>)
      .then(({ explain }) => {
        explain(problem, localName);
      })
      .catch(() => {
        // Without the words there is still the code, and what it is about.
        console.warn('[fairsay]', problem, localName);
      });
  }

  #view(lang: string): PanelView {
    return {
      page: this.#page,
      messages: this.#texts.messages,
      lang,
      offer: this.#offer,
      turn: this.#turn.turn,
      subscription: this.#subscription,
      drawn: this.#drawn,
      message: this.#message,
      today: this.#today,
    };
  }

  protected override render(): TemplateResult {
    const { locale } = this.#page;
    if (this.#arrival && locale && this.#texts.ready) {
      this.#last = html`
        <section
          part="box"
          aria-labelledby="title"
          aria-busy=${this.#subscription.busy}
          lang=${locale.lang}
          dir=${locale.dir}
          @click=${this.#handleClick}
          @change=${this.#handleChange}
        >
          <h2 part="title" id="title" tabindex="-1">${this.#texts.messages.newsletterTitle}</h2>
          ${panelTemplate(this.#view(locale.lang))}
        </section>
      `;
    }
    return this.#last;
  }
}
