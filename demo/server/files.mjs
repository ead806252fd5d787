/** What both origins serve from the project's folders. */
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';

/** @typedef {import('fastify').FastifyInstance} FastifyInstance */

/** A folder of the demo, or beside it. @param {string} path */
export const folder = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Browsers ask whether what they have is still good. */
export const REVALIDATE = 'no-cache';

/**
 * Serves the built library as a CDN would: to every origin, without redirects.
 *
 * @param {FastifyInstance} app
 */
export async function serveLibrary(app) {
  await serveFolder(app, '/dist/', '../dist', () => ({
    'access-control-allow-origin': '*',
    'cache-control': REVALIDATE,
  }));
}

/**
 * Serves the files of one folder.
 *
 * @param {FastifyInstance} app
 * @param {string} prefix The path that they get.
 * @param {string} path The folder, from `demo/`.
 * @param {(path: string) => Record<string, string>} [headersOf] Their headers, by their path.
 */
export async function serveFolder(app, prefix, path, headersOf = () => ({ 'cache-control': REVALIDATE })) {
  await app.register(fastifyStatic, {
    root: folder(path),
    prefix,
    decorateReply: false,
    cacheControl: false,
    index: false,
    setHeaders: (response, file) => {
      for (const [name, value] of Object.entries(headersOf(file))) {
        response.setHeader(name, value);
      }
    },
  });
}
