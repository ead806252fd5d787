/** States of a subscriber for the tests, and every state and change there can be of two topics and two channels. */
import fc from 'fast-check';
import type { NewsletterPatch, NewsletterState } from '../../../../src/core/newsletter/state.js';

/** Somebody who gets news weekly by mail. */
export function stateOf(part: Partial<NewsletterState> = {}): NewsletterState {
  return {
    version: 1,
    status: 'subscribed',
    address: 'm…@example.com',
    topics: { news: true, sale: false },
    frequency: 'weekly',
    channels: { email: true, sms: false },
    pausedUntil: null,
    ...part,
  };
}

const flags = (...ids: string[]) => fc.dictionary(fc.constantFrom(...ids), fc.boolean(), { noNullPrototype: true });

const day = fc.constantFrom(null, '2026-12-10', '2027-02-28');

/** Any state. */
export const anyState: fc.Arbitrary<NewsletterState> = fc.record({
  version: fc.nat(9),
  status: fc.constantFrom('subscribed', 'pending', 'unsubscribed', 'suppressed'),
  topics: flags('news', 'sale'),
  frequency: fc.constantFrom('', 'weekly', 'monthly'),
  channels: flags('email', 'sms'),
  pausedUntil: day,
});

/** Any change that a shopper can make. */
export const anyPatch: fc.Arbitrary<NewsletterPatch> = fc.record(
  {
    topics: flags('news', 'sale'),
    frequency: fc.constantFrom('weekly', 'monthly'),
    channels: flags('email', 'sms'),
    pausedUntil: day,
    status: fc.constantFrom('subscribed' as const, 'unsubscribed' as const),
    resend: fc.constant<true>(true),
  },
  { requiredKeys: [] },
);
