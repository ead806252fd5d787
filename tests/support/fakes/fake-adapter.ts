/** A newsletter's server for the panel's tests: it holds a state, and answers when the test says so. */
import { applyPatch } from '../../../src/core/newsletter/difference.js';
import { NewsletterError, type ProblemDetail } from '../../../src/core/newsletter/problem.js';
import type { NewsletterPatch, NewsletterProblem, NewsletterState } from '../../../src/core/newsletter/state.js';
import type { NewsletterAdapter, NewsletterCall, NewsletterSave } from '../../../src/page/newsletter/adapter.js';

/** A call that waits for its answer. */
interface Waiting {
  readonly resolve: (state: NewsletterState) => void;
  readonly reject: (error: unknown) => void;
  readonly patch: NewsletterPatch;
}

/** What a subscriber of the tests gets: news weekly by e-mail. */
export const SUBSCRIBED: NewsletterState = {
  version: 1,
  status: 'subscribed',
  address: 'm…@example.com',
  topics: { news: true, sale: false },
  frequency: 'weekly',
  channels: { email: true, sms: false },
  pausedUntil: null,
};

/** A server that a test looks into and steers. Loading is answered at once unless the test holds it back. */
export class FakeAdapter implements NewsletterAdapter {
  /** What the server holds. */
  state: NewsletterState;
  /** What a load is answered with, in place of the state. */
  loading: ((state: NewsletterState) => Promise<NewsletterState>) | undefined;
  readonly loads: NewsletterCall[] = [];
  readonly saves: (NewsletterSave & { readonly patch: NewsletterPatch })[] = [];
  readonly #waiting: Waiting[] = [];
  #heard: (() => void) | undefined;

  constructor(state: Partial<NewsletterState> = {}) {
    this.state = { ...SUBSCRIBED, ...state };
  }

  load(call: NewsletterCall): Promise<NewsletterState> {
    this.loads.push(call);
    return this.loading?.(this.state) ?? Promise.resolve(this.state);
  }

  save(patch: NewsletterPatch, save: NewsletterSave): Promise<NewsletterState> {
    this.saves.push({ ...save, patch });
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject, patch });
      this.#heard?.();
    });
  }

  /** How many saves wait for an answer. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** What was sent, oldest first. */
  get patches(): readonly NewsletterPatch[] {
    return this.saves.map(({ patch }) => patch);
  }

  /** Resolves once a save waits for its answer. */
  async heard(): Promise<void> {
    while (!this.#waiting.length) {
      await new Promise<void>((resolve) => (this.#heard = resolve));
    }
  }

  /** Changes what the server holds, as another device would. */
  change(patch: NewsletterPatch): void {
    this.state = { ...applyPatch(this.state, patch), version: this.state.version + 1 };
  }

  /** Saves what waits, and answers. */
  async answer(): Promise<void> {
    await this.heard();
    const { resolve, patch } = this.#waiting.shift() as Waiting;
    this.change(patch);
    resolve(this.state);
  }

  /** Saves nothing, and says why. */
  async refuse(problem: NewsletterProblem, detail?: ProblemDetail): Promise<void> {
    await this.reject(new NewsletterError(problem, detail));
  }

  /** Saves nothing, and throws. */
  async reject(error: unknown): Promise<void> {
    await this.heard();
    this.#waiting.shift()?.reject(error);
  }

  /** Answers with something that is no state. */
  async babble(value: unknown): Promise<void> {
    await this.heard();
    this.#waiting.shift()?.resolve(value as NewsletterState);
  }
}
