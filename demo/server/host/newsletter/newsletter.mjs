/** What the panel talks to: how a subscription stands, and changes to it. Whoever has the token of a mail may do both. */
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../answers.mjs';
import { refuseHaste, storeRecords } from '../records.mjs';
import { CHANGE } from '../schemas.mjs';
import { queueMail, secondsToMail } from './mail.mjs';
import { applyPatch, checkPatch } from './patch.mjs';
import { findSubscriber, saveSubscriber, stateOf } from './subscribers.mjs';
import { hashOf, readToken, useConfirmations } from './tokens.mjs';

/** @typedef {import('../database.mjs').Queries} Queries */
/** @typedef {import('../host.mjs').Host} Host */
/** @typedef {import('./subscribers.mjs').NewsletterState} NewsletterState */
/** @typedef {import('./subscribers.mjs').Subscriber} Subscriber */
/** @typedef {import('./patch.mjs').NewsletterPatch} NewsletterPatch */
/** @typedef {import('../../../../src/core/receipt/envelope.js').Envelope} Envelope */

/** @typedef {{ patch: NewsletterPatch, record: Envelope }} Change */

const BODY_LIMIT = 32_768;

/** For how long an answer is kept for whoever lost it. */
const KEPT = 30 * 86_400_000;

/**
 * Adds `GET` and `PATCH /newsletter`.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {Host} host
 */
export function addNewsletter(app, host) {
  const { database, clock, newsletter } = host;

  app.get('/newsletter', async (request, reply) => {
    const token = bearerOf(request, host);
    const queries = await database();
    const { subscriber } = await readToken(queries, { token, purpose: 'manage', now: clock(), unknown: 401 });
    const state = stateOf(await findSubscriber(queries, subscriber, 'read'), newsletter, clock());
    return reply.header('etag', `"${state.version}"`).send(state);
  });

  app.patch(
    '/newsletter',
    { bodyLimit: BODY_LIMIT, schema: { body: CHANGE } },
    async (/** @type {import('fastify').FastifyRequest<{ Body: Change }>} */ request, reply) => {
      const token = bearerOf(request, host);
      const { body, headers } = request;
      const version = versionOf(headers['if-match']);
      if (headers['idempotency-key'] !== body.record.id) {
        const fix = 'Give the id of the record, the same for each try.';
        throw new Refusal(400, { error: 'The key is not that of the record.', path: 'idempotency-key', fix });
      }
      const state = await (
        await database()
      ).transaction(async (queries) => {
        const holder = await readToken(queries, { token, purpose: 'manage', now: clock(), unknown: 401 });
        return change(queries, host, { id: holder.subscriber, version, ...body });
      });
      return reply.header('etag', `"${state.version}"`).send(state);
    },
  );
}

/**
 * Carries a change out with its record, or gives the answer of the first time.
 *
 * @param {Queries} queries
 * @param {Host} host
 * @param {Change & { id: number | null, version: number }} asked
 * @returns {Promise<NewsletterState>}
 */
async function change(queries, host, { id: holder, version, patch, record }) {
  const { newsletter, clock } = host;
  const now = clock();
  const subscriber = await findSubscriber(queries, holder, 'lock');
  const { id } = subscriber;
  const earlier = await earlierAnswer(queries, { id, key: record.id, patch });
  if (earlier) {
    return earlier;
  }
  if (version !== subscriber.version) {
    const body = stateOf(subscriber, newsletter, now);
    throw new Refusal(
      409,
      { error: 'It was changed elsewhere meanwhile.' },
      { body, headers: { etag: `"${body.version}"` } },
    );
  }
  checkPatch(patch, newsletter, now);
  const next = applyPatch(subscriber, patch);
  await mailAbout(queries, host, { before: subscriber, next, patch });
  const answer = stateOf(await saveSubscriber(queries, next), newsletter, now);
  await storeRecords(queries, [record], now);
  await keepAnswer(queries, { id, key: record.id, patch, answer, now });
  return answer;
}

/**
 * Queues the mail of the double opt-in where a change asks for it, and takes the effect from earlier ones where it stops.
 *
 * @param {Queries} queries
 * @param {Host} host
 * @param {{ before: Subscriber, next: Subscriber, patch: NewsletterPatch }} what
 */
async function mailAbout(queries, { sender, clock }, { before, next, patch }) {
  const now = clock();
  const waits = next.status === 'pending';
  if (patch.resend && !waits) {
    const fix = 'Load the state again: it is no longer pending.';
    throw new Refusal(400, { error: 'There is nothing to confirm.', path: 'patch.resend', fix });
  }
  if (waits && (patch.resend || before.status !== 'pending')) {
    refuseHaste(await secondsToMail(queries, next.id, now));
    await queueMail(queries, 'confirm', { subscriber: next, sender, now });
  }
  if (next.status === 'unsubscribed') {
    await useConfirmations(queries, next.id, now);
  }
}

/**
 * @param {Queries} queries
 * @param {{ id: number, key: string, patch: NewsletterPatch }} asked
 * @returns {Promise<NewsletterState | undefined>} What the same change was answered with before.
 */
async function earlierAnswer({ query }, { id, key, patch }) {
  /** @type {{ patch: unknown, answer: NewsletterState }[]} */
  const [row] = await query('SELECT patch, answer FROM fairsay_changes WHERE subscriber_id = $1 AND key = $2', [
    id,
    key,
  ]);
  if (row && !isDeepStrictEqual(row.patch, patch)) {
    const fix = 'Make a new record, with a new id, for each change.';
    throw new Refusal(400, { error: 'The key was used for another change.', path: 'idempotency-key', fix });
  }
  return row?.answer;
}

/**
 * @param {Queries} queries
 * @param {{ id: number, key: string, patch: NewsletterPatch, answer: NewsletterState, now: Date }} what
 */
async function keepAnswer({ query }, { id, key, patch, answer, now }) {
  await query(
    `INSERT INTO fairsay_changes (subscriber_id, key, patch, answer, made_at)
     VALUES ($1::integer, $2, $3::jsonb, $4::json, $5::timestamptz)`,
    [id, key, JSON.stringify(patch), JSON.stringify(answer), now.toISOString()],
  );
  await query('DELETE FROM fairsay_changes WHERE subscriber_id = $1 AND made_at < $2::timestamptz', [
    id,
    new Date(now.getTime() - KEPT).toISOString(),
  ]);
}

/** @param {{ headers: { authorization?: string | undefined } }} request @param {Host} host @returns {string} The token, of whoever has not asked too often. */
function bearerOf({ headers }, { limits }) {
  const [, token] = /^Bearer ([\w-]{1,128})$/i.exec(headers.authorization ?? '') ?? [];
  if (!token) {
    const reason = { error: 'There is no token.', path: 'authorization', fix: 'Send “Authorization: Bearer …”.' };
    throw new Refusal(401, reason, { headers: { 'www-authenticate': 'Bearer' } });
  }
  refuseHaste(limits.newsletter(hashOf(token)));
  return token;
}

/** @param {string | undefined} header @returns {number} */
function versionOf(header = '') {
  const [, version] = /^"(\d{1,9})"$/.exec(header) ?? [];
  if (!version) {
    throw new Refusal(400, {
      error: 'It is not said which version is to be changed.',
      path: 'if-match',
      fix: 'Send the version that is on screen, as “If-Match: "3"”.',
    });
  }
  return Number(version);
}
