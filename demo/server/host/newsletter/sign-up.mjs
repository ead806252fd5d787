/**
 * Signing up, in two steps: a form queues a mail, and a button behind the link in that mail confirms. The link itself does
 * nothing, as programs that check mail for viruses open it.
 */
import { isDeepStrictEqual } from 'node:util';
import { Refusal, wantsPage } from '../answers.mjs';
import { hashOfStep } from '../pages.mjs';
import { recordStep, refuseHaste, storeRecords } from '../records.mjs';
import { SIGN_UP } from '../schemas.mjs';
import { maskAddress, readAddress } from './address.mjs';
import { queueMail, secondsToMail } from './mail.mjs';
import { refuseUnknown } from './patch.mjs';
import { findOrAdd, findSubscriber, saveSubscriber } from './subscribers.mjs';
import { makeToken, readToken, useConfirmations } from './tokens.mjs';

/** @typedef {import('../database.mjs').Queries} Queries */
/** @typedef {import('../host.mjs').Host} Host */
/** @typedef {import('../pages.mjs').Step} Step */
/** @typedef {import('./subscribers.mjs').Subscriber} Subscriber */
/** @typedef {import('fastify').FastifyRequest<{ Body: { email: string, topics?: string[] } }>} SignUp */
/** @typedef {import('fastify').FastifyRequest<{ Querystring: { token?: string }, Body: { token: string } }>} Confirmation */

const BODY_LIMIT = 4096;
const TOKEN = { type: 'object', properties: { token: { type: 'string', maxLength: 128 } } };
const HTML = 'text/html; charset=utf-8';

/** The same for an address that is new and for one that we know: who asks learns nothing about anyone. @type {Step} */
const SENT = {
  title: 'Look into your mailbox',
  lines: ['We have written to you. Nothing more comes before you press the button behind the link in that mail.'],
};

/**
 * Adds `POST /newsletter/subscribe`, and `GET` and `POST /newsletter/confirm`.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {Host} host
 */
export function addSignUp(app, host) {
  const { database, clock, limits, render } = host;

  app.post(
    '/newsletter/subscribe',
    { bodyLimit: BODY_LIMIT, schema: { body: SIGN_UP } },
    async (/** @type {SignUp} */ request, reply) => {
      refuseHaste(limits.signUps(request.ip));
      await signUp(await database(), host, request.body);
      reply.code(202);
      return wantsPage(request) ? reply.type(HTML).send(render(SENT)) : { message: `${SENT.title}.` };
    },
  );

  app.get(
    '/newsletter/confirm',
    { schema: { querystring: TOKEN } },
    async (/** @type {Confirmation} */ { query: { token } }, reply) => {
      const queries = await database();
      const { subscriber: id, used } = await readToken(queries, { token, purpose: 'confirm', now: clock() });
      const subscriber = await findSubscriber(queries, id, 'read');
      return reply.type(HTML).send(render(used ? doneStep(subscriber) : askStep(subscriber, host, token)));
    },
  );

  app.post(
    '/newsletter/confirm',
    { bodyLimit: BODY_LIMIT, schema: { body: { ...TOKEN, required: ['token'] } } },
    async (/** @type {Confirmation} */ { body: { token }, headers }, reply) =>
      reply.type(HTML).send(render(await confirm(await database(), host, { token, gpc: headers['sec-gpc'] === '1' }))),
  );
}

/**
 * Has somebody wait for the confirmation, and queues the mail for it. Who is subscribed already stays so.
 *
 * @param {import('../database.mjs').Database} database
 * @param {Host} host
 * @param {{ email: string, topics?: string[] }} asked
 */
async function signUp(database, { newsletter: config, sender, clock }, { email, topics: wanted }) {
  const now = clock();
  const read = readAddress(email);
  if (!read) {
    throw new Refusal(400, {
      error: 'This is no e-mail address.',
      path: 'email',
      fix: 'Write it as name@example.com.',
    });
  }
  const [first] = config.topics ?? [];
  const chosen = wanted ?? (first ? [first.id] : []);
  refuseUnknown('topics', chosen, config.topics);
  const topics = Object.fromEntries(chosen.map((id) => [id, true]));
  await database.transaction(async (queries) => {
    const found = await findOrAdd(queries, { ...read, topics, config, now });
    const waits = found.status === 'pending' || found.status === 'unsubscribed';
    const channels = { ...found.channels, email: true };
    const waiting = waits
      ? { ...found, status: /** @type {const} */ ('pending'), topics, channels, confirmedAt: null }
      : found;
    const subscriber = isDeepStrictEqual(waiting, found) ? found : await saveSubscriber(queries, waiting);
    // More private: an address that bounced or complained is left in peace, whoever types it in.
    if (found.status !== 'suppressed' && !(await secondsToMail(queries, subscriber.id, now))) {
      await queueMail(queries, waits ? 'confirm' : 'again', { subscriber, sender, now });
    }
  });
}

/**
 * @param {import('../database.mjs').Database} database
 * @param {Host} host
 * @param {{ token: string, gpc: boolean }} asked
 * @returns {Promise<Step>} What to say.
 */
async function confirm(database, host, { token, gpc }) {
  const { clock, sender } = host;
  const now = clock();
  return database.transaction(async (queries) => {
    const { subscriber: id, used } = await readToken(queries, { token, purpose: 'confirm', now });
    const subscriber = await findSubscriber(queries, id, 'lock');
    if (used || subscriber.status !== 'pending') {
      return doneStep(subscriber);
    }
    const saved = await saveSubscriber(queries, {
      ...subscriber,
      status: 'subscribed',
      confirmedAt: now.toISOString(),
    });
    await useConfirmations(queries, saved.id, now);
    const record = recordStep({
      choices: { status: 'subscribed', ...subscriber.topics },
      previous: { status: 'pending' },
      source: 'button',
      hash: hashOfStep(askStep(subscriber, host)),
      lang: 'en',
      gpc,
      now,
    });
    await storeRecords(queries, [record], now);
    await queueMail(queries, 'welcome', { subscriber: saved, sender, now });
    return doneStep(saved, sender.panel + (await makeToken(queries, { subscriber: saved.id, purpose: 'manage', now })));
  });
}

/** @param {Subscriber} subscriber @param {Host} host @param {string} [token] @returns {Step} */
function askStep({ address, topics }, { newsletter }, token = '') {
  const names = (newsletter.topics ?? []).filter(({ id }) => topics[id]).map(({ label }) => inEnglish(label));
  return {
    title: 'Do you want our mail?',
    lines: [`To ${maskAddress(address)}: ${names.join(', ')}. You can stop at any time, with one press.`],
    form: { action: '/newsletter/confirm', name: 'token', value: token, button: 'Yes, send it to me' },
  };
}

/** @param {Subscriber} subscriber @param {string} [panel] @returns {Step} */
function doneStep({ status }, panel) {
  if (status !== 'subscribed') {
    return {
      title: 'You get no mail',
      lines: ['This link has been used before. If you want our mail, sign up once more.'],
    };
  }
  const step = { title: 'You are subscribed', lines: ['Every mail has a link that stops them.'] };
  return panel ? { ...step, link: { href: panel, text: 'Choose what you get' } } : step;
}

/** @param {import('../../../../src/config/types.js').LocalText} text */
function inEnglish(text) {
  return typeof text === 'string' ? text : (text['en'] ?? Object.values(text)[0] ?? '');
}
