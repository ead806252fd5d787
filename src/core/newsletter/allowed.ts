import type { SubscriptionStatus } from './state.js';

/** What a shopper can do, where a subscription is. */
export interface Allowed {
  /** Choose topics, frequency and channels. */
  readonly choose: boolean;
  /** Stop everything: wherever something could come, and where a stop would outlive what the server does. */
  readonly stop: boolean;
  readonly pause: boolean;
  /** Have the message of the double opt-in sent again. */
  readonly resend: boolean;
}

/** What each status allows. Where the server stopped sending, only writing to the shop leads back. */
export const ALLOWED: Readonly<Record<SubscriptionStatus, Allowed>> = {
  subscribed: { choose: true, stop: true, pause: true, resend: false },
  pending: { choose: true, stop: true, pause: false, resend: true },
  unsubscribed: { choose: true, stop: false, pause: false, resend: false },
  suppressed: { choose: false, stop: true, pause: false, resend: false },
};
