/** The third parties: a visit counter, an advertiser and a video host, on another site than the shop. */
import { readFileSync } from 'node:fs';
import { folder, serveFolder, serveLibrary } from './files.mjs';

/** @typedef {import('fastify').FastifyInstance} FastifyInstance */

/** One transparent point. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Cookies that a site may set while another one's page is open. */
const EVERYWHERE = 'Path=/; Max-Age=33696000; SameSite=None; Secure';

/**
 * Adds the routes of the third parties.
 *
 * @param {FastifyInstance} app
 */
export async function addThirdParties(app) {
  await serveLibrary(app);
  await serveFolder(app, '/', 'third-parties', () => ({
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
  }));

  app.get('/pixel.gif', (_request, reply) =>
    reply
      .headers({ 'cache-control': 'no-store', 'set-cookie': `_pixel=${Date.now()}; ${EVERYWHERE}` })
      .type('image/gif')
      .send(PIXEL),
  );

  app.get('/video/embed/:id', (_request, reply) =>
    reply
      .headers({ 'cache-control': 'no-store', 'set-cookie': `_player=${Date.now()}; ${EVERYWHERE}` })
      .type('text/html; charset=utf-8')
      .send(readFileSync(folder('third-parties/player.html'))),
  );

  app.all('/collect', (_request, reply) => reply.code(204).header('access-control-allow-origin', '*').send());
}
