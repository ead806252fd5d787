/** Reads what forms send, in both of their encodings: RFC 8058 has mail programs use either. */
import { Refusal } from './answers.mjs';

/** The fields of which there may be several. */
const LISTS = ['topics'];

/**
 * Has the routes of a plug-in read forms into plain objects of texts.
 *
 * @param {import('fastify').FastifyInstance} app
 */
export function readForms(app) {
  app.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'buffer' },
    async (/** @type {import('fastify').FastifyRequest} */ { headers }, /** @type {Buffer} */ body) => {
      const type = { 'content-type': headers['content-type'] ?? '' };
      const form = await new Response(new Uint8Array(body), { headers: type }).formData().catch(() => {
        throw new Refusal(400, { error: 'The form cannot be read.', fix: 'Send it as its content type says.' });
      });
      return Object.fromEntries(
        [...new Set(form.keys())].map((name) => [name, LISTS.includes(name) ? form.getAll(name) : form.get(name)]),
      );
    },
  );
}
