/**
 * A host that is killed: run with the place of its database, the request to make, and when to die. It stands in for a
 * machine that loses its power between storing and answering, and nothing of it is in the host itself.
 */
import fastify from 'fastify';
import { addHost, NEWSLETTER, openDatabase, ORIGIN, type Database } from './host.js';

/** What the parent asks for. */
export interface Errand {
  readonly place: { url?: string; folder?: string };
  readonly request: { method: 'POST' | 'PATCH'; url: string; headers: Record<string, string>; payload: string };
  /** `unstored`: before the transaction ends; `unanswered`: after it, and before a byte of the answer. */
  readonly death: 'unstored' | 'unanswered';
}

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

/** A database whose process is gone when it has carried out a statement, or several as one, and not yet stored them. */
function dying(database: Database): Database {
  const transaction: Database['transaction'] = (act) =>
    database.transaction(async (queries) => {
      const result = await act(queries);
      die();
      return result;
    });
  return { ...database, transaction, query: (sql, values) => transaction(({ query }) => query(sql, values)) };
}

const { place, request, death } = JSON.parse(process.argv[2] ?? '') as Errand;
const database = await openDatabase(place);
const app = fastify();
if (death === 'unanswered') {
  app.addHook('onSend', () => {
    die();
    return Promise.resolve();
  });
}
await addHost(app, {
  database: () => Promise.resolve(death === 'unstored' ? dying(database) : database),
  newsletter: NEWSLETTER,
  sender: { name: 'Shop', address: 'service@shop.example', origin: ORIGIN, panel: '/account?token=' },
});
await app.inject(request);
console.error('It answered.');
