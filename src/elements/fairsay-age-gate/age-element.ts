import { html, LitElement, type TemplateResult } from 'lit';
import type { AgeConfig } from '../../config/age.js';
import type { AgeAnswer } from '../../core/age/glance.js';
import type { Source, State } from '../../core/state.js';
import { AgeEvent } from '../../events/age-event.js';
import { HideEvent } from '../../events/hide-event.js';
import { ShowEvent } from '../../events/show-event.js';
import { SuppressedEvent } from '../../events/suppressed-event.js';
import { age as english } from '../../locales/en/age.js';
import { boxStyles } from '../../ui/box-styles.js';
import type { PageStore } from '../../page/types.js';
import { PageController } from '../../ui/controllers/page-controller.js';
import { PartTexts } from '../../ui/parts/part-texts.js';
import { ageStyles } from './age-styles.js';
import type { BirthFields, Calendar } from './birth-fields.js';
import { Modal } from './modal.js';
import { viewTemplate, type View } from './view-template.js';

/**
 * Asks for an age, where a page or a part of it waits for the answer. It is a statement of the shopper's and no
 * verification: what the law forbids, the server must refuse.
 *
 * A native modal dialog that Escape does not close. The answers are equal: of one size and look, none focused and none chosen
 * beforehand. Somebody younger can go on with a parent or guardian, who is spoken to in a second step; somebody alone finds ways
 * out that the shop supplies. A birth date is asked for only where the shop wants it, no more of it than is needed, and nothing of
 * it is kept. Where the question cannot be asked, nothing stays hidden, and everything optional stays off.
 *
 * @summary The question for a shopper's age: a confirmation, no verification.
 * @tag fairsay-age-gate
 * @status experimental
 * @since 0.1.0
 *
 * @csspart box - The dialog.
 * @csspart title - The heading.
 * @csspart text - Who asks, and for what.
 * @csspart form - The fields of the birth date, with their button.
 * @csspart field - One field of the birth date.
 * @csspart hint - What a field takes.
 * @csspart error - What is wrong with a field.
 * @csspart answers - The buttons.
 * @csspart note - What an answer is, and how long it is kept.
 * @csspart links - The ways out.
 *
 * @cssproperty [--fairsay-color-surface=Canvas] - The background.
 * @cssproperty [--fairsay-color-text=CanvasText] - The text.
 * @cssproperty [--fairsay-color-muted] - The secondary text. By default the text's colour, thinner.
 * @cssproperty [--fairsay-color-accent=CanvasText] - The buttons, all of them alike.
 * @cssproperty [--fairsay-color-on-accent=Canvas] - The text of the buttons.
 * @cssproperty [--fairsay-color-border] - The edge.
 * @cssproperty [--fairsay-color-focus] - The ring around what has the focus.
 * @cssproperty [--fairsay-radius=1em] - The corners of the dialog.
 * @cssproperty [--fairsay-font=inherit] - The font family.
 * @cssproperty [--fairsay-space-s=0.6em] - The space between the buttons.
 *
 * @fires {AgeEvent} fairsay-age - After an answer has been stored.
 * @fires {ShowEvent} fairsay-show - After the dialog has opened.
 * @fires {HideEvent} fairsay-hide - After the dialog has closed.
 */
export class AgeGateElement extends LitElement {
  static override styles = [boxStyles, ageStyles];

  readonly #page = new PageController(this);
  readonly #texts = new PartTexts(this, this.#page, 'age', english);
  /** The fields for a birth date, where that is how the age is asked for. */
  #birth: BirthFields | undefined;
  readonly #modal = new Modal({
    dialog: () => this.#dialog,
    fail: (why) => {
      this.#giveUp(why);
    },
  });
  #ends = new AbortController();
  #view: View = 'question';
  /** The answer that is being taken down. */
  #given: AgeAnswer | undefined;
  /** Whether the dialog should be on screen. */
  #wanted = false;
  /** Whether the question was asked here, and not answered before the page. */
  #asked = false;
  /** Whether somebody took the element out once, and it came back. */
  #returned = false;
  #failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#ends = new AbortController());
    // Search engines quote the page, and not the question that is drawn over it.
    this.dataset['nosnippet'] = '';
    document.addEventListener('fairsay-consent', this.#handleState, { signal });
    addEventListener('pagehide', this.#handleLeave, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ends.abort();
    this.#hide();
    // Moved, it is back by then.
    queueMicrotask(this.#comeBack);
  }

  protected override updated(): void {
    this.#sync();
  }

  /** Asks, or shows what came of it, where something waits for the answer. The page calls it first, and by itself. */
  show(): void {
    const { store } = this.#page;
    if (!store || !this.#isDue()) {
      return;
    }
    // Who declined before, where only parts of the page wait, is not told so on every page.
    this.#wanted = this.#asked || this.#config.scope !== 'parts' || store.state.age === 'asking';
    void this.#prepare(store);
  }

  /** The rules of the calendar come with the code that the page has for an age. */
  async #prepare(store: PageStore): Promise<void> {
    try {
      if (this.#config.mode === 'date') {
        const [calendar, file] = await Promise.all([store.get('age'), import('./birth-fields.js')]);
        this.#birth ??= new file.BirthFields(() => this.renderRoot, calendar as Calendar);
      }
      this.#asked = true;
      this.requestUpdate();
    } catch {
      this.#giveUp('not-loaded');
    }
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** What is on screen, for the record of what was answered to. */
  get #text(): string {
    return this.#dialog?.innerText ?? '';
  }

  get #config(): AgeConfig {
    return this.#page.store?.settings.age ?? {};
  }

  get #state(): State | undefined {
    return this.#page.store?.state;
  }

  get #minimumAge(): number {
    return this.#state?.minimumAge ?? 0;
  }

  /** Whether something waits for the answer, and no other copy of the element asks. */
  #isDue(): boolean {
    return (
      !this.#failed &&
      this.#minimumAge > 0 &&
      ['asking', 'declined'].includes(this.#state?.age ?? '') &&
      (document.querySelector(this.localName) ?? this) === this
    );
  }

  /** Opens and closes the dialog as it is due. */
  #sync(): void {
    if (!(this.#wanted && this.#isDue())) {
      this.#hide();
    } else if (this.isConnected && this.#modal.show()) {
      this.dispatchEvent(new ShowEvent({ what: 'age' }));
    }
  }

  #hide(): void {
    this.#birth?.clear();
    if (this.#modal.hide()) {
      this.dispatchEvent(new HideEvent({ what: 'age' }));
    }
  }

  /** Nothing stays hidden or locked where the question cannot be asked; everything optional stays off. */
  #giveUp(why: 'not-loaded' | 'hidden' | 'not-defined'): void {
    this.#failed = true;
    this.#hide();
    document.dispatchEvent(new SuppressedEvent({ what: 'age', why }));
  }

  /** A framework that draws the page anew may drop the element; who takes it out a second time means it. */
  readonly #comeBack = (): void => {
    if (this.isConnected || !this.#wanted || !this.#isDue()) {
      return;
    }
    if (this.#returned) {
      this.#giveUp('hidden');
    } else {
      this.#returned = true;
      document.body.append(this);
      this.requestUpdate();
    }
  };

  /** Closed before anyone else hears of the answer: no other question is ever on screen beside this one. */
  readonly #handleState = (): void => {
    const { age } = this.#state ?? {};
    if (this.#given && age === this.#given) {
      this.#report(this.#given);
      this.#given = undefined;
    }
    this.#sync();
  };

  /** What is typed is not kept in the browser's memory of the page. */
  readonly #handleLeave = (): void => {
    this.#birth?.clear();
    this.requestUpdate();
  };

  /** What closes a dialog otherwise, such as a second press of Escape, does not close this one. */
  #handleClose(): void {
    if (this.#wanted && this.#isDue() && !this.#modal.isOpen) {
      this.#modal.raise();
    }
  }

  /** No Escape loophole, whatever the browser makes of the key. */
  #handleEscape(event: Event): void {
    if (event.type === 'cancel' || (event as KeyboardEvent).key === 'Escape') {
      event.preventDefault();
    }
  }

  #handleClick(event: Event): void {
    const action = (event.target as Element).closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (action && this.#modal.isOpen) {
      event.preventDefault();
      this.#act(action, event.isTrusted ? 'button' : 'script');
    }
  }

  #act(action: string, source: Source): void {
    if (action === 'adult') {
      this.#answer('adult', source);
    } else if (action === 'accompanied') {
      this.#turnTo('guardian');
    } else if (action === 'alone') {
      this.#decline(source);
    } else if (action === 'back') {
      this.#turnTo(this.#state?.age === 'declined' ? 'under' : 'question');
    } else if (action === 'close') {
      this.#wanted = false;
      this.#sync();
    } else if (this.#view === 'guardian') {
      this.#answer('accompanied', source);
    } else {
      this.#judge(source);
    }
  }

  /** Judges the birth date, from no more than is needed, and forgets it with the outcome. */
  #judge(source: Source): void {
    const birth = this.#birth as BirthFields;
    const verdict = birth.judge(this.#minimumAge);
    if (verdict === 'old-enough') {
      this.#answer('adult', source);
    } else if (verdict === 'too-young') {
      this.#decline(source);
    } else {
      this.#draw(() => {
        birth.focus();
      });
    }
  }

  /**
   * Who is too young by a birth date can still say that somebody is there; the answer is taken down at once, as loading the page
   * again gives no second try.
   */
  #decline(source: Source): void {
    const { mode, accompanied } = this.#config;
    if (this.#view === 'under') {
      this.#report('declined');
      this.#turnTo('declined');
    } else if (mode === 'date' && accompanied !== false) {
      const text = this.#text;
      this.#turnTo('under');
      this.#page.store?.confirmAge('declined', source, text);
    } else {
      this.#answer('declined', source);
    }
  }

  #answer(answer: AgeAnswer, source: Source): void {
    this.#given = answer;
    this.#page.store?.confirmAge(answer, source, this.#text);
    // An answer that cannot be taken down must not leave the page locked; one that another tab forestalled is shown.
    if (this.#given && this.#state?.age !== 'declined') {
      this.#giveUp('not-loaded');
    }
    this.#given = undefined;
    this.requestUpdate();
  }

  /** Tells the page once everyone has heard of the state. */
  #report(status: AgeAnswer): void {
    const minimumAge = this.#minimumAge;
    queueMicrotask(() => {
      this.dispatchEvent(new AgeEvent({ status, method: 'self-declared', minimumAge }));
    });
  }

  #turnTo(view: View): void {
    this.#view = view;
    this.#draw(() => {
      this.#modal.focusHeading();
    });
  }

  #draw(then: () => void): void {
    this.requestUpdate();
    void this.updateComplete.then(then);
  }

  protected override render(): TemplateResult {
    const { store, locale } = this.#page;
    if (!store || !locale || !this.#asked || !this.#texts.ready) {
      return html``;
    }
    const { lang, dir } = locale;
    const view = store.state.age === 'declined' && this.#view === 'question' ? 'declined' : this.#view;
    return html`
      <dialog
        part="box"
        class=${this.#config.scope ?? 'page'}
        aria-modal="true"
        aria-labelledby="title"
        aria-describedby="text"
        closedby="none"
        lang=${lang}
        dir=${dir}
        @click=${this.#handleClick}
        @keydown=${this.#handleEscape}
        @cancel=${this.#handleEscape}
        @close=${this.#handleClose}
      >
        ${viewTemplate({ view, lang, store, page: this.#page, texts: this.#texts.messages, birth: this.#birth })}
      </dialog>
    `;
  }
}
