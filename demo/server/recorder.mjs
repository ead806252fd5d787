/** What happens to every request, on either origin: it is written down, and a page that a test has put there answers it. */
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {import('fastify').FastifyInstance} FastifyInstance */

/**
 * A request that arrived.
 *
 * @typedef {object} Entry
 * @property {'shop' | 'third'} party Whose origin it went to.
 * @property {string} method
 * @property {string} url The path and the query, without the value of a token.
 * @property {string} referer The page that it came from, as far as the browser tells.
 * @property {number} time In milliseconds since 1970.
 */

/**
 * A page that is not in the demo's folders.
 *
 * @typedef {object} ExtraPage
 * @property {string} html Its text, of whatever type the headers say. HTML by default.
 * @property {Record<string, string>} [headers]
 * @property {number} [status]
 * @property {number | Promise<unknown>} [delay] Milliseconds to wait, or what to wait for, before it answers.
 */

/** What drivers in another process ask for is no part of what happens. */
const OWN = /^\/__/;

/** Tokens are passwords and belong in no log. That there was one stays to be seen. @param {string} url */
const withoutToken = (url) => url.replace(/([?&]token=)[^&#]+/g, '$1hidden');

/**
 * Writes every request of an origin into a log, and answers those that have an extra page.
 *
 * @param {FastifyInstance} app
 * @param {Entry['party']} party
 * @param {{ log: Entry[], pages: ReadonlyMap<string, ExtraPage> }} site
 */
export function record(app, party, { log, pages }) {
  app.addHook('onRequest', async (request, reply) => {
    const { method, url, headers } = request;
    if (!OWN.test(url)) {
      log.push({
        party,
        method,
        url: withoutToken(url),
        referer: withoutToken(headers.referer ?? ''),
        time: Date.now(),
      });
    }
    const page = pages.get(new URL(url, 'http://localhost').pathname);
    if (page) {
      await (typeof page.delay === 'number' ? wait(page.delay) : page.delay);
      return reply
        .code(page.status ?? 200)
        .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', ...page.headers })
        .send(page.html);
    }
    return undefined;
  });
}
