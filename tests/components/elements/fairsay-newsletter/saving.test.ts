import { expect } from '@open-wc/testing';
import { SUBSCRIBED } from '../../../support/fakes/fake-adapter.js';
import { NewsletterHarness } from '../../../support/harness/newsletter-harness.js';
import { resetPage } from '../../../support/harness/page-harness.js';
import { shownHash } from '../../../../src/core/receipt/shown-hash.js';

const AT_ONCE = { offer: { save: 'change' } } as const;

describe('<fairsay-newsletter> saving', () => {
  beforeEach(resetPage);

  it('sends the difference alone, once, with the version that was seen', async () => {
    const panel = await NewsletterHarness.open();
    await panel.tick('Sale');
    await panel.tick('Once a month');
    await panel.press('save');
    await panel.server.heard();
    expect(panel.server.patches).to.deep.equal([{ topics: { sale: true }, frequency: 'monthly' }]);
    expect(panel.server.saves[0]?.version).to.equal(1);
  });

  it('sends nothing while something is only ticked', async () => {
    const panel = await NewsletterHarness.open();
    await panel.tick('Sale');
    expect(panel.server.saves).to.deep.equal([]);
  });

  it('sends at once where the shop wants that, and needs no button for it', async () => {
    const panel = await NewsletterHarness.open(AT_ONCE);
    expect(panel.actions).not.to.include('save');
    await panel.tick('Sale');
    await panel.server.answer();
    await panel.quiet();
    expect(panel.server.patches).to.deep.equal([{ topics: { sale: true } }]);
    expect(panel.message).to.equal('Your choices are saved.');
  });

  it('sends nothing where nothing is different, and says that all is saved', async () => {
    const panel = await NewsletterHarness.open();
    await panel.tick('Sale');
    await panel.tick('Sale');
    await panel.press('save');
    expect(panel.server.saves).to.deep.equal([]);
    expect(panel.message).to.equal('Your choices are saved.');
  });

  it('draws at once what is wanted, and says what became of it', async () => {
    const panel = await NewsletterHarness.open();
    await panel.tick('Sale');
    await panel.press('save');
    expect(panel.message).to.equal('Saving…');
    expect(panel.choice('Sale').checked).to.equal(true);
    await panel.server.answer();
    await panel.told('Your choices are saved.');
    expect(panel.message).to.equal('Your choices are saved.');
  });

  it('shows what the server made of it, and not what was wished', async () => {
    const panel = await NewsletterHarness.open();
    await panel.tick('Sale');
    await panel.press('save');
    await panel.server.babble({ ...SUBSCRIBED, version: 2, status: 'pending' });
    await panel.quiet();
    expect(panel.choice('Sale').checked).to.equal(false);
    expect(panel.text).to.contain('One step is left');
  });

  it('takes two presses for one', async () => {
    const panel = await NewsletterHarness.open();
    await panel.tick('Sale');
    panel.button('save').click();
    panel.button('save').click();
    await panel.settled();
    panel.button('save').click();
    await panel.server.answer();
    await panel.quiet();
    expect(panel.server.saves).to.have.lengthOf(1);
  });

  for (const action of ['stop-all', 'pause', 'resend'] as const) {
    it(`takes two presses of ${action} for one`, async () => {
      const panel = await NewsletterHarness.open({ state: { status: action === 'resend' ? 'pending' : 'subscribed' } });
      const button = panel.button(action);
      button.click();
      button.click();
      await panel.settled();
      await panel.server.answer();
      await panel.quiet();
      expect(panel.server.saves).to.have.lengthOf(1);
    });
  }

  it('names each save with an id of its own', async () => {
    const panel = await NewsletterHarness.open(AT_ONCE);
    for (const label of ['Sale', 'News', 'Sale']) {
      await panel.tick(label);
      await panel.server.answer();
      await panel.quiet();
    }
    const ids = panel.server.saves.map(({ record }) => record.id);
    expect(new Set(ids).size).to.equal(3);
    expect(ids[0]).to.match(/^[\da-f]{32}$/);
  });

  it('records what was on screen, without the address', async () => {
    const notice = { versions: [{ id: '2.0', date: '2009-03-01' }] };
    const panel = await NewsletterHarness.open({ gpc: true, settings: { notice } });
    await panel.press('stop-all');
    await panel.server.heard();
    const lines = ['Your newsletter', 'Topics', 'News', 'New bags.', 'Sale', '', 'How often', 'Once a week', '']
      .concat(['Once a month', '', 'How we may reach you', 'E-mail', 'BagsOK may write to me by e-mail.'])
      .concat(['Text message', 'BagsOK may send me text messages.', 'Take a break']);
    const { record } = panel.server.saves[0] ?? {};
    expect(record?.shown).to.deep.equal({ version: '2.0', hash: shownHash(lines.join('\n')), lang: 'en' });
    expect(record).to.deep.include({
      choices: { status: 'unsubscribed' },
      previous: { status: 'subscribed' },
      gpc: true,
    });
    expect(JSON.stringify(record)).not.to.contain('@');
  });

  it('records how the age question stood', async () => {
    const panel = await NewsletterHarness.open();
    await panel.age('adult');
    await panel.press('stop-all');
    await panel.server.heard();
    expect(panel.server.saves[0]?.record.age).to.equal('adult');
  });

  describe('stopping everything', () => {
    it('takes one press, asks nothing, and can be undone', async () => {
      const panel = await NewsletterHarness.open({ state: { pausedUntil: '2999-01-01' } });
      await panel.press('stop-all');
      expect(panel.chosen).to.deep.equal(['Once a week']);
      await panel.server.answer();
      await panel.quiet();
      expect(panel.server.patches).to.deep.equal([{ status: 'unsubscribed' }]);
      await panel.told('Everything is stopped. No newsletter will come.');
      panel.server.state = { ...panel.server.state, topics: {}, channels: {}, pausedUntil: null };
      panel.element.state = panel.server.state;
      await panel.press('undo');
      await panel.server.answer();
      await panel.quiet();
      expect(panel.server.state).to.deep.include({
        status: 'subscribed',
        topics: { news: true },
        channels: { email: true },
        pausedUntil: '2999-01-01',
      });
      expect(panel.find('undo')).to.equal(null);
    });

    it('drops what was ticked and not saved', async () => {
      const panel = await NewsletterHarness.open();
      await panel.tick('Sale');
      await panel.press('stop-all');
      await panel.server.answer();
      await panel.quiet();
      expect(panel.chosen).to.deep.equal(['Once a week']);
      expect(panel.server.saves).to.have.lengthOf(1);
    });

    it('is possible while something else is on its way, and is sent next', async () => {
      const panel = await NewsletterHarness.open(AT_ONCE);
      await panel.tick('Sale');
      await panel.press('stop-all');
      await panel.server.answer();
      await panel.server.answer();
      await panel.quiet();
      expect(panel.server.patches).to.deep.equal([{ topics: { sale: true } }, { status: 'unsubscribed' }]);
    });

    it('is sent even where what was on its way failed', async () => {
      const panel = await NewsletterHarness.open(AT_ONCE);
      await panel.tick('Sale');
      await panel.press('stop-all');
      await panel.server.refuse('failed');
      await panel.server.answer();
      await panel.quiet();
      expect(panel.server.state.status).to.equal('unsubscribed');
    });

    it('is sent once more where something was changed elsewhere meanwhile', async () => {
      const panel = await NewsletterHarness.open();
      panel.server.change({ frequency: 'monthly' });
      await panel.press('stop-all');
      await panel.server.refuse('conflict', { state: panel.server.state });
      await panel.server.answer();
      await panel.quiet();
      expect(panel.message).to.contain('Everything is stopped.');
      expect(panel.server.saves.map(({ version }) => version)).to.deep.equal([1, 2]);
      expect(new Set(panel.server.saves.map(({ record }) => record.id)).size).to.equal(2);
    });

    it('is taken back by ticking something and saving, and then nothing else comes', async () => {
      const panel = await NewsletterHarness.open({ state: { status: 'unsubscribed' } });
      await panel.tick('Sale');
      await panel.press('save');
      await panel.server.answer();
      await panel.quiet();
      expect(panel.server.patches).to.deep.equal([
        { topics: { news: false, sale: true }, channels: { email: false }, status: 'subscribed' },
      ]);
    });
  });

  describe('failing', () => {
    for (const [problem, text] of [
      ['offline', 'You seem to be offline. Your choices are as they were.'],
      ['failed', 'That did not work. Your choices are as they were.'],
      ['conflict', 'Your choices were changed elsewhere meanwhile. This is how they stand now.'],
      ['rate-limited', 'That was too often. Please try again in 1 minute.'],
    ] as const) {
      it(`goes back to what the server said last, says so, and sends nothing twice: ${problem}`, async () => {
        const panel = await NewsletterHarness.open();
        await panel.tick('Sale');
        await panel.press('save');
        await panel.server.refuse(problem);
        await panel.quiet();
        expect(panel.chosen).to.deep.equal(['News', 'Once a week', 'E-mail']);
        expect(panel.message).to.contain(text);
        await panel.told(text);
        expect(panel.server.saves).to.have.lengthOf(1);
      });
    }

    for (const [problem, text] of [
      ['expired', 'open the link in our latest message.'],
      ['not-found', 'We know of no newsletter for this link.'],
    ] as const) {
      it(`shows nothing more of somebody who is not known any more: ${problem}`, async () => {
        const panel = await NewsletterHarness.open();
        await panel.press('stop-all');
        await panel.server.refuse(problem);
        await panel.until(() => panel.text.includes(text));
        expect(panel.text).not.to.contain('m…@example.com');
        expect(panel.actions).to.deep.equal([]);
        expect(panel.mail.textContent).to.equal('hello@shop.example');
        expect(panel.element.state).to.equal(undefined);
      });
    }

    it('shows what holds now where it was changed elsewhere', async () => {
      const panel = await NewsletterHarness.open();
      await panel.tick('Sale');
      panel.server.change({ frequency: 'monthly' });
      await panel.press('save');
      await panel.server.refuse('conflict', { state: panel.server.state });
      await panel.quiet();
      expect(panel.chosen).to.deep.equal(['News', 'Once a month', 'E-mail']);
    });

    it('asks again what holds where an answer was lost and the change was not', async () => {
      const panel = await NewsletterHarness.open();
      await panel.tick('Sale');
      await panel.press('save');
      panel.server.change({ topics: { sale: true } });
      await panel.server.refuse('failed');
      await panel.until(() => panel.choice('Sale').checked);
      expect(panel.server.loads).to.have.lengthOf(2);
      expect(panel.server.saves).to.have.lengthOf(1);
    });

    it('says how long to wait where the server said so', async () => {
      const panel = await NewsletterHarness.open();
      await panel.press('stop-all');
      await panel.server.refuse('rate-limited', { retryAfter: 290 });
      await panel.quiet();
      expect(panel.message).to.contain('in 5 minutes');
    });

    it('tries again by one press, as another save', async () => {
      const panel = await NewsletterHarness.open();
      await panel.tick('Sale');
      await panel.press('save');
      await panel.server.refuse('offline');
      await panel.quiet();
      await panel.press('retry');
      await panel.server.answer();
      await panel.quiet();
      expect(panel.choice('Sale').checked).to.equal(true);
      expect(new Set(panel.server.saves.map(({ record }) => record.id)).size).to.equal(2);
      expect(panel.find('retry')).to.equal(null);
    });

    it('gives up on a server that never answers', async () => {
      const { setTimeout } = window;
      const panel = await NewsletterHarness.open();
      await panel.tick('Sale');
      let giveUp: (() => void) | undefined;
      window.setTimeout = ((call: () => void, delay?: number) =>
        delay === 20_000 ? ((giveUp = call), 0) : setTimeout(call, delay)) as typeof setTimeout;
      await panel.press('save');
      await panel.server.heard();
      window.setTimeout = setTimeout;
      giveUp?.();
      await panel.quiet();
      expect(panel.server.saves[0]?.signal.aborted).to.equal(true);
      expect(panel.choice('Sale').checked).to.equal(false);
      expect(panel.message).to.contain('That did not work.');
    });

    for (const [name, value] of [
      ['nothing', undefined],
      ['a topic that is a text', { ...SUBSCRIBED, topics: { news: 'true' } }],
      ['an unknown status', { ...SUBSCRIBED, status: 'active' }],
    ] as const) {
      it(`takes an answer that is no state for a failure: ${name}`, async () => {
        const panel = await NewsletterHarness.open();
        await panel.tick('Sale');
        await panel.press('save');
        await panel.server.babble(value);
        await panel.quiet();
        expect(panel.choice('Sale').checked).to.equal(false);
        expect(panel.message).to.contain('That did not work.');
      });
    }

    for (const thrown of [new TypeError('x'), undefined, 'offline']) {
      it(`takes whatever else is thrown for a failure: ${String(thrown)}`, async () => {
        const panel = await NewsletterHarness.open();
        await panel.press('stop-all');
        await panel.server.reject(thrown);
        await panel.quiet();
        expect(panel.message).to.contain('That did not work.');
      });
    }
  });

  describe('loading', () => {
    for (const [problem, text, retry] of [
      ['expired', 'open the link in our latest message.', false],
      ['not-found', 'We know of no newsletter for this link.', false],
      ['rate-limited', 'That was too often.', true],
      ['offline', 'You seem to be offline.', true],
      ['failed', 'That did not work.', true],
    ] as const) {
      it(`that fails says why, keeps the mail, and ${retry ? 'tries again by one press' : 'ends there'}: ${problem}`, async () => {
        const panel = NewsletterHarness.create();
        panel.server.loading = () => Promise.reject(Object.assign(new Error(), { problem }));
        await panel.until(() => panel.text.includes(text));
        expect(panel.choices).to.deep.equal([]);
        expect(panel.actions).to.deep.equal(retry ? ['retry'] : []);
        expect(panel.mail.textContent).to.equal('hello@shop.example');
        panel.server.loading = undefined;
        if (retry) {
          await panel.press('retry');
          await panel.drawn();
          expect(panel.chosen).to.include('News');
        }
      });
    }

    it('writes nothing, whatever it finds', async () => {
      const panel = await NewsletterHarness.open({ state: { pausedUntil: '2020-01-01' } });
      expect(panel.server.loads).to.have.lengthOf(1);
      expect(panel.server.saves).to.deep.equal([]);
    });
  });
});
