import type { SubscriptionStatus } from './state.js';

/** What a shopper can do, where a subscription is. */
export interface Allowed {
  /** Choose topics, frequency and channels. Where the server stopped sending, only writing to the shop leads back. */
  readonly choose: boolean;
  /** Stop everything: wherever something could come, and where a stop would outlive what the server does. */
  readonly stop: boolean;
  readonly pause: boolean;
  /** Have the message of the double opt-in sent again. */
  readonly resend: boolean;
}

/** Says what a status allows. */
export function allowedFor(status: SubscriptionStatus): Allowed {
  return {
    choose: status !== 'suppressed',
    stop: status !== 'unsubscribed',
    pause: status === 'subscribed',
    resend: status === 'pending',
  };
}
