/**
 * Stopping in one step (RFC 8058): mail programs post to the address in `List-Unsubscribe`, without cookie or login. People
 * who open the same address get a page with one button, as programs that check mail for viruses open it too.
 */
import { Refusal, wantsPage } from '../answers.mjs';
import { hashOfStep } from '../pages.mjs';
import { recordStep, storeRecords } from '../records.mjs';
import { findSubscriber, saveSubscriber } from './subscribers.mjs';
import { readToken, useConfirmations } from './tokens.mjs';

/** @typedef {import('fastify').FastifyRequest<{ Querystring: { token?: string }, Body?: Record<string, unknown> }>} Request */
/** @typedef {import('../host.mjs').Host} Host */

/** What the body must say, by RFC 8058. */
const [FIELD, WORD] = /** @type {const} */ (['List-Unsubscribe', 'One-Click']);

const BODY_LIMIT = 4096;
const QUERY = { type: 'object', properties: { token: { type: 'string', maxLength: 128 } } };
const DONE = {
  title: 'You get no more mail',
  lines: ['Your address is unsubscribed from everything. Mail about your orders goes on.'],
};

/**
 * Adds `GET` and `POST /newsletter/one-click`.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {Host} host
 */
export function addOneClick(app, host) {
  const { database, clock, render } = host;
  const options = { bodyLimit: BODY_LIMIT, schema: { querystring: QUERY } };

  app.get('/newsletter/one-click', options, async (/** @type {Request} */ { query }, reply) =>
    reply.type('text/html; charset=utf-8').send(render(askStep(query.token ?? ''))),
  );

  app.post('/newsletter/one-click', options, async (/** @type {Request} */ request, reply) => {
    const { query, body, headers } = request;
    if (body?.[FIELD] !== WORD) {
      throw new Refusal(400, { error: 'The body does not ask for it.', path: FIELD, fix: `Post ${FIELD}=${WORD}.` });
    }
    const byHand = wantsPage(request);
    const hash = byHand ? hashOfStep(askStep('')) : '';
    await stop(await database(), { token: query.token, byHand, hash, gpc: headers['sec-gpc'] === '1', now: clock() });
    return byHand
      ? reply.type('text/html; charset=utf-8').send(render(DONE))
      : reply.type('text/plain; charset=utf-8').send(`${DONE.title}.`);
  });
}

/** @param {string} token @returns {import('../pages.mjs').Step} */
function askStep(token) {
  return {
    title: 'Stop all our mail?',
    lines: ['One press, and neither newsletter nor offers come to you any more.'],
    form: {
      action: `/newsletter/one-click?token=${encodeURIComponent(token)}`,
      name: FIELD,
      value: WORD,
      button: 'Stop everything',
    },
  };
}

/**
 * Unsubscribes. Done a second time it changes nothing, and for an address that was deleted there is nothing to do.
 *
 * @param {import('../database.mjs').Database} database
 * @param {{ token: string | undefined, byHand: boolean, hash: string, gpc: boolean, now: Date }} what
 */
async function stop(database, { token, byHand, hash, gpc, now }) {
  await database.transaction(async (queries) => {
    const { subscriber: id } = await readToken(queries, { token, purpose: 'unsubscribe', now });
    const subscriber = id === null ? undefined : await findSubscriber(queries, id, 'lock');
    if (!subscriber || subscriber.status === 'unsubscribed') {
      return;
    }
    await saveSubscriber(queries, { ...subscriber, status: 'unsubscribed' });
    await useConfirmations(queries, subscriber.id, now);
    const [source, lang] = byHand
      ? /** @type {const} */ (['button', 'en'])
      : /** @type {const} */ (['one-click', 'und']);
    const choices = { status: 'unsubscribed' };
    const previous = { status: subscriber.status };
    await storeRecords(queries, [recordStep({ choices, previous, source, hash, lang, gpc, now })], now);
  });
}
