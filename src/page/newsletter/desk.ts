import { allowedFor, type Allowed } from '../../core/newsletter/allowed.js';
import { applyPatch, mergePatches, undoOf, wishOf } from '../../core/newsletter/difference.js';
import { newsletterRecord } from '../../core/newsletter/newsletter-record.js';
import type { Offer } from '../../core/newsletter/offer.js';
import { problemIn } from '../../core/newsletter/problem.js';
import { readNewsletterState } from '../../core/newsletter/read-state.js';
import { drawn, fail, land, launch, learn, unlessNoLink, want, type Saves } from '../../core/newsletter/saves.js';
import type {
  NewsletterPatch,
  NewsletterProblem,
  NewsletterState,
  NewsletterUnknown,
} from '../../core/newsletter/state.js';
import type { Envelope } from '../../core/receipt/envelope.js';
import { NewsletterEvent } from '../../events/newsletter-event.js';
import type { Problem } from '../help/explain.js';
import type { PageStore } from '../types.js';
import { answerOf, createHttpAdapter, type NewsletterAdapter } from './adapter.js';
import { createFacts, formValue, warn } from './facts.js';

/** How long a page may take to say what holds, where nobody can be asked, in milliseconds. */
const PATIENCE = 3000;

/** What trying again does not help against. */
const FINAL: readonly unknown[] = ['expired', 'not-found', 'no-link'];

/** What a desk needs of the element that shows it. */
export interface NewsletterPanel extends HTMLElement {
  readonly adapter: NewsletterAdapter | undefined;
  /** What the element has drawn. */
  readonly renderRoot: ParentNode;
  /** Settled once what is known by now is drawn. */
  readonly updateComplete: Promise<unknown>;
  readonly requestUpdate: () => void;
}

/** What a desk is given by its panel. */
export interface DeskOptions {
  readonly panel: NewsletterPanel;
  /** The page's store; absent until Fairsay has started. */
  readonly store: () => PageStore | undefined;
  /** The language that the panel is drawn in, as a BCP 47 tag. */
  readonly lang: () => string;
  readonly offer: () => Offer;
  /** What tells the server who it is about; absent where the address had nothing of the kind. */
  readonly token: string | undefined;
  /** Whether the link was for stopping everything. */
  readonly stop: boolean;
  /** Says how something went, on screen and to screen readers. */
  readonly tell: () => void;
}

/**
 * Where a panel's presses are dealt with: asks the server what holds, sends it what the shopper wants, one save at a time. It
 * draws and words nothing, and is fetched while the panel says that it is looking things up.
 */
export class Desk {
  readonly #options: DeskOptions;
  #begun = false;
  #pointed = false;
  /** Whether a hand made the last press. */
  #trusted = true;
  /** What was changed and is not sent yet. */
  #edits: NewsletterPatch = {};

  /** What the server said, and what is on its way; absent until it is known. */
  saves: Saves | undefined;
  /** Why nothing is known, or nothing more. */
  problem: NewsletterProblem | NewsletterUnknown | undefined;
  /** How many seconds to wait, where the server said so. */
  retryAfter: number | undefined;
  /** What was saved last, as long as nothing else is wanted. */
  done: NewsletterPatch | undefined;
  /** What takes the last stop back. */
  undo: NewsletterPatch | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Whether something is on its way. */
  get busy(): boolean {
    return !!this.saves?.flying;
  }

  /** What is drawn as chosen; absent until the server has said what holds. */
  get drawn(): NewsletterState | undefined {
    return this.saves && drawn(this.saves, this.#edits);
  }

  /** What can be done. */
  get allowed(): Allowed {
    return allowedFor(this.drawn?.status ?? 'unsubscribed');
  }

  /** Whether what failed can be tried again. */
  get mayRetry(): boolean {
    return !FINAL.includes(this.problem) && !!(this.problem ?? this.saves?.failed);
  }

  /** Whether a link for stopping everything has made that ready, and nothing has been done yet. */
  get ready(): boolean {
    return this.#options.stop && this.allowed.stop;
  }

  /** What the panel is worth in a form: what is drawn, each value named with this at its beginning. */
  formValue(prefix: string): FormData | null {
    return this.drawn ? formValue(prefix, this.drawn) : null;
  }

  /** Asks what holds, once the panel's turn has come, and makes ready what a link was for. */
  begin(): void {
    if (!this.#begun && !this.saves) {
      this.#begun = true;
      this.#load();
    }
    if (this.saves && !this.#pointed) {
      this.#pointed = true;
      this.#point();
    }
  }

  /** Takes what the page or the server says that holds. */
  learn(value: unknown): void {
    const state = readNewsletterState(value);
    if (state) {
      this.saves = learn(this.saves, state);
      this.problem = undefined;
      this.#options.panel.requestUpdate();
    } else {
      this.#warn('not-understood');
    }
  }

  /** Drops what was changed and not sent. */
  reset(): void {
    this.#edits = {};
    this.#options.panel.requestUpdate();
  }

  /** Does what a button is for. */
  handleClick({ target, isTrusted }: Event): void {
    this.#trusted = isTrusted;
    const button = (target as Element).closest<HTMLButtonElement>('[data-action][aria-disabled="false"]');
    const action = button?.dataset['action'];
    // A second press can come before the first is drawn.
    if (!action || (this.busy && action !== 'stop-all')) {
      return;
    }
    const patch = this.#wish(action, button.value);
    if (action === 'save' || action === 'stop-all') {
      this.#edits = {};
    }
    if (this.saves && patch) {
      this.#want(patch);
    } else if (action === 'retry') {
      this.#load();
    }
  }

  /** Takes down what was ticked, and sends it where the shop wants that at once. */
  handleChange({ target }: Event): void {
    const { name, value, checked } = target as HTMLInputElement;
    const patch: NewsletterPatch = name === 'frequency' ? { frequency: value } : { [name]: { [value]: checked } };
    if (this.drawn && this.#options.offer().atOnce) {
      this.#want(wishOf(applyPatch(this.drawn, patch), patch));
    } else if (this.drawn) {
      this.#edits = mergePatches(this.#edits, patch);
      this.#options.panel.requestUpdate();
    }
  }

  /** The stop that a link was for is one press away, and not taken. Who is elsewhere on the page stays there. */
  #point(): void {
    const { panel } = this.#options;
    if (this.ready && document.activeElement === document.body) {
      panel.renderRoot.querySelector<HTMLElement>('[data-action="stop-all"]')?.focus();
    }
  }

  #wish(action: string, value: string): NewsletterPatch | undefined {
    const wishes: Record<string, NewsletterPatch | undefined> = {
      save: this.drawn && wishOf(this.drawn, this.#edits),
      'stop-all': { status: 'unsubscribed' },
      undo: this.undo,
      pause: { pausedUntil: value },
      resume: { pausedUntil: null },
      resend: { resend: true },
      retry: this.saves?.failed,
    };
    return wishes[action];
  }

  /** Whom to ask: the page's adapter, else the configured endpoint. */
  get #adapter(): NewsletterAdapter | undefined {
    const { panel, offer } = this.#options;
    const { endpoint } = offer();
    return panel.adapter ?? (endpoint ? createHttpAdapter(endpoint) : undefined);
  }

  /** Asks what holds. Nothing is changed by it. */
  #load(): void {
    this.problem = undefined;
    this.#options.panel.requestUpdate();
    if (this.#adapter) {
      this.#refresh((error) => {
        const { problem, retryAfter } = problemIn(error);
        this.problem = unlessNoLink(problem, this.#options.token);
        this.retryAfter = retryAfter;
        this.#options.tell();
      });
    } else {
      setTimeout(() => {
        if (!this.saves) {
          this.problem = 'unreachable';
          this.#warn('not-reached');
          this.#options.tell();
        }
      }, PATIENCE);
    }
  }

  #refresh(otherwise: (error: unknown) => void = () => undefined): void {
    const adapter = this.#adapter;
    const { token } = this.#options;
    if (adapter) {
      const learn = (state: NewsletterState): void => {
        this.learn(state);
      };
      this.#ask((signal) => adapter.load({ token, signal })).then(learn, otherwise);
    }
  }

  #want(patch: NewsletterPatch): void {
    this.saves &&= want(this.saves, patch);
    this.undo = this.done = undefined;
    this.#send();
    if (!this.busy) {
      // It is so already.
      this.done = patch;
      this.#options.tell();
    }
  }

  /** Sends what waits, if nothing is on its way. */
  #send(): void {
    const before = this.saves?.flying;
    this.saves &&= launch(this.saves);
    this.#options.panel.requestUpdate();
    if (this.saves?.flying && !before) {
      void this.#save(this.saves.flying, this.saves.server);
    }
  }

  async #save(patch: NewsletterPatch, server: NewsletterState): Promise<void> {
    const { panel, store, lang } = this.#options;
    const record = newsletterRecord(patch, server, createFacts(panel.renderRoot, store(), lang(), this.#trusted));
    // What is wanted is drawn before it can fail, so that going back from it is drawn too.
    await panel.updateComplete;
    try {
      const state = await this.#ask((signal) => this.#answer(patch, record, server.version, signal));
      this.saves &&= land(this.saves, state);
      this.done = patch;
      this.undo = patch.status === 'unsubscribed' ? undoOf(server) : undefined;
    } catch (error) {
      this.#fail(error);
    }
    this.#send();
    if (!this.busy) {
      this.#options.tell();
    }
  }

  #fail(error: unknown): void {
    const { problem, state, retryAfter } = problemIn(error);
    const known = readNewsletterState(state);
    this.retryAfter = retryAfter;
    if (problem === 'expired' || problem === 'not-found') {
      // More private: who is not known any more sees nothing of it.
      this.problem = unlessNoLink(problem, this.#options.token);
      this.saves = undefined;
    }
    this.saves &&= fail(this.saves, problem, known);
    if (this.saves && !known && problem !== 'rate-limited') {
      // The answer may be lost and not the change.
      this.#refresh();
    }
  }

  /** Hands a change to whoever saves it: the page's adapter, else a listener that answers, else the endpoint. */
  #answer(patch: NewsletterPatch, record: Envelope, version: number, signal: AbortSignal): Promise<NewsletterState> {
    const { panel, token } = this.#options;
    const event = new NewsletterEvent({ patch, record });
    if (!panel.adapter) {
      panel.dispatchEvent(event);
    }
    const answer = event.answer ?? this.#adapter?.save(patch, { token, record, version, signal });
    if (!answer) {
      this.#warn('not-reached');
      throw new Error('not-reached');
    }
    return answer;
  }

  #ask(call: (signal: AbortSignal) => Promise<NewsletterState>): Promise<NewsletterState> {
    return answerOf(call, () => {
      this.#warn('not-understood');
    });
  }

  #warn(problem: Problem): void {
    warn(this.#options.store(), problem, this.#options.panel.localName);
  }
}
