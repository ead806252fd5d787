import { expect, oneEvent } from '@open-wc/testing';
import { HideEvent } from '../../../../src/events/hide-event.js';
import { ShowEvent } from '../../../../src/events/show-event.js';
import { SuppressedEvent } from '../../../../src/events/suppressed-event.js';
import { BannerHarness } from '../../../support/harness/banner-harness.js';
import { NewsletterHarness } from '../../../support/harness/newsletter-harness.js';
import { openPageModal, painted, resetPage } from '../../../support/harness/page-harness.js';

const WAIT = 'Your newsletter choices come after the question on privacy.';
const OPEN = { answers: {} };

/** A panel that waits, as a question of consent is open. */
async function waiting(): Promise<NewsletterHarness> {
  const panel = NewsletterHarness.create(OPEN);
  await panel.until(() => panel.text.includes(WAIT));
  return panel;
}

const tell = (event: Event) => document.dispatchEvent(event);

describe('<fairsay-newsletter> in its turn', () => {
  beforeEach(resetPage);

  it('asks nothing and loads nothing while a question of consent is open, and keeps the mail', async () => {
    const panel = await waiting();
    expect([panel.choices, panel.actions]).to.deep.equal([[], []]);
    expect(panel.server.loads).to.deep.equal([]);
    expect(panel.mail.textContent).to.equal('hello@shop.example');
    await expect(panel.element).to.be.accessible();
  });

  it('takes its turn once that is answered', async () => {
    const panel = await waiting();
    panel.store.rejectAll();
    await panel.drawn();
    expect(panel.server.loads).to.have.lengthOf(1);
  });

  it('takes its turn once the banner was closed, and steps back when it is there again', async () => {
    const panel = await waiting();
    tell(new HideEvent({ what: 'banner' }));
    await panel.drawn();
    tell(new ShowEvent({ what: 'banner' }));
    await panel.settled();
    expect(panel.text).to.contain(WAIT);
  });

  it('keeps what was ticked while it steps back', async () => {
    const panel = await waiting();
    tell(new HideEvent({ what: 'banner' }));
    await panel.drawn();
    await panel.tick('Sale');
    tell(new ShowEvent({ what: 'banner' }));
    await panel.settled();
    tell(new HideEvent({ what: 'banner' }));
    await panel.drawn();
    expect(panel.choice('Sale').checked).to.equal(true);
  });

  it('takes its turn where the banner cannot be shown', async () => {
    const panel = await waiting();
    tell(new SuppressedEvent({ what: 'banner', why: 'not-loaded' }));
    await panel.drawn();
  });

  for (const where of ['page', 'shadow'] as const) {
    it(`goes on waiting while the banner only steps aside for a modal dialog, in the ${where}`, async () => {
      const panel = await waiting();
      openPageModal(where);
      tell(new HideEvent({ what: 'banner' }));
      await panel.settled();
      expect(panel.text).to.contain(WAIT);
    });
  }

  it('minds no other element', async () => {
    const panel = await waiting();
    tell(new HideEvent({ what: 'preferences' }));
    await panel.settled();
    expect(panel.text).to.contain(WAIT);
  });

  it('waits for a banner that is on screen, and follows it', async () => {
    const banner = await BannerHarness.create({ settings: { newsletter: {} } });
    const element = document.createElement('fairsay-newsletter');
    document.body.append(element);
    const panel = new NewsletterHarness(element, banner.store, undefined as never);
    await panel.until(() => panel.text.includes(WAIT));
    const hidden = oneEvent(banner.element, 'fairsay-hide');
    banner.close();
    await hidden;
    await panel.until(() => panel.text.includes('Looking up'));
    element.remove();
  });

  it('does not wait for a banner that was closed before its code came', async () => {
    const banner = await BannerHarness.create({ settings: { newsletter: {} } });
    banner.close();
    await painted();
    const element = document.createElement('fairsay-newsletter');
    document.body.append(element);
    const panel = new NewsletterHarness(element, banner.store, undefined as never);
    await panel.until(() => panel.text.includes('Looking up'));
    element.remove();
  });

  it('waits while the age is being asked for', async () => {
    const panel = await NewsletterHarness.open();
    await panel.age('asking');
    expect(panel.text).to.contain(WAIT);
    await panel.age('adult');
    expect(panel.actions).to.include('stop-all');
  });

  for (const age of ['accompanied', 'declined']) {
    it(`asks nothing with a minor there, says so, and keeps the mail: ${age}`, async () => {
      const panel = await NewsletterHarness.open();
      await panel.age(age);
      expect(panel.text).to.contain('Our newsletter is for adults, so we ask nothing here.');
      expect([panel.choices, panel.actions]).to.deep.equal([[], []]);
      expect(panel.mail.textContent).to.equal('hello@shop.example');
      await expect(panel.element).to.be.accessible();
    });
  }

  it('asks the adult all the same where the shop says so', async () => {
    const panel = await NewsletterHarness.open();
    await panel.age('accompanied', { age: { minors: 'ask' } });
    expect(panel.actions).to.include('stop-all');
  });

  it('is worth nothing in a form while it waits', async () => {
    const panel = await NewsletterHarness.open();
    const form = document.createElement('form');
    form.dataset['ofTest'] = '';
    document.body.append(form);
    form.append(panel.element);
    await panel.settled();
    expect(new FormData(form).has('newsletter-status')).to.equal(true);
    await panel.age('asking');
    expect([...new FormData(form)]).to.deep.equal([]);
  });
});
