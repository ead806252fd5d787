/**
 * Shows what the host holds, and deletes it. For the demo alone, and not for copying: whoever reads the outbox has every
 * subscriber's links.
 */
import { maskAddress } from './host/newsletter/address.mjs';
import { REVALIDATE } from './files.mjs';

/** @typedef {import('fastify').FastifyInstance} FastifyInstance */
/** @typedef {import('./host/database.mjs').Database} Database */

/** How many rows of a kind are shown. */
const SHOWN = 50;

/** @param {string} column */
const minute = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS time`;

const RECORDS = `SELECT envelope, ${minute('received_at')} FROM fairsay_records ORDER BY place DESC LIMIT $1::integer`;
const SUBSCRIBERS = `SELECT id, address, status, version, topics, ${minute('created_at')} FROM fairsay_subscribers
  ORDER BY id DESC LIMIT $1::integer`;
const MAILS = `SELECT headers, body, ${minute('queued_at')} FROM fairsay_outbox ORDER BY id DESC LIMIT $1::integer`;
const TABLES = ['fairsay_outbox', 'fairsay_changes', 'fairsay_tokens', 'fairsay_subscribers', 'fairsay_records'];

/**
 * Adds the page of records and its two buttons.
 *
 * @param {FastifyInstance} app
 * @param {{ database: () => Promise<Database>, origin: string, render: (holdings: object) => Promise<string> }} demo `origin` is what
 *   links in mail begin with; here they lead to this server.
 */
export function addHoldings(app, { database, origin, render }) {
  app.get('/records.html', async (_request, reply) =>
    reply
      .headers({ 'cache-control': REVALIDATE, 'referrer-policy': 'same-origin' })
      .type('text/html; charset=utf-8')
      .send(await render(await readHoldings(await database(), origin))),
  );

  app.register(async (forms) => {
    // The buttons have no fields worth reading.
    forms.addContentTypeParser('application/x-www-form-urlencoded', (_request, body, done) => {
      body.resume().once('end', () => {
        done(null);
      });
    });
    forms.addHook('preHandler', async (request, reply) => {
      // A page of another site could press our buttons in a visitor's name.
      const site = request.headers['sec-fetch-site'] ?? 'none';
      return ['same-origin', 'none'].includes(String(site)) ? undefined : reply.code(403).send();
    });
    forms.post('/records/delete', async (_request, reply) => {
      const { transaction } = await database();
      await transaction(async ({ query }) => {
        for (const table of TABLES) {
          await query(`DELETE FROM ${table}`);
        }
      });
      return reply.redirect('/records.html', 303);
    });
    forms.post(
      '/records/delete/:id(^\\d{1,9}$)',
      async (/** @type {import('fastify').FastifyRequest<{ Params: { id: string } }>} */ { params }, reply) => {
        const { query } = await database();
        await query('DELETE FROM fairsay_subscribers WHERE id = $1::integer', [Number(params.id)]);
        return reply.redirect('/records.html', 303);
      },
    );
  });
}

/** @param {Database} database @param {string} origin */
async function readHoldings({ query }, origin) {
  /** @type {{ envelope: import('./host/records.mjs').Envelope, time: string }[]} */
  const records = await query(RECORDS, [SHOWN]);
  /** @type {{ id: number, address: string, status: string, version: number, topics: Record<string, boolean>, time: string }[]} */
  const subscribers = await query(SUBSCRIBERS, [SHOWN]);
  /** @type {{ headers: Record<string, string>, body: string, time: string }[]} */
  const mails = await query(MAILS, [SHOWN]);
  return {
    records: records.map(({ envelope, time }) => ({
      ...envelope,
      time,
      choices: Object.entries(envelope.choices).map(([id, value]) => `${id}: ${value}`),
      json: JSON.stringify(envelope, null, 2),
    })),
    subscribers: subscribers.map(({ address, topics, ...rest }) => ({
      ...rest,
      address: maskAddress(address),
      topics: Object.keys(topics).filter((id) => topics[id]),
    })),
    mails: mails.map(({ headers, body, time }) => ({
      time,
      subject: headers['Subject'],
      headers: Object.entries({ ...headers, To: maskAddress(headers['To'] ?? '') }).map(([name, value]) => ({
        name,
        value,
      })),
      lines: body
        .split('\n\n')
        .map((line) => (line.startsWith(origin) ? { link: line.slice(origin.length), line } : { line })),
      oneClick: headers['List-Unsubscribe']?.slice(`<${origin}`.length, -1),
    })),
  };
}
