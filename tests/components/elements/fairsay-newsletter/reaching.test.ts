import { expect } from '@open-wc/testing';
import { type NewsletterEvent } from '../../../../src/events/newsletter-event.js';
import type { NewsletterState } from '../../../../src/core/newsletter/state.js';
import { SUBSCRIBED } from '../../../support/fakes/fake-adapter.js';
import { NewsletterHarness } from '../../../support/harness/newsletter-harness.js';
import { resetPage } from '../../../support/harness/page-harness.js';

interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
}

/** What answers in place of the network. */
class FakeNetwork {
  readonly requests: Request[] = [];
  answer: () => Response | Promise<Response> = () => Response.json(SUBSCRIBED);
  readonly #fetch = window.fetch;

  constructor() {
    window.fetch = (input, init = {}) => {
      const url = typeof input === 'string' ? input : '';
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      this.requests.push({ url, method: init.method ?? 'GET', headers: new Headers(init.headers), body, init });
      return Promise.resolve().then(() => this.answer());
    };
  }

  end(): void {
    window.fetch = this.#fetch;
  }
}

const ENDPOINT = { adapter: false, offer: { endpoint: '/newsletter' } } as const;
const changed: NewsletterState = { ...SUBSCRIBED, version: 2, topics: { news: false } };

/** What the console was told. */
let warnings: string[];
let network: FakeNetwork;
let listener: ((event: NewsletterEvent) => void) | undefined;

/** Answers what panels ask of the page. */
function onAsked(answer: (event: NewsletterEvent) => void): void {
  listener = answer;
  document.addEventListener('fairsay-newsletter', listener);
}

describe('<fairsay-newsletter> reaching its server', () => {
  const { warn } = console;

  beforeEach(() => {
    resetPage();
    warnings = [];
    console.warn = (...args: unknown[]) => warnings.push(args.join(' '));
    network = new FakeNetwork();
  });

  afterEach(() => {
    console.warn = warn;
    network.end();
    if (listener) {
      document.removeEventListener('fairsay-newsletter', listener);
    }
  });

  describe('by its order', () => {
    it('asks the adapter first, and neither the page nor the endpoint', async () => {
      let heard = 0;
      onAsked(() => (heard += 1));
      const panel = await NewsletterHarness.open({ offer: { endpoint: '/newsletter' } });
      await panel.press('stop-all');
      await panel.server.answer();
      await panel.quiet();
      expect([heard, network.requests.length]).to.deep.equal([0, 0]);
    });

    it('asks the page before the endpoint', async () => {
      onAsked((event) => event.respondWith(Promise.resolve({ ...SUBSCRIBED, version: 2, status: 'unsubscribed' })));
      const panel = await NewsletterHarness.open(ENDPOINT);
      await panel.press('stop-all');
      await panel.quiet();
      expect(network.requests.map(({ method }) => method)).to.deep.equal(['GET']);
      expect(panel.text).to.contain('You get no newsletter.');
    });

    it('asks the endpoint where the page only listens', async () => {
      onAsked(() => undefined);
      const panel = await NewsletterHarness.open(ENDPOINT);
      await panel.press('stop-all');
      await panel.quiet();
      expect(network.requests.map(({ method }) => method)).to.deep.equal(['GET', 'PATCH']);
    });

    it('needs no endpoint to load what the page sets', async () => {
      const panel = NewsletterHarness.create(ENDPOINT);
      panel.element.state = changed;
      await panel.drawn();
      expect(network.requests).to.deep.equal([]);
      expect(panel.chosen).to.deep.equal(['Once a week', 'E-mail']);
    });
  });

  describe('by the page', () => {
    /** A panel that the page feeds. */
    async function fed(): Promise<NewsletterHarness> {
      const panel = NewsletterHarness.create({ adapter: false });
      panel.element.state = SUBSCRIBED;
      await panel.drawn();
      return panel;
    }

    it('counts the first answer', async () => {
      onAsked((event) => {
        event.respondWith(Promise.resolve(changed));
        event.respondWith(Promise.resolve(SUBSCRIBED));
      });
      const panel = await fed();
      await panel.press('stop-all');
      await panel.quiet();
      expect(panel.element.state?.version).to.equal(2);
    });

    it('goes back where the page rejects', async () => {
      onAsked((event) => event.respondWith(Promise.reject(Object.assign(new Error(), { problem: 'offline' }))));
      const panel = await fed();
      await panel.tick('Sale');
      await panel.press('save');
      await panel.quiet();
      expect(panel.choice('Sale').checked).to.equal(false);
      expect(panel.message).to.contain('You seem to be offline.');
    });

    it('goes back where nobody answers, and says so to the developer', async () => {
      const panel = await fed();
      await panel.press('stop-all');
      await panel.quiet();
      expect(panel.message).to.contain('That did not work.');
      expect(warnings).to.deep.equal(['[fairsay] not-reached fairsay-newsletter']);
    });

    it('takes a newer state at any time, and no older one', async () => {
      const panel = await fed();
      panel.element.state = { ...SUBSCRIBED, version: 3, topics: { sale: true } };
      panel.element.state = changed;
      await panel.settled();
      expect(panel.chosen).to.deep.equal(['Sale', 'Once a week', 'E-mail']);
      expect(panel.element.state?.version).to.equal(3);
    });

    it('takes nothing that is no state, and says so to the developer', async () => {
      const panel = await fed();
      panel.element.state = { status: 'subscribed' } as never;
      await panel.settled();
      expect(panel.chosen).to.include('News');
      await Promise.resolve();
      expect(warnings).to.deep.equal(['[fairsay] not-understood fairsay-newsletter']);
    });

    it('says that it cannot be reached where nobody sets anything, and shows the mail', async () => {
      const panel = NewsletterHarness.create({ adapter: false });
      await panel.until(() => panel.text.includes('Your choices cannot be reached at the moment.'));
      expect(panel.mail.textContent).to.equal('hello@shop.example');
      expect(panel.actions).to.deep.equal(['retry']);
      expect(warnings).to.deep.equal(['[fairsay] not-reached fairsay-newsletter']);
      panel.element.state = SUBSCRIBED;
      await panel.drawn();
    });
  });

  describe('by the endpoint', () => {
    const token = 'se"cret';

    async function open(): Promise<NewsletterHarness> {
      const { href } = location;
      const url = new URL(href);
      url.searchParams.set('token', token);
      history.replaceState(null, '', url);
      const panel = await NewsletterHarness.open(ENDPOINT);
      history.replaceState(null, '', href);
      return panel;
    }

    it('asks by GET with the token in a header, and keeps it from caches, other sites and referrers', async () => {
      await open();
      const [{ url, method, headers, body, init } = {} as Request] = network.requests;
      expect([url, method, body]).to.deep.equal(['/newsletter', 'GET', undefined]);
      expect([...headers]).to.deep.equal([['authorization', `Bearer ${token}`]]);
      expect(init).to.include({
        mode: 'same-origin',
        credentials: 'same-origin',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    });

    it('saves by PATCH with the change, its record, its id and the version', async () => {
      const panel = await open();
      network.answer = () => Response.json(changed);
      await panel.tick('News');
      await panel.press('save');
      await panel.quiet();
      const [, { url, method, headers, body } = {} as Request] = network.requests;
      const { patch, record } = body as NewsletterEvent['detail'];
      expect([url, method]).to.deep.equal(['/newsletter', 'PATCH']);
      expect(patch).to.deep.equal({ topics: { news: false } });
      expect(Object.fromEntries(headers)).to.deep.equal({
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': record.id,
        'if-match': '"1"',
      });
      expect(panel.chosen).not.to.include('News');
    });

    it('sends no token where there is none', async () => {
      await NewsletterHarness.open(ENDPOINT);
      expect(network.requests[0]?.headers.has('authorization')).to.equal(false);
    });

    for (const [status, text] of [
      [401, 'open the link in our latest message.'],
      [403, 'open the link in our latest message.'],
      [410, 'open the link in our latest message.'],
      [404, 'We know of no newsletter for this link.'],
      [429, 'That was too often.'],
      [500, 'That did not work.'],
    ] as const) {
      it(`says what ${status} means`, async () => {
        network.answer = () => new Response('<p>Error</p>', { status, headers: { 'Retry-After': '120' } });
        const panel = NewsletterHarness.create(ENDPOINT);
        await panel.until(() => panel.text.includes(text));
        expect(panel.choices).to.deep.equal([]);
        expect(panel.text.includes('in 2 minutes')).to.equal(status === 429);
      });
    }

    for (const status of [409, 412]) {
      it(`shows the state that comes with ${status}`, async () => {
        const panel = await open();
        network.answer = () => Response.json(changed, { status });
        await panel.tick('Sale');
        await panel.press('save');
        await panel.quiet();
        expect(panel.chosen).to.deep.equal(['Once a week', 'E-mail']);
        expect(panel.message).to.contain('changed elsewhere');
        expect(network.requests).to.have.lengthOf(2);
      });
    }

    it('asks what holds where a conflict does not say', async () => {
      const panel = await open();
      network.answer = () =>
        network.requests.at(-1)?.method === 'PATCH' ? new Response(null, { status: 412 }) : Response.json(changed);
      await panel.tick('Sale');
      await panel.press('save');
      await panel.until(() => !panel.choice('News').checked);
      expect(network.requests.map(({ method }) => method)).to.deep.equal(['GET', 'PATCH', 'GET']);
    });

    for (const [name, answer] of [
      ['a page', () => new Response('<!doctype html>')],
      ['nothing', () => new Response(null, { status: 204 })],
      ['half a state', () => Response.json({ version: 2, status: 'subscribed' })],
    ] as const) {
      it(`takes a success that is no state for a failure: ${name}`, async () => {
        network.answer = answer;
        const panel = NewsletterHarness.create(ENDPOINT);
        await panel.until(() => panel.text.includes('That did not work.'));
        expect(warnings).to.deep.equal(['[fairsay] not-understood fairsay-newsletter']);
      });
    }

    it('takes a network that fails for being offline', async () => {
      const panel = await open();
      network.answer = () => Promise.reject(new TypeError('Failed to fetch'));
      await panel.press('stop-all');
      await panel.quiet();
      expect(panel.message).to.contain('You seem to be offline.');
    });

    it('sends nothing where the browser knows that it is offline', async () => {
      const panel = await open();
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      await panel.press('stop-all');
      await panel.quiet();
      Reflect.deleteProperty(navigator, 'onLine');
      expect(panel.message).to.contain('You seem to be offline.');
      expect(network.requests).to.have.lengthOf(1);
    });
  });
});
