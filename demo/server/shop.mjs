/** The shop's own origin: its pages, its host side, the demo pages, the library, and the log for drivers elsewhere. */
import { readFileSync } from 'node:fs';
import { folder, serveFolder, serveLibrary, REVALIDATE } from './files.mjs';
import { addHoldings } from './holdings.mjs';
import { addHost } from './host/host.mjs';
import { listDemos, readShop, renderDemo, renderShop, SHOP_PAGES } from './pages.mjs';

/** @typedef {import('fastify').FastifyInstance} FastifyInstance */
/** @typedef {import('fastify').FastifyReply} FastifyReply */
/** @typedef {{ Querystring: { lang?: string, bag?: string }, Params: { file: string } }} Asked */

/** What stands for this server in the mail that it would send: there are no real mailboxes in a demo. */
const MAIL_ORIGIN = 'https://bagsok.example';

/** The packages that the built modules import by their bare names. */
const PACKAGES = ['@lit/reactive-element', 'js-cookie', 'lit', 'lit-element', 'lit-html', 'tslib'];

/**
 * Adds the routes of the shop.
 *
 * @param {FastifyInstance} app
 * @param {{
 *   log: import('./recorder.mjs').Entry[],
 *   clearLog: () => void,
 *   party: () => string,
 *   database: () => Promise<import('./host/database.mjs').Database>,
 *   config?: (() => import('./pages.mjs').Config) | undefined,
 * }} site
 */
export async function addShop(app, { log, clearLog, party, database, config = readShop }) {
  const visit = () => ({ party: party(), config: config() });
  await serveLibrary(app);
  await serveFolder(app, '/assets/', 'assets');
  for (const name of PACKAGES) {
    await serveFolder(app, `/node_modules/${name}/`, `../node_modules/${name}`);
  }

  for (const name of SHOP_PAGES) {
    app.get(
      name === 'home' ? '/' : `/${name}.html`,
      async (/** @type {import('fastify').FastifyRequest<Asked>} */ { query }, reply) =>
        sendPage(withoutReferrer(name, reply), await renderShop(name, { ...query, ...visit() })),
    );
  }
  app.setNotFoundHandler(async (_request, reply) => sendPage(reply.code(404), await renderShop('not-found', visit())));

  const { newsletter, site } = readShop();
  await addHost(app, {
    database,
    newsletter,
    sender: { name: site.name, address: site.contact.email, origin: MAIL_ORIGIN, panel: '/account.html?token=' },
    styles: ['/assets/base.css', '/assets/shop.css'],
  });
  addHoldings(app, {
    database,
    origin: MAIL_ORIGIN,
    render: (holdings) => renderShop('records', { ...visit(), holdings }),
  });

  await serveFolder(app, '/pages/', 'pages');
  app.get(
    '/pages/:file(^[\\w-]+\\.html$)',
    (/** @type {import('fastify').FastifyRequest<Asked>} */ { params }, reply) => {
      const demo = listDemos().find(({ file }) => file === params.file);
      if (!demo) {
        return reply.callNotFound();
      }
      const { html, headers } = renderDemo(demo.file, { party: party() });
      return sendPage(reply.headers(headers), html);
    },
  );

  // Browsers ask for it on pages that name no icon.
  app.get('/favicon.ico', (_request, reply) =>
    reply.type('image/svg+xml').send(readFileSync(folder('assets/icon.svg'))),
  );

  app.get('/__log', () => log);
  app.post('/__clear', (_request, reply) => {
    clearLog();
    return reply.code(204).send();
  });
}

/** The address of the panel's page can hold a token, which is to be told to nobody. @param {string} name @param {FastifyReply} reply */
function withoutReferrer(name, reply) {
  return name === 'account' ? reply.header('referrer-policy', 'no-referrer') : reply;
}

/** @param {FastifyReply} reply @param {string} html */
function sendPage(reply, html) {
  return reply.header('cache-control', REVALIDATE).type('text/html; charset=utf-8').send(html);
}
