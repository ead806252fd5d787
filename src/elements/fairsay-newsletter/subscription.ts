import type { ReactiveElement } from 'lit';
import { undoOf } from '../../core/newsletter/difference.js';
import { newsletterRecord, type RecordFacts } from '../../core/newsletter/newsletter-record.js';
import { problemIn } from '../../core/newsletter/problem.js';
import { readNewsletterState } from '../../core/newsletter/read-state.js';
import { fail, land, launch, learn, want, type Saves } from '../../core/newsletter/saves.js';
import type { NewsletterPatch, NewsletterProblem, NewsletterState } from '../../core/newsletter/state.js';
import { NewsletterEvent } from '../../events/newsletter-event.js';
import type { NewsletterAdapter } from './adapter.js';

/** How long the server may take, in milliseconds. */
const LIMIT = 20_000;

/** How long a page may take to say what holds, where nothing can be asked, in milliseconds. */
const PATIENCE = 3000;

/** What a subscription needs of its panel. */
export interface Panel {
  readonly element: ReactiveElement;
  /** The adapter of the page, or that of the endpoint. */
  readonly adapter: () => {
    readonly own?: NewsletterAdapter | undefined;
    readonly http?: NewsletterAdapter | undefined;
  };
  readonly token: () => string | undefined;
  /** What the record of a change says beside the change, at this moment. */
  readonly facts: () => RecordFacts;
  /** Says how something went. */
  readonly tell: () => void;
  /** Says to the developer what is wrong. */
  readonly warn: (problem: 'not-reached' | 'not-understood') => void;
}

/** One subscriber's matter: asks the server what holds, sends it what the shopper changes, one save at a time. */
export class Subscription {
  readonly #panel: Panel;
  #begun = false;

  /** What the server said, and what is on its way; absent until it is known. */
  saves: Saves | undefined;
  /** Why nothing is known, or nothing more. */
  problem: NewsletterProblem | 'unreachable' | undefined;
  /** How many seconds to wait, where the server said so. */
  retryAfter: number | undefined;
  /** What was saved last, as long as nothing else is wanted. */
  done: NewsletterPatch | undefined;
  /** What takes the last stop back. */
  undo: NewsletterPatch | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
  }

  /** Whether something is on its way. */
  get busy(): boolean {
    return !!this.saves?.flying;
  }

  /** Asks what holds, once. */
  begin(): void {
    if (!this.#begun && !this.saves) {
      this.#begun = true;
      this.load();
    }
  }

  /** Asks the server what holds; nothing is changed by it. */
  load(): void {
    const { own, http } = this.#panel.adapter();
    this.problem = undefined;
    if (own ?? http) {
      this.#refresh((error) => {
        ({ problem: this.problem, retryAfter: this.retryAfter } = problemIn(error));
        this.#panel.tell();
      });
    } else {
      setTimeout(() => {
        if (!this.saves) {
          this.problem = 'unreachable';
          this.#panel.warn('not-reached');
          this.#panel.tell();
        }
      }, PATIENCE);
    }
    this.#panel.element.requestUpdate();
  }

  /** Takes what the page or the server says that holds. */
  learn(value: unknown): void {
    const state = readNewsletterState(value);
    if (state) {
      this.saves = learn(this.saves, state);
      this.problem = undefined;
      this.#panel.element.requestUpdate();
    } else {
      this.#panel.warn('not-understood');
    }
  }

  /** Sends what the shopper wants, once nothing else is on its way. */
  want(patch: NewsletterPatch): void {
    if (this.saves) {
      this.saves = want(this.saves, patch);
      this.undo = this.done = undefined;
      this.#send();
      if (!this.busy) {
        // It is so already.
        this.done = patch;
        this.#panel.tell();
      }
    }
  }

  #send(): void {
    const before = this.saves?.flying;
    this.saves &&= launch(this.saves);
    this.#panel.element.requestUpdate();
    if (this.saves?.flying && !before) {
      void this.#save(this.saves.flying, this.saves);
    }
  }

  async #save(patch: NewsletterPatch, { server }: Saves): Promise<void> {
    const record = newsletterRecord(patch, server, this.#panel.facts());
    // What is wanted is drawn before it can fail, so that going back from it is drawn too.
    await this.#panel.element.updateComplete;
    try {
      const state = await this.#ask((signal) =>
        this.#answer(patch, { token: this.#panel.token(), record, version: server.version, signal }),
      );
      this.saves &&= land(this.saves, state);
      this.done = patch;
      this.undo = patch.status === 'unsubscribed' ? undoOf(server) : undefined;
    } catch (error) {
      this.#fail(error);
    }
    this.#send();
    if (!this.busy) {
      this.#panel.tell();
    }
  }

  #fail(error: unknown): void {
    const { problem, state, retryAfter } = problemIn(error);
    const known = readNewsletterState(state);
    this.retryAfter = retryAfter;
    if (problem === 'expired' || problem === 'not-found') {
      // More private: who is not known any more sees nothing of it.
      this.problem = problem;
      this.saves = undefined;
      return;
    }
    this.saves &&= fail(this.saves, problem, known);
    if (!known && problem !== 'rate-limited') {
      // The answer may be lost and not the change.
      this.#refresh();
    }
  }

  #refresh(otherwise?: (error: unknown) => void): void {
    const { own, http } = this.#panel.adapter();
    const adapter = own ?? http;
    if (adapter) {
      this.#ask((signal) => adapter.load({ token: this.#panel.token(), signal })).then(
        (state) => {
          this.learn(state);
        },
        otherwise ?? (() => undefined),
      );
    }
  }

  /** Hands a change to whoever saves it: the page's adapter, else a listener that answers, else the endpoint. */
  #answer(...call: Parameters<NewsletterAdapter['save']>): Promise<NewsletterState> {
    const [patch, { record }] = call;
    const { own, http } = this.#panel.adapter();
    if (own) {
      return own.save(...call);
    }
    const event = new NewsletterEvent({ patch, record });
    this.#panel.element.dispatchEvent(event);
    const answer = event.answer ?? http?.save(...call);
    if (!answer) {
      this.#panel.warn('not-reached');
      throw new Error('not-reached');
    }
    return answer;
  }

  /** Waits for an answer, and not for ever. What is no state is no answer. */
  async #ask(call: (signal: AbortSignal) => Promise<unknown>): Promise<NewsletterState> {
    const limit = new AbortController();
    const timer = setTimeout(() => {
      limit.abort();
    }, LIMIT);
    const late = new Promise((_, reject) => {
      limit.signal.onabort = reject;
    });
    try {
      const state = readNewsletterState(await Promise.race([call(limit.signal), late]));
      if (!state) {
        this.#panel.warn('not-understood');
        throw new Error('not-understood');
      }
      return state;
    } finally {
      clearTimeout(timer);
    }
  }
}
