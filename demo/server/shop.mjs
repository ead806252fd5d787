/** The shop's own origin: its pages, the demo pages, the built library, and the log for drivers in another process. */
import { readFileSync } from 'node:fs';
import { folder, serveFolder, serveLibrary, REVALIDATE } from './files.mjs';
import { listDemos, renderDemo, renderShop, SHOP_PAGES } from './pages.mjs';

/** @typedef {import('fastify').FastifyInstance} FastifyInstance */
/** @typedef {import('fastify').FastifyReply} FastifyReply */
/** @typedef {{ Querystring: { lang?: string, bag?: string }, Params: { file: string } }} Asked */

/** The packages that the built modules import by their bare names. */
const PACKAGES = ['@lit/reactive-element', 'js-cookie', 'lit', 'lit-element', 'lit-html', 'tslib'];

/**
 * Adds the routes of the shop.
 *
 * @param {FastifyInstance} app
 * @param {{ log: import('./recorder.mjs').Entry[], clearLog: () => void, party: () => string }} site
 */
export async function addShop(app, { log, clearLog, party }) {
  await serveLibrary(app);
  await serveFolder(app, '/assets/', 'assets');
  for (const name of PACKAGES) {
    await serveFolder(app, `/node_modules/${name}/`, `../node_modules/${name}`);
  }

  for (const name of SHOP_PAGES) {
    app.get(
      name === 'home' ? '/' : `/${name}.html`,
      async (/** @type {import('fastify').FastifyRequest<Asked>} */ { query }, reply) =>
        sendPage(reply, await renderShop(name, { ...query, party: party() })),
    );
  }
  app.setNotFoundHandler(async (_request, reply) =>
    sendPage(reply.code(404), await renderShop('not-found', { party: party() })),
  );

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

/** @param {FastifyReply} reply @param {string} html */
function sendPage(reply, html) {
  return reply.header('cache-control', REVALIDATE).type('text/html; charset=utf-8').send(html);
}
