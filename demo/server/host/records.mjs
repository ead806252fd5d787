/** Takes in the records of choices: the shop's proof of who chose what when, without knowing who. */
import { randomBytes } from 'node:crypto';
import { Refusal } from './answers.mjs';
import { CHOICES } from './schemas.mjs';

/** @typedef {import('./database.mjs').Queries} Queries */
/** @typedef {import('../../../src/core/receipt/envelope.js').Envelope} Envelope */

/** What a browser lets a page send while it is being closed, in bytes. More in one request is not from our log. */
const BODY_LIMIT = 65_536;

/**
 * Stores records. One that is there already stays as it is, so whoever did not hear the answer sends the same again.
 *
 * @param {Queries} queries
 * @param {readonly Envelope[]} records
 * @param {Date} now
 */
export async function storeRecords({ query }, records, now) {
  // In the order of their ids, so that two requests with the same records never wait for each other.
  await query(
    `INSERT INTO fairsay_records (id, kind, chosen_at, received_at, envelope)
     SELECT one ->> 'id', one ->> 'kind', (one ->> 'time')::timestamptz, $2::timestamptz, one
     FROM jsonb_array_elements($1::jsonb) AS one
     ORDER BY one ->> 'id'
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(records), now.toISOString()],
  );
}

/**
 * Adds `POST /choices`. All records of a request are stored, or none.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {import('./host.mjs').Host} host
 */
export function addRecords(app, { database, clock, limits }) {
  app.post(
    '/choices',
    { bodyLimit: BODY_LIMIT, schema: { body: CHOICES } },
    async (/** @type {import('fastify').FastifyRequest<{ Body: { records: Envelope[] } }>} */ { body, ip }, reply) => {
      refuseHaste(limits.choices(ip));
      await storeRecords(await database(), body.records, clock());
      return reply.code(204).send();
    },
  );
}

/**
 * Records a step that was made on a page of the host itself, or by a mail program.
 *
 * @param {Pick<Envelope, 'choices' | 'source' | 'gpc'> & { previous: Envelope['choices'], hash: string, lang: string, now: Date }} step
 * @returns {Envelope}
 */
export function recordStep({ choices, previous, source, gpc, hash, lang, now }) {
  return {
    form: 1,
    id: randomBytes(16).toString('hex'),
    kind: 'newsletter',
    time: `${now.toISOString().slice(0, 19)}Z`,
    shown: { version: '', hash, lang },
    choices,
    previous,
    source,
    gpc,
    region: '',
    library: 'host',
  };
}

/** @param {number} seconds How long to wait; 0 where nobody is in haste. */
export function refuseHaste(seconds) {
  if (seconds) {
    throw new Refusal(
      429,
      { error: 'Too many requests.', fix: `Try again in ${seconds} seconds.` },
      { headers: { 'retry-after': String(seconds) } },
    );
  }
}
