/** The demo's two sites: the shop on `localhost`, and the third parties on `127.0.0.1`, which to a browser is elsewhere. */
import fastify from 'fastify';
import { openDatabase, openLate } from './host/database.mjs';
import { record } from './recorder.mjs';
import { addShop } from './shop.mjs';
import { addThirdParties } from './third-party.mjs';

/** @typedef {import('./recorder.mjs').Entry} Entry */
/** @typedef {import('./recorder.mjs').ExtraPage} ExtraPage */

/**
 * What runs, and what tests may look at and put in.
 *
 * @typedef {object} Site
 * @property {string} shopUrl The shop's origin, without a slash at the end.
 * @property {string} partyUrl The third parties' origin.
 * @property {readonly Entry[]} log Every request to either, oldest first.
 * @property {() => void} clearLog
 * @property {Map<string, ExtraPage>} pages Further pages of the shop by their path. They come before its own.
 * @property {Map<string, ExtraPage>} partyPages The same for the third parties.
 * @property {() => Promise<void>} close
 */

/**
 * Where it runs, and where the shop keeps what it is sent.
 *
 * @typedef {object} Place
 * @property {number} [shopPort] 0 means a port that is free.
 * @property {number} [partyPort]
 * @property {string} [dataDir] The folder of an embedded database. Without it that is in memory, and gone at the end.
 * @property {string | undefined} [databaseUrl] The address of a PostgreSQL server, in place of the embedded database.
 * @property {() => import('./pages.mjs').Config} [config] What the shop's pages declare, in place of `shop.config.json`.
 */

/**
 * Starts both sites. The database is opened at the first request that needs it, as that takes seconds.
 *
 * @param {Place} [place]
 * @returns {Promise<Site>}
 * @throws Where a port is taken.
 */
export async function startSite({ shopPort = 0, partyPort = 0, dataDir, databaseUrl, config } = {}) {
  const store = openLate(() => openDatabase({ url: databaseUrl, folder: dataDir }));
  // Of errors that are ours the console hears, and of nothing else: addresses of requests can hold tokens.
  const shop = fastify({ forceCloseConnections: true, logger: { level: 'error' } });
  const third = fastify({ forceCloseConnections: true });
  /** @type {Entry[]} */
  const log = [];
  const clearLog = () => {
    log.length = 0;
  };
  const pages = new Map();
  const partyPages = new Map();
  const close = async () => {
    await Promise.all([shop.close(), third.close()]);
    await store.close();
  };
  try {
    record(third, 'third', { log, pages: partyPages });
    await addThirdParties(third);
    const partyUrl = await third.listen({ host: '127.0.0.1', port: partyPort });
    record(shop, 'shop', { log, pages });
    await addShop(shop, { log, clearLog, party: () => partyUrl, database: store.database, config });
    await shop.listen({ host: 'localhost', port: shopPort });
    const address = /** @type {import('node:net').AddressInfo} */ (shop.server.address());
    return { shopUrl: `http://localhost:${address.port}`, partyUrl, log, clearLog, pages, partyPages, close };
  } catch (error) {
    await close();
    throw error;
  }
}
