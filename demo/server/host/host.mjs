/**
 * The shop's side of Fairsay, for a developer to copy: it takes in records and changes of the newsletter, sends nothing
 * anywhere, and keeps everything in one database. docs/server.md tells its protocols.
 */
import { answerInWords, withoutDatabase } from './answers.mjs';
import { readForms } from './forms.mjs';
import { addNewsletter } from './newsletter/newsletter.mjs';
import { addOneClick } from './newsletter/one-click.mjs';
import { addSignUp } from './newsletter/sign-up.mjs';
import { createPages, HEADERS, refusalStep } from './pages.mjs';
import { limitRate } from './rate-limit.mjs';
import { addRecords } from './records.mjs';

/** @typedef {import('./rate-limit.mjs').Rate} Rate */
/** @typedef {'choices' | 'newsletter' | 'signUps'} Limited What is limited: by client, by token, by client. */

/**
 * @typedef {object} HostOptions
 * @property {() => Promise<import('./database.mjs').Database>} database Called at each request that needs it.
 * @property {import('../../../src/config/newsletter.js').NewsletterConfig} newsletter What the shop offers.
 * @property {import('./newsletter/mail.mjs').Sender} sender
 * @property {readonly string[]} [styles] The addresses of style sheets for the host's pages.
 * @property {Partial<Record<Limited, Rate>>} [limits]
 * @property {() => Date} [clock]
 */

/**
 * What the routes get.
 *
 * @typedef {Omit<Required<HostOptions>, 'limits' | 'styles'> & {
 *   limits: Record<Limited, (key: string) => number>,
 *   render: ReturnType<typeof createPages>,
 * }} Host
 */

/** Generous to people, several of whom may share an address, and far below what a loop would do. @type {Record<Limited, Rate>} */
const LIMITS = {
  choices: { times: 600, seconds: 60 },
  newsletter: { times: 60, seconds: 60 },
  signUps: { times: 30, seconds: 60 },
};

/**
 * Adds the host's routes. What holds for them, such as how they refuse, holds for no other route of the server.
 *
 * @param {import('fastify').FastifyInstance} server
 * @param {HostOptions} options
 */
export async function addHost(server, options) {
  const { newsletter, sender, styles = [], clock = () => new Date() } = options;
  const limit = (/** @type {Limited} */ what) => limitRate(options.limits?.[what] ?? LIMITS[what], clock);
  const limits = { choices: limit('choices'), newsletter: limit('newsletter'), signUps: limit('signUps') };
  const database = () =>
    options.database().catch((error) => {
      throw withoutDatabase(error);
    });
  const render = createPages({ shop: sender.name, styles });
  /** @type {Host} */
  const host = { database, newsletter, sender, clock, limits, render };

  await server.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.headers(HEADERS);
    });
    // Plain text is what a page of another site can post without asking first.
    app.removeContentTypeParser('text/plain');
    answerInWords(app, (refusal) => render(refusalStep(refusal)));
    readForms(app);
    addRecords(app, host);
    addNewsletter(app, host);
    addSignUp(app, host);
    addOneClick(app, host);
  });
}
