import { expect } from '@open-wc/testing';
import { NewsletterHarness } from '../../../support/harness/newsletter-harness.js';
import { addToPage, resetPage } from '../../../support/harness/page-harness.js';

describe('<fairsay-newsletter> where a subscription can stand', () => {
  beforeEach(resetPage);

  it('says that a second step is open, and sends the message again', async () => {
    const panel = await NewsletterHarness.open({ state: { status: 'pending' } });
    expect(panel.text).to.contain('One step is left');
    await panel.press('resend');
    await panel.server.answer();
    await panel.quiet();
    expect(panel.server.patches).to.deep.equal([{ resend: true }]);
    expect(panel.message).to.equal('The message is on its way again.');
  });

  it('shows everything as off to who is unsubscribed, whatever the server remembers', async () => {
    const panel = await NewsletterHarness.open({ state: { status: 'unsubscribed' } });
    expect(panel.text).to.contain('You get no newsletter.');
    expect(panel.chosen).to.deep.equal(['Once a week']);
    expect(panel.button('stop-all').ariaDisabled).to.equal('true');
  });

  it('explains why the shop stopped writing, offers no choice then, and the way back', async () => {
    const panel = await NewsletterHarness.open({ state: { status: 'suppressed' } });
    expect(panel.text).to.contain('We have stopped writing to this address');
    expect(panel.choices).to.deep.equal([]);
    expect(panel.actions).to.deep.equal(['stop-all']);
    expect(panel.mail.href).to.equal('mailto:hello@shop.example?subject=Stop%20the%20newsletter');
  });

  it('offers a pause by its last day, and shows it, and ends it', async () => {
    const panel = await NewsletterHarness.open();
    const end = new Date();
    end.setDate(end.getDate() + 14);
    const date = end.toLocaleDateString('en', { dateStyle: 'long' });
    expect(panel.button('pause').textContent).to.equal(`14 days, until ${date}`);
    await panel.press('pause');
    await panel.server.answer();
    await panel.quiet();
    expect(panel.part('pause').textContent).to.contain(`Paused until ${date}.`);
    await panel.press('resume');
    await panel.server.answer();
    await panel.quiet();
    expect(panel.server.patches[1]).to.deep.equal({ pausedUntil: null });
    expect(panel.find('pause')).not.to.equal(null);
  });

  it('takes a pause that is over for none', async () => {
    const panel = await NewsletterHarness.open({ state: { pausedUntil: '2020-01-01' } });
    expect(panel.find('resume')).to.equal(null);
  });

  describe('form', () => {
    it('is worth what is drawn in the form that it stands in', async () => {
      const panel = NewsletterHarness.create();
      const form = addToPage(document.createElement('form'));
      form.append(panel.element);
      expect([...new FormData(form)]).to.deep.equal([]);
      await panel.drawn();
      await panel.tick('Sale');
      expect([...new FormData(form)]).to.deep.equal([
        ['newsletter-topic', 'news'],
        ['newsletter-topic', 'sale'],
        ['newsletter-channel', 'email'],
        ['newsletter-frequency', 'weekly'],
        ['newsletter-status', 'subscribed'],
        ['newsletter-pausedUntil', ''],
      ]);
    });

    it('takes the beginning of those names from its own', async () => {
      const panel = NewsletterHarness.create();
      panel.element.setAttribute('name', 'mail');
      const form = addToPage(document.createElement('form'));
      form.append(panel.element);
      await panel.drawn();
      expect(new FormData(form).get('mail-frequency')).to.equal('weekly');
    });

    it('drops what was not sent when the form is reset', async () => {
      const panel = NewsletterHarness.create();
      const form = addToPage(document.createElement('form'));
      form.append(panel.element);
      await panel.drawn();
      await panel.tick('Sale');
      form.reset();
      await panel.settled();
      expect(panel.choice('Sale').checked).to.equal(false);
      expect(new FormData(form).getAll('newsletter-topic')).to.deep.equal(['news']);
    });
  });
});
