/** The mail that would be sent: rows of an outbox, each written together with what it is about. */
import { makeToken } from './tokens.mjs';

/** @typedef {import('../database.mjs').Queries} Queries */
/** @typedef {import('./subscribers.mjs').Subscriber} Subscriber */

/**
 * Whose mail it is.
 *
 * @typedef {object} Sender
 * @property {string} name The shop's.
 * @property {string} address Where it comes from, and where one can write to stop it.
 * @property {string} origin The shop's address in links, without a slash at the end. RFC 8058 asks for `https:`.
 * @property {string} panel The path of the page with the panel, and the parameter for the token: `/account.html?token=`.
 */

/** @typedef {'confirm' | 'welcome' | 'again'} MailKind */

/** @typedef {Record<'confirm' | 'manage' | 'stop', string>} Links */

/** @type {Record<MailKind, { subject: string, lines: (links: Links) => string[] }>} */
const TEXTS = {
  confirm: {
    subject: 'One more step to our newsletter',
    lines: ({ confirm }) => [
      'Somebody, we hope you, asked for our newsletter at this address. If it was you, open this page and press its button:',
      confirm,
      'If it was not, do nothing: without that step no newsletter comes.',
    ],
  },
  welcome: {
    subject: 'You are subscribed',
    lines: () => ['You have confirmed that you want our newsletter. Thank you.'],
  },
  again: {
    subject: 'You are subscribed already',
    lines: () => [
      'Somebody, we hope you, asked for our newsletter at this address. It comes already, so nothing has changed.',
    ],
  },
};

/** How often one address may get mail that anybody can ask for. */
const PAUSE = 60;
const MOST = 5;
const DAY = 86_400;

/**
 * How long to wait before an address may be written to again. Who types another's address into our form, or presses
 * twice, is not to fill a mailbox.
 *
 * @param {Queries} queries
 * @param {number} subscriber
 * @param {Date} now
 * @returns {Promise<number>} Seconds; 0 where it may be now.
 */
export async function secondsToMail({ query }, subscriber, now) {
  /** @type {{ age: number }[]} */
  const rows = await query(
    `SELECT extract(epoch FROM $2::timestamptz - queued_at)::integer AS age FROM fairsay_outbox
     WHERE subscriber_id = $1 AND kind IN ('confirm', 'again') ORDER BY queued_at DESC LIMIT $3::integer`,
    [subscriber, now.toISOString(), MOST],
  );
  const [newest, oldest] = [rows[0]?.age ?? Infinity, rows[MOST - 1]?.age ?? Infinity];
  return Math.max(PAUSE - newest, DAY - oldest, 0);
}

/**
 * Queues a mail, with links that are made for it alone.
 *
 * @param {Queries} queries
 * @param {MailKind} kind
 * @param {{ subscriber: Subscriber, sender: Sender, now: Date }} about
 */
export async function queueMail(queries, kind, { subscriber: { id, address }, sender, now }) {
  const { name, origin, panel } = sender;
  const make = (/** @type {import('./tokens.mjs').Purpose} */ purpose) =>
    makeToken(queries, { subscriber: id, purpose, now });
  const links = {
    confirm: kind === 'confirm' ? `${origin}/newsletter/confirm?token=${await make('confirm')}` : '',
    manage: `${origin}${panel}${await make('manage')}`,
    stop: `${origin}/newsletter/one-click?token=${await make('unsubscribe')}`,
  };
  const { subject, lines } = TEXTS[kind];
  const headers = {
    From: `${name} <${sender.address}>`,
    To: address,
    Subject: subject,
    // RFC 8058: mail programs show a button for these two. Both must be covered by the DKIM signature.
    'List-Unsubscribe': `<${links.stop}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  const foot = ['What you get, and how often:', links.manage, 'To stop everything:', links.stop];
  const body = [...lines(links), ...foot, `Or write to ${sender.address}. Mail about your orders goes on.`].join(
    '\n\n',
  );
  await queries.query(
    `INSERT INTO fairsay_outbox (subscriber_id, kind, queued_at, headers, body)
     VALUES ($1::integer, $2, $3::timestamptz, $4::json, $5)`,
    [id, kind, now.toISOString(), JSON.stringify(headers), body],
  );
}
