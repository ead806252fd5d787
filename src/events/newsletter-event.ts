import type { NewsletterPatch, NewsletterState } from '../core/newsletter/state.js';
import type { Envelope } from '../core/receipt/envelope.js';

/** What a {@link NewsletterEvent} carries. */
export interface NewsletterDetail {
  /** What the shopper changes: only that. */
  readonly patch: NewsletterPatch;
  /** The record of it, for whoever has to prove it. Its `id` is new for each save: the same one twice is one change. */
  readonly record: Envelope;
}

/**
 * Fired by the newsletter panel when something is to be saved, and no adapter does it. The page saves and answers with
 * {@link NewsletterEvent.respondWith}; where it does not, the configured endpoint is asked. It cannot be cancelled.
 */
export class NewsletterEvent extends Event {
  readonly detail: NewsletterDetail;
  #answer: Promise<NewsletterState> | undefined;

  constructor(detail: NewsletterDetail) {
    super('fairsay-newsletter', { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }

  /** What the page answers; absent where it does not. */
  get answer(): Promise<NewsletterState> | undefined {
    return this.#answer;
  }

  /**
   * Says that the page saves it, and what holds then. To be called while the event is heard; the first answer counts. A
   * rejection, best with a `NewsletterError`, puts the panel back to what the server said last.
   */
  respondWith(answer: Promise<NewsletterState>): void {
    this.#answer ??= Promise.resolve(answer);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fairsay-newsletter': NewsletterEvent;
  }
}
