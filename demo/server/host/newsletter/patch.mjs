/** What a change of the panel comes to. Rules only: no database, no clock. */
import { Refusal } from '../answers.mjs';

/** @typedef {import('../../../../src/core/newsletter/state.js').NewsletterPatch} NewsletterPatch */
/** @typedef {import('../../../../src/config/newsletter.js').NewsletterConfig} NewsletterConfig */
/** @typedef {import('./subscribers.mjs').Subscriber} Subscriber */

/** The longest pause, in days. */
const LONGEST = 366;

const DAY = 86_400_000;

/**
 * Refuses what the shop does not offer.
 *
 * @param {NewsletterPatch} patch
 * @param {NewsletterConfig} config
 * @param {Date} now
 * @throws Refusal
 */
export function checkPatch({ topics, frequency, channels, pausedUntil }, config, now) {
  refuseUnknown('patch.topics', Object.keys(topics ?? {}), config.topics);
  refuseUnknown('patch.channels', Object.keys(channels ?? {}), config.channels);
  refuseUnknown('patch.frequency', frequency === undefined ? [] : [frequency], config.frequencies);
  if (pausedUntil) {
    const days = (Date.parse(pausedUntil) - Date.parse(dayOf(now))) / DAY;
    if (days < 0 || days > LONGEST) {
      const error = days < 0 ? 'The pause is over before it begins.' : 'The pause is longer than a year.';
      throw new Refusal(400, { error, path: 'patch.pausedUntil', fix: 'Give a day from today to a year from now.' });
    }
  }
}

/**
 * Refuses ids that the shop does not have.
 *
 * @param {string} path
 * @param {readonly string[]} ids
 * @param {readonly { id: string }[]} [offered]
 */
export function refuseUnknown(path, ids, offered = []) {
  const unknown = ids.find((id) => !offered.some((each) => each.id === id));
  if (unknown !== undefined) {
    const fix = `Give one of: ${offered.map(({ id }) => id).join(', ') || '(the shop offers none)'}.`;
    throw new Refusal(400, { error: 'The shop does not offer this.', path: `${path}.${unknown}`, fix });
  }
}

/**
 * Applies a difference. What it does not name stays, and a stop keeps the topics: so it can be taken back.
 *
 * @param {Subscriber} subscriber
 * @param {NewsletterPatch} patch
 * @returns {Subscriber}
 */
export function applyPatch(subscriber, patch) {
  const { topics, frequency = subscriber.frequency, channels, pausedUntil = subscriber.pausedUntil } = patch;
  return {
    ...subscriber,
    topics: { ...subscriber.topics, ...topics },
    frequency,
    channels: { ...subscriber.channels, ...channels },
    pausedUntil,
    ...nextStatus(subscriber, patch),
  };
}

/**
 * More private: nothing but the double opt-in makes a subscriber. So a stop is taken back to what was confirmed before it,
 * and an address that was suppressed must confirm anew that mail arrives.
 *
 * @param {Subscriber} subscriber
 * @param {NewsletterPatch} patch
 * @returns {Pick<Subscriber, 'status' | 'confirmedAt'>}
 */
function nextStatus({ status, confirmedAt }, { status: wanted }) {
  if (wanted === undefined || wanted === status) {
    return { status, confirmedAt };
  }
  if (wanted === 'unsubscribed') {
    return { status: wanted, confirmedAt: status === 'suppressed' ? null : confirmedAt };
  }
  return confirmedAt && status === 'unsubscribed'
    ? { status: 'subscribed', confirmedAt }
    : { status: 'pending', confirmedAt: null };
}

/** @param {Date} now */
const dayOf = (now) => now.toISOString().slice(0, 10);
