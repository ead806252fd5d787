/**
 * Where a subscription is. `pending` waits for the second step of a double opt-in; `suppressed` is a stop that the server
 * made, after bounces or a complaint.
 */
export type SubscriptionStatus = 'subscribed' | 'pending' | 'unsubscribed' | 'suppressed';

/** What the server holds about one subscriber: the truth, which the panel shows and never guesses. */
export interface NewsletterState {
  /** One more with each change on the server. A change that names an older one is a conflict. */
  readonly version: number;
  readonly status: SubscriptionStatus;
  /** Who it is about, as the server wants it shown, such as `m…@example.com`. Never stored or recorded by Fairsay. */
  readonly address?: string;
  /** By topic id. What is not named is off. */
  readonly topics: Readonly<Record<string, boolean>>;
  /** The id of the frequency; empty where the shop offers none. */
  readonly frequency: string;
  /** By channel id. What is not named is off. */
  readonly channels: Readonly<Record<string, boolean>>;
  /** The last day of a pause, as `YYYY-MM-DD`, or `null`. */
  readonly pausedUntil: string | null;
}

/** A difference: only what the shopper changed. What is not named stays as the server has it. */
export interface NewsletterPatch {
  readonly topics?: Readonly<Record<string, boolean>>;
  readonly frequency?: string;
  readonly channels?: Readonly<Record<string, boolean>>;
  readonly pausedUntil?: string | null;
  /** `unsubscribed` stops everything; `subscribed` takes that back. */
  readonly status?: 'subscribed' | 'unsubscribed';
  /** Asks for the message of the double opt-in once more. */
  readonly resend?: true;
}

/**
 * Why a call failed. `expired`: the token no longer counts. `not-found`: nobody behind it. `conflict`: changed elsewhere
 * meanwhile. `rate-limited`: too often. `offline`: not sent. `failed`: everything else.
 */
export type NewsletterProblem = 'expired' | 'not-found' | 'conflict' | 'rate-limited' | 'offline' | 'failed';

/**
 * Why nothing is known where no call has failed. `no-link`: the page was opened without a token, and nobody is signed in.
 * `unreachable`: there is nothing to ask, and the page said nothing.
 */
export type NewsletterUnknown = 'no-link' | 'unreachable';
