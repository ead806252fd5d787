/** The host on its own: its routes over an empty database, with a clock that stands still until a test moves it. */
import { randomBytes } from 'node:crypto';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import type { NewsletterConfig } from '../../../src/config/newsletter.js';
import type { NewsletterState } from '../../../src/core/newsletter/state.js';
import type { Envelope } from '../../../src/core/receipt/envelope.js';
import type * as DatabaseModule from '../../../demo/server/host/database.mjs';
import type { Database } from '../../../demo/server/host/database.mjs';
import type * as HostModule from '../../../demo/server/host/host.mjs';
import type { HostOptions } from '../../../demo/server/host/host.mjs';
import { startPostgres } from './postgres.js';

export type { Database };

/** Tests run from `.test-build/tests/host/support`, the host from where it stands with its SQL and its pages. */
export const ROOT = new URL('../../../../', import.meta.url);

/** Loads a module of the host. */
export const load = async <Module>(path: string): Promise<Module> =>
  (await import(new URL(`demo/server/host/${path}`, ROOT).href)) as Module;

export const { addHost } = await load<typeof HostModule>('host.mjs');
export const { openDatabase, openLate } = await load<typeof DatabaseModule>('database.mjs');

/** Both kinds of database. Whatever holds in one holds in the other. */
export const ENGINES = ['PGlite', 'PostgreSQL'] as const;

export const NEWSLETTER: NewsletterConfig = {
  topics: [
    { id: 'news', label: { en: 'News', de: 'Neues' } },
    { id: 'offers', label: 'Special offers' },
  ],
  frequencies: [
    { id: 'weekly', label: 'Once a week' },
    { id: 'monthly', label: 'Once a month' },
  ],
  channels: [{ id: 'email', label: 'E-mail', consentText: 'You may write to me.' }],
};

export const ORIGIN = 'https://shop.example';

/** Noon on a day in 2026. */
const NOON = Date.parse('2026-11-24T12:00:00Z');

export const DAY = 86_400;

/** Opens an empty database, and a way to end it with all that was started for it. */
export async function openStore(
  engine: (typeof ENGINES)[number],
): Promise<{ database: Database; stop(): Promise<void> }> {
  if (engine === 'PGlite') {
    const database = await openDatabase();
    return { database, stop: () => database.close() };
  }
  const server = await startPostgres();
  const database = await openDatabase({ url: server.url });
  return {
    database,
    stop: async () => {
      await database.close();
      await server.stop();
    },
  };
}

/** A host, its database, and its clock. */
export interface TestHost {
  readonly app: FastifyInstance;
  readonly database: Database;
  /** Lets time pass. */
  pass(seconds: number): void;
  /** How many rows a table has. */
  count(table: 'records' | 'subscribers' | 'outbox' | 'tokens'): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a host over a database of its own, or over one that is open. */
export async function startHost(
  over: (typeof ENGINES)[number] | Database,
  options: Partial<HostOptions> = {},
): Promise<TestHost> {
  const { database, stop } =
    typeof over === 'string' ? await openStore(over) : { database: over, stop: () => over.close() };
  let now = NOON;
  const app = fastify();
  await addHost(app, {
    database: () => Promise.resolve(database),
    newsletter: NEWSLETTER,
    sender: { name: 'Shop', address: 'service@shop.example', origin: ORIGIN, panel: '/account?token=' },
    clock: () => new Date(now),
    ...options,
  });
  return {
    app,
    database,
    pass: (seconds) => {
      now += seconds * 1000;
    },
    count: async (table) => {
      const [row] = await database.query<{ count: number }>(`SELECT count(*)::integer AS count FROM fairsay_${table}`);
      return row?.count ?? 0;
    },
    stop: async () => {
      await app.close();
      await stop();
    },
  };
}

/** A record with every key that one can have. The type sees to it that none is missing here. */
export function recordOf(changed: Partial<Envelope> = {}): Required<Envelope> {
  return {
    form: 1,
    id: randomBytes(16).toString('hex'),
    kind: 'newsletter',
    time: '2026-11-24T11:59:58Z',
    shown: { version: '3', hash: 'a'.repeat(64), lang: 'de-AT' },
    choices: { news: true, frequency: 'weekly', days: 30, pausedUntil: null },
    previous: { news: false },
    source: 'button',
    gpc: false,
    region: 'US-CA',
    age: 'adult',
    library: '0.1.0',
    record: 'b'.repeat(32),
    seq: 2,
    ...changed,
  };
}

/** Posts records, as the log of a page does. */
export function post(app: FastifyInstance, body: unknown): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url: '/choices',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
}

/** A mail of the outbox, with the tokens of its links. */
export interface Mail {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly confirm: string;
  readonly manage: string;
  readonly stop: string;
}

/** The mail that would be sent, oldest first. */
export async function readMails({ database }: TestHost): Promise<Mail[]> {
  const rows = await database.query<Pick<Mail, 'headers' | 'body'>>(
    'SELECT headers, body FROM fairsay_outbox ORDER BY id',
  );
  return rows.map(({ headers, body }) => {
    const token = (path: string): string => new RegExp(`${path}\\?token=([\\w-]+)`).exec(body)?.[1] ?? '';
    return { headers, body, confirm: token('confirm'), manage: token('account'), stop: token('one-click') };
  });
}

/** The mail that was queued last. */
export async function lastMail(host: TestHost): Promise<Mail> {
  const mail = (await readMails(host)).at(-1);
  if (!mail) {
    throw new Error('No mail is queued.');
  }
  return mail;
}

/** Signs up, as the form of a page does. */
export function signUp(app: FastifyInstance, email: string, ...topics: string[]): Promise<LightMyRequestResponse> {
  const form = new URLSearchParams([['email', email], ...topics.map((topic) => ['topics', topic])]);
  return postForm(app, '/newsletter/subscribe', form);
}

/** Sends a form, as a page without a script does. */
export function postForm(
  app: FastifyInstance,
  url: string,
  form: URLSearchParams,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return app.inject({ method: 'POST', url, headers: { ...type, ...headers }, payload: form.toString() });
}

/** A subscriber who has confirmed, with the token of the panel and that of every mail's foot. */
export async function subscribe(host: TestHost, email: string): Promise<Mail> {
  await signUp(host.app, email);
  const { confirm } = await lastMail(host);
  await postForm(host.app, '/newsletter/confirm', new URLSearchParams({ token: confirm }));
  return lastMail(host);
}

/** Reads the state of a subscription, as the panel does. */
export function read(app: FastifyInstance, token: string): Promise<LightMyRequestResponse> {
  return app.inject({ url: '/newsletter', headers: { authorization: `Bearer ${token}` } });
}

/** Sends a change, as the panel does. */
export function send(
  app: FastifyInstance,
  token: string,
  {
    patch,
    record = recordOf(),
    version,
    key = record.id,
  }: { patch: object; record?: Envelope; version: number; key?: string },
): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'PATCH',
    url: '/newsletter',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'if-match': `"${version}"` },
    payload: { patch, record },
  });
}

/** The state that an answer holds. */
export const stateIn = (answer: LightMyRequestResponse): NewsletterState => answer.json<NewsletterState>();
