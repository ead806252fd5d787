/** Tokens: whoever has one got it by mail, and so reads that address. What is stored of them opens nothing. */
import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '../answers.mjs';

/** @typedef {import('../database.mjs').Queries} Queries */
/** @typedef {'confirm' | 'manage' | 'unsubscribe'} Purpose */

/** @typedef {{ subscriber: number | null, used: boolean }} Holder Nobody, where the subscriber was deleted. */

/** For how many days a token counts. One in old mail must go on unsubscribing, and can do nothing else. */
const DAYS = { confirm: 7, manage: 30, unsubscribe: null };

const DAY = 86_400_000;

/** The form of every token: 256 random bits. */
const FORM = /^[\w-]{43}$/;

/** @param {string} token */
export const hashOf = (token) => createHash('sha256').update(token).digest('hex');

/**
 * Makes a token for a subscriber.
 *
 * @param {Queries} queries
 * @param {{ subscriber: number, purpose: Purpose, now: Date }} what
 * @returns {Promise<string>}
 */
export async function makeToken({ query }, { subscriber, purpose, now }) {
  const token = randomBytes(32).toString('base64url');
  const days = DAYS[purpose];
  await query(
    `INSERT INTO fairsay_tokens (hash, purpose, subscriber_id, expires_at)
     VALUES ($1, $2, $3::integer, $4::timestamptz)`,
    [hashOf(token), purpose, subscriber, days && new Date(now.getTime() + days * DAY).toISOString()],
  );
  return token;
}

/**
 * Finds out whose a token is. A token for one purpose is unknown for any other.
 *
 * @param {Queries} queries
 * @param {{ token: string | undefined, purpose: Purpose, now: Date, unknown?: number }} what `unknown` is the status for a
 *   token that does not exist.
 * @returns {Promise<Holder>}
 */
export async function readToken({ query }, { token = '', purpose, now, unknown = 404 }) {
  /** @type {{ subscriber: number | null, used: boolean, expired: boolean }[]} */
  const [row] = FORM.test(token)
    ? await query(
        `SELECT subscriber_id AS subscriber, used_at IS NOT NULL AS used,
           coalesce(expires_at <= $3::timestamptz, false) AS expired
         FROM fairsay_tokens WHERE hash = $1 AND purpose = $2`,
        [hashOf(token), purpose, now.toISOString()],
      )
    : [];
  if (!row) {
    const headers = { 'www-authenticate': 'Bearer' };
    const reason = { error: 'This link is not known.', path: 'token', fix: 'Take the whole link from the mail.' };
    throw new Refusal(unknown, reason, unknown === 401 ? { headers } : {});
  }
  if (row.expired && !row.used) {
    throw new Refusal(410, { error: 'This link is too old.', path: 'token', fix: 'Enter your address for a new one.' });
  }
  return { subscriber: row.subscriber, used: row.used };
}

/**
 * Takes the effect from the confirmations that are still open: who stopped is not to come back by an old mail.
 *
 * @param {Queries} queries
 * @param {number} subscriber
 * @param {Date} now
 */
export async function useConfirmations({ query }, subscriber, now) {
  await query(
    `UPDATE fairsay_tokens SET used_at = $2::timestamptz
     WHERE subscriber_id = $1 AND purpose = 'confirm' AND used_at IS NULL`,
    [subscriber, now.toISOString()],
  );
}
