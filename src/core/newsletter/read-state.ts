import type { NewsletterState, SubscriptionStatus } from './state.js';

const STATUSES: readonly SubscriptionStatus[] = ['subscribed', 'pending', 'unsubscribed', 'suppressed'];

/** No address of a person is longer (RFC 5321, section 4.5.3.1). */
const MAX_ADDRESS = 254;

/**
 * Reads what a server or a page calls a state, as a copy of our own. More private: what is not well-formed in every part is
 * no state, so that nothing is drawn as on that nobody said is on.
 */
export function readNewsletterState(value: unknown): NewsletterState | undefined {
  try {
    const { version, status, address = '', topics, frequency, channels, pausedUntil } = value as NewsletterState;
    const fits =
      Number.isSafeInteger(version) &&
      STATUSES.includes(status) &&
      [address, frequency].every((text) => typeof text === 'string') &&
      [topics, channels].every(areFlags) &&
      (pausedUntil === null || isDate(pausedUntil));
    return fits
      ? {
          version,
          status,
          address: address.slice(0, MAX_ADDRESS),
          topics: { ...topics },
          frequency,
          channels: { ...channels },
          pausedUntil,
        }
      : undefined;
  } catch {
    // A getter that throws, or nothing at all.
    return undefined;
  }
}

/** Whether each value of a plain object is yes or no. */
function areFlags(value: unknown): boolean {
  return (
    {}.toString.call(value) === '[object Object]' &&
    Object.values(value as object).every((flag) => typeof flag === 'boolean')
  );
}

/** Whether a text is a day that exists: the 30th of February is none, and is not taken for the 2nd of March. */
export function isDate(text: unknown): text is string {
  const time = /^\d{4}-\d\d-\d\d$/.test(`${text as string}`) ? Date.parse(`${text as string}`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text as string);
}
