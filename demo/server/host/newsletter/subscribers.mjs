/** The rows of subscribers, and what of them a panel is told. */
import { Refusal } from '../answers.mjs';
import { maskAddress } from './address.mjs';

/** @typedef {import('../database.mjs').Queries} Queries */
/** @typedef {import('../../../../src/core/newsletter/state.js').NewsletterState} NewsletterState */
/** @typedef {import('../../../../src/core/newsletter/state.js').SubscriptionStatus} SubscriptionStatus */
/** @typedef {import('../../../../src/config/newsletter.js').NewsletterConfig} NewsletterConfig */

/**
 * One subscriber as stored. Times and days are texts: drivers read them into a `Date` each in its own way.
 *
 * @typedef {object} Subscriber
 * @property {number} id
 * @property {string} address
 * @property {number} version
 * @property {SubscriptionStatus} status
 * @property {Record<string, boolean>} topics
 * @property {string} frequency
 * @property {Record<string, boolean>} channels
 * @property {string | null} pausedUntil The last day of a pause, which may be over.
 * @property {string | null} confirmedAt
 */

const TIME = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const COLUMNS = `id, address, version, status, topics, frequency, channels,
  to_char(paused_until, 'YYYY-MM-DD') AS "pausedUntil", to_char(confirmed_at AT TIME ZONE 'UTC', ${TIME}) AS "confirmedAt"`;

/**
 * Adds a subscriber who waits, unless the address has one.
 *
 * @param {Queries} queries
 * @param {{ address: string, key: string, topics: Record<string, boolean>, config: NewsletterConfig, now: Date }} what
 * @returns {Promise<Subscriber>} The subscriber of the address, whom nobody else can change until the transaction ends.
 */
export async function findOrAdd({ query }, { address, key, topics, config, now }) {
  await query(
    `INSERT INTO fairsay_subscribers (address, address_key, status, topics, frequency, channels, created_at)
     VALUES ($1, $2, 'pending', $3::jsonb, $4, $5::jsonb, $6::timestamptz)
     ON CONFLICT (address_key) DO NOTHING`,
    [
      address,
      key,
      JSON.stringify(topics),
      config.frequencies?.[0]?.id ?? '',
      // Whoever signs up with an e-mail address agrees to e-mail, and to no other channel.
      JSON.stringify({ email: true }),
      now.toISOString(),
    ],
  );
  /** @type {Subscriber[]} */
  const [subscriber] = await query(`SELECT ${COLUMNS} FROM fairsay_subscribers WHERE address_key = $1 FOR UPDATE`, [
    key,
  ]);
  return known(subscriber);
}

/**
 * Finds the subscriber of a token.
 *
 * @param {Queries} queries
 * @param {number | null} id
 * @param {'read' | 'lock'} how `lock` keeps everyone else from changing it until the transaction ends.
 * @throws Refusal, where it was deleted.
 */
export async function findSubscriber({ query }, id, how) {
  /** @type {Subscriber[]} */
  const [subscriber] = await query(
    `SELECT ${COLUMNS} FROM fairsay_subscribers WHERE id = $1 ${how === 'lock' ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return known(subscriber);
}

/**
 * Stores a changed subscriber as the next version.
 *
 * @param {Queries} queries
 * @param {Subscriber} changed
 * @returns {Promise<Subscriber>}
 */
export async function saveSubscriber({ query }, changed) {
  const { id, status, topics, frequency, channels, pausedUntil, confirmedAt } = changed;
  /** @type {Subscriber[]} */
  const [subscriber] = await query(
    `UPDATE fairsay_subscribers SET version = version + 1, status = $2, topics = $3::jsonb, frequency = $4,
       channels = $5::jsonb, paused_until = $6::date, confirmed_at = $7::timestamptz
     WHERE id = $1 RETURNING ${COLUMNS}`,
    [id, status, JSON.stringify(topics), frequency, JSON.stringify(channels), pausedUntil, confirmedAt],
  );
  return known(subscriber);
}

/**
 * What a panel shows. Only what the shop offers today is named, and a pause that is over is none.
 *
 * @param {Subscriber} subscriber
 * @param {NewsletterConfig} config
 * @param {Date} now
 * @returns {NewsletterState}
 */
export function stateOf({ version, status, address, topics, frequency, channels, pausedUntil }, config, now) {
  const { topics: offered = [], channels: ways = [] } = config;
  const today = now.toISOString().slice(0, 10);
  /** @param {readonly { id: string }[]} ids @param {Record<string, boolean>} values */
  const pick = (ids, values) => Object.fromEntries(ids.map(({ id }) => [id, values[id] === true]));
  return {
    version,
    status,
    address: maskAddress(address),
    topics: pick(offered, topics),
    frequency,
    channels: pick(ways, channels),
    pausedUntil: pausedUntil && pausedUntil >= today ? pausedUntil : null,
  };
}

/** @param {Subscriber | undefined} subscriber Gone, where it was deleted between two of our questions. */
function known(subscriber) {
  if (!subscriber) {
    throw new Refusal(404, {
      error: 'Nobody is subscribed by this link any more.',
      path: 'token',
      fix: 'Sign up anew.',
    });
  }
  return subscriber;
}
