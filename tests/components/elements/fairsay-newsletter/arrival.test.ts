import { expect } from '@open-wc/testing';
import { NewsletterHarness } from '../../../support/harness/newsletter-harness.js';
import { addPageButton, expectFocus, resetPage } from '../../../support/harness/page-harness.js';

const HOME = location.href;

/** Gives the page an address with this query beside its own, and this hash. */
function arrive(query: string, hash = ''): void {
  const { pathname, search } = new URL(HOME);
  history.replaceState({ shop: 1 }, '', `${pathname}${search}${search ? '&' : '?'}${query}${hash}`);
}

/** Every place in the page's reach that keeps something. */
const stored = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]);

describe('<fairsay-newsletter> reached by a link', () => {
  beforeEach(resetPage);

  afterEach(() => {
    history.replaceState(null, '', HOME);
  });

  it('reads the token, takes it out of the address, and keeps it to itself', async () => {
    arrive('token=s%20ecret&a=b%20c&empty', '#mail');
    const panel = await NewsletterHarness.open();
    expect(panel.server.loads[0]?.token).to.equal('s ecret');
    expect(location.href).not.to.contain('ecret');
    expect(location.search + location.hash).to.match(/a=b%20c&empty#mail$/);
    expect(history.state).to.deep.equal({ shop: 1 });
    expect(stored()).not.to.contain('ecret');
    expect(document.documentElement.outerHTML).not.to.contain('ecret');
  });

  it('leaves an address without a token alone', async () => {
    arrive('a=%7e&a=+', '#mail');
    const { href } = location;
    const panel = await NewsletterHarness.open();
    expect(location.href).to.equal(href);
    expect(panel.server.loads[0]?.token).to.equal(undefined);
  });

  it('takes every token of that name out, and uses the first', async () => {
    arrive('token=one&token=two&tokens=3');
    const panel = await NewsletterHarness.open();
    expect(panel.server.loads[0]?.token).to.equal('one');
    expect(location.search).to.match(/[?&]tokens=3$/);
    expect(location.search).not.to.contain('token=');
  });

  it('reads the parameter that the shop names', async () => {
    arrive('token=one&key=two');
    const panel = await NewsletterHarness.open({ offer: { tokenParameter: 'key' } });
    expect(panel.server.loads[0]?.token).to.equal('two');
    expect(location.search).to.contain('token=one');
  });

  it('sends the token with each save, also after a move', async () => {
    arrive('token=secret');
    const panel = await NewsletterHarness.open();
    document.body.prepend(panel.element);
    await panel.press('stop-all');
    await panel.server.heard();
    expect(panel.server.saves[0]?.token).to.equal('secret');
  });

  it('goes on where the address cannot be changed', async () => {
    arrive('token=secret');
    const { replaceState } = history;
    history.replaceState = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const panel = await NewsletterHarness.open();
    history.replaceState = replaceState;
    expect(panel.server.loads[0]?.token).to.equal('secret');
  });

  it('takes the token out of the address while it waits for its turn', async () => {
    arrive('token=secret');
    const panel = NewsletterHarness.create({ answers: {} });
    await panel.until(() => panel.text.includes('come after the question'));
    expect(location.href).not.to.contain('secret');
    panel.store.rejectAll();
    await panel.drawn();
    expect(panel.server.loads[0]?.token).to.equal('secret');
  });

  for (const [query, text, other] of [
    ['token=old', 'This link no longer works.', 'For a new link'],
    ['about=nobody', 'For a new link sign up once more', 'no longer works'],
  ] as const) {
    it(`says how to come in where nobody is known, and of a link only where there was one: ${query}`, async () => {
      arrive(query);
      const panel = NewsletterHarness.create();
      panel.server.loading = () => Promise.reject(Object.assign(new Error(), { problem: 'expired' }));
      await panel.until(() => panel.text.includes(text));
      expect(panel.text).not.to.contain(other);
      expect(panel.actions).to.deep.equal([]);
      expect(panel.mail.textContent).to.equal('hello@shop.example');
    });
  }

  it('gives the token to one panel alone', async () => {
    arrive('token=secret');
    const first = await NewsletterHarness.open();
    const second = await NewsletterHarness.open();
    expect([first, second].map(({ server }) => server.loads[0]?.token)).to.deep.equal(['secret', undefined]);
  });

  for (const [query, hash] of [
    ['newsletter=stop', ''],
    ['token=secret', '#stop-all'],
  ] as const) {
    it(`makes the stop ready that a link was for, and takes no step: ${query}${hash}`, async () => {
      arrive(query, hash);
      const panel = await NewsletterHarness.open();
      expectFocus(panel.button('stop-all'));
      expect(panel.message).to.contain('So far nothing has changed.');
      expect(panel.server.saves).to.deep.equal([]);
      await panel.press('stop-all');
      await panel.server.answer();
      await panel.quiet();
      expect(panel.message).to.contain('Everything is stopped.');
    });
  }

  it('leaves the focus to who is elsewhere on the page', async () => {
    arrive('newsletter=stop');
    const button = addPageButton();
    button.focus();
    await NewsletterHarness.open();
    expectFocus(button);
  });

  it('makes nothing ready where everything is stopped already', async () => {
    arrive('newsletter=stop');
    const panel = await NewsletterHarness.open({ state: { status: 'unsubscribed' } });
    expect(panel.message).to.equal('');
    expect(document.activeElement).to.equal(document.body);
  });
});
