import { NewsletterError, problemOfStatus } from '../../core/newsletter/problem.js';
import { readNewsletterState } from '../../core/newsletter/read-state.js';
import type { NewsletterPatch, NewsletterState } from '../../core/newsletter/state.js';
import type { Envelope } from '../../core/receipt/envelope.js';

/** What can stand in a header; a token of anything else, as a broken link has it, is none. */
const HEADER = /^[\x21-\x7e]+$/;

/** What every call to the server is told. */
export interface NewsletterCall {
  /** The token of the page's address; absent where there was none, as for somebody who is signed in. */
  readonly token: string | undefined;
  /** Says that nobody waits any longer. */
  readonly signal: AbortSignal;
}

/** What a save is told beside the change. */
export interface NewsletterSave extends NewsletterCall {
  /** The record of the change. Its `id` is new for each save, so that the same one twice is one change. */
  readonly record: Envelope;
  /** The version of the state that the shopper saw. Where the server has a newer one, it is a conflict. */
  readonly version: number;
}

/**
 * How the panel reaches the server. Both calls resolve with what the server holds then, and reject best with a
 * `NewsletterError`. Loading changes nothing on the server, whatever address brought the shopper here.
 */
export interface NewsletterAdapter {
  load(call: NewsletterCall): Promise<NewsletterState>;
  save(patch: NewsletterPatch, save: NewsletterSave): Promise<NewsletterState>;
}

/**
 * Creates the adapter for an address on this origin: `GET` asks, `PATCH` saves. The token goes in a header, and never with a
 * cookie of another site or a referrer. What it speaks is in docs/newsletter.md.
 */
export function createHttpAdapter(endpoint: string): NewsletterAdapter {
  return {
    load: ({ token, signal }) => ask(endpoint, token, { signal }),
    save: (patch, { token, record, version, signal }) =>
      ask(endpoint, token, {
        signal,
        method: 'PATCH',
        body: JSON.stringify({ patch, record }),
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': record.id,
          'If-Match': `"${version}"`,
        },
      }),
  };
}

/** How long the server may take, in milliseconds. */
const LIMIT = 20_000;

/**
 * Waits for an answer of any adapter, and not for ever. What is no state is no answer.
 *
 * @param misunderstood - Hears that an answer was no state.
 */
export async function answerOf(
  call: (signal: AbortSignal) => Promise<unknown>,
  misunderstood: () => void,
): Promise<NewsletterState> {
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
      misunderstood();
      throw new NewsletterError('failed');
    }
    return state;
  } finally {
    clearTimeout(timer);
  }
}

async function ask(endpoint: string, token: string | undefined, init: RequestInit): Promise<NewsletterState> {
  const asked: RequestInit = {
    ...init,
    headers: { ...init.headers, ...(HEADER.test(token ?? '') && { Authorization: `Bearer ${token}` }) },
    // More private: a token and what it opens stay with this origin, and are kept by no cache.
    mode: 'same-origin',
    credentials: 'same-origin',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
  const response = navigator.onLine ? await fetch(endpoint, asked).catch(() => undefined) : undefined;
  if (!response) {
    throw new NewsletterError('offline');
  }
  const state = (await response.json().catch(() => undefined)) as NewsletterState;
  if (!response.ok) {
    const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
    throw new NewsletterError(problemOfStatus(response.status), { state, retryAfter });
  }
  return state;
}
