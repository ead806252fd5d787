/** How the host says no: with a status, and with what is wrong, where, and how to mend it. */
import { Ajv } from 'ajv';
import { FORMATS } from './schemas.mjs';

/** @typedef {import('fastify').FastifyInstance} FastifyInstance */

/**
 * @typedef {object} Reason
 * @property {string} error What is wrong.
 * @property {string} path Where, such as `records.0.time`. Empty where it is no place in the request.
 * @property {string} fix How to mend it.
 */

/** A request that is not carried out. Thrown inside a transaction, it undoes what was done so far. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {Partial<Reason> & { error: string }} reason
   * @param {{ headers?: Record<string, string>, body?: object, cause?: unknown }} [answer] Further headers, a body in place
   *   of the reason, and what only the log hears.
   */
  constructor(status, { error, path = '', fix = '' }, { headers = {}, body, cause } = {}) {
    super(error, { cause });
    this.statusCode = status;
    this.reason = { error, path, fix };
    this.headers = headers;
    this.body = body ?? this.reason;
  }
}

/** What the framework refuses by itself. @type {Record<number, Partial<Reason>>} */
const BY_FRAMEWORK = {
  400: { fix: 'Send a body of the type that its header names.' },
  413: { error: 'The body is too large.', fix: 'Send less at a time.' },
  415: { error: 'A body of this type is not read here.', fix: 'Send application/json.' },
};

/**
 * Problems that are not about a value but about a name: that name, what is wrong with it, and how to mend it.
 *
 * @type {Record<string, (params: Record<string, unknown>) => [string, string, string]>}
 */
const ABOUT_NAMES = {
  required: ({ missingProperty }) => [String(missingProperty), 'is missing', 'Give it: docs/server.md has the form.'],
  additionalProperties: ({ additionalProperty }) => [String(additionalProperty), 'is not known', 'Leave it out.'],
};

/** Nothing about the cause: it would help nobody but an attacker. */
const OUR_FAULT = { error: 'The server failed.', fix: 'Send the same again later: it has its effect once.' };

/** @param {unknown} cause Why the database cannot be opened. */
export const withoutDatabase = (cause) => new Refusal(503, OUR_FAULT, { headers: { 'retry-after': '30' }, cause });

/** @param {{ headers: { accept?: string | undefined } }} request Whether a person waits for the answer, and not a script. */
export const wantsPage = ({ headers }) => (headers.accept ?? '').includes('text/html');

/**
 * Has every route of a plug-in check what it gets and answer mistakes in words.
 *
 * @param {FastifyInstance} app
 * @param {(refusal: Refusal) => string} renderRefusal The page for a person who made the request by hand.
 */
export function answerInWords(app, renderRefusal) {
  // Nothing is turned into what it should have been: a record is proof of what was sent.
  const ajv = new Ajv({ verbose: true, formats: FORMATS, keywords: ['fix'] });
  app.setValidatorCompiler(({ schema }) => ajv.compile(/** @type {import('ajv').AnySchema} */ (schema)));
  // Where there were several ways to be right, the last problem is that none of them was taken.
  app.setSchemaErrorFormatter((all, part) => new Refusal(400, reasonOf(/** @type {never} */ (all.at(-1)), part)));
  app.setErrorHandler((error, request, reply) => {
    const refusal = error instanceof Refusal ? error : translate(/** @type {import('fastify').FastifyError} */ (error));
    if (refusal.statusCode >= 500) {
      request.log.error(refusal.cause ?? error);
    }
    reply.code(refusal.statusCode).headers(refusal.headers);
    return wantsPage(request)
      ? reply.type('text/html; charset=utf-8').send(renderRefusal(refusal))
      : reply.send(refusal.body);
  });
}

/** @param {import('fastify').FastifyError} error @returns {Refusal} */
function translate({ statusCode = 500, message }) {
  return statusCode >= 400 && statusCode < 500
    ? new Refusal(statusCode, { error: message, ...BY_FRAMEWORK[statusCode] })
    : new Refusal(500, OUR_FAULT);
}

/**
 * @param {import('ajv').DefinedError} problem One of the checker's.
 * @param {string} part Which part of the request: `body`, `headers`.
 * @returns {Reason}
 */
function reasonOf(problem, part) {
  const { instancePath, message = 'is not allowed', params, parentSchema } = problem;
  const [name, wrong, mend] = ABOUT_NAMES[problem.keyword]?.({ ...params }) ?? ['', message];
  const path = [...instancePath.split('/').slice(1), ...(name ? [name] : [])].join('.');
  return {
    error: `${path || `The ${part}`} ${wrong}.`,
    path,
    fix: mend ?? parentSchema?.['fix'] ?? 'See docs/server.md for the form.',
  };
}
