import type { NewsletterProblem } from './state.js';

const PROBLEMS: readonly NewsletterProblem[] = [
  'expired',
  'not-found',
  'conflict',
  'rate-limited',
  'offline',
  'failed',
];

/** What an adapter knows beyond the name of a problem. */
export interface ProblemDetail {
  /** What holds on the server now, with a `conflict`. */
  readonly state?: unknown;
  /** Seconds to wait, with `rate-limited`. */
  readonly retryAfter?: number | undefined;
}

/**
 * What an adapter throws where it can say why. Any error with such a `problem` counts, so a page without the package throws
 * `Object.assign(new Error(), { problem: 'expired' })`.
 */
export class NewsletterError extends Error implements ProblemDetail {
  readonly problem: NewsletterProblem;
  readonly state?: unknown;
  readonly retryAfter?: number | undefined;

  constructor(problem: NewsletterProblem, { state, retryAfter }: ProblemDetail = {}) {
    super(problem);
    this.name = 'NewsletterError';
    this.problem = problem;
    this.state = state;
    this.retryAfter = retryAfter;
  }
}

/** What each status of HTTP comes to; any other that is no success is `failed`. */
const STATUSES: Readonly<Record<number, NewsletterProblem>> = {
  401: 'expired',
  403: 'expired',
  410: 'expired',
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  429: 'rate-limited',
};

/** Why an answer over HTTP is no success. */
export function problemOfStatus(status: number): NewsletterProblem {
  return STATUSES[status] ?? 'failed';
}

/** Why a call failed, by whatever was thrown. */
export function problemIn(error: unknown): ProblemDetail & { readonly problem: NewsletterProblem } {
  const { problem, state, retryAfter } = Object(error) as Partial<NewsletterError>;
  return { problem: PROBLEMS.find((known) => known === problem) ?? 'failed', state, retryAfter };
}
