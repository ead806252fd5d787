import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { NewsletterEvent } from '../../../../src/events/newsletter-event.js';
import { ar } from '../../../../src/locales/ar.js';
import { newsletter as arNewsletter } from '../../../../src/locales/ar/newsletter.js';
import { de } from '../../../../src/locales/de.js';
import { newsletter as deNewsletter } from '../../../../src/locales/de/newsletter.js';
import { FakeAdapter, SUBSCRIBED } from '../../../support/fakes/fake-adapter.js';
import { shareFake } from '../../../support/fakes/fake-store.js';
import { ANSWERED, NewsletterHarness } from '../../../support/harness/newsletter-harness.js';
import {
  addPageButton,
  addPageStyles,
  addToPage,
  expectFocus,
  expectSameSize,
  looks,
  resetPage,
  setScheme,
  sizeOf,
  watchListeners,
} from '../../../support/harness/page-harness.js';
import { NEWSLETTER } from '../../../support/shop.js';

describe('<fairsay-newsletter>', () => {
  beforeEach(resetPage);

  describe('accessibility', () => {
    for (const [name, scheme, dir] of [
      ['light', 'light', 'ltr'],
      ['dark', 'dark', 'ltr'],
      ['right to left', 'light', 'rtl'],
    ] as const) {
      it(`has no violation, ${name}`, async () => {
        setScheme(scheme);
        document.documentElement.dir = dir;
        const panel = await NewsletterHarness.open();
        await expect(panel.element).to.be.accessible();
      });
    }

    for (const status of ['pending', 'unsubscribed', 'suppressed'] as const) {
      it(`has no violation while ${status}`, async () => {
        const panel = await NewsletterHarness.open({ state: { status } });
        await expect(panel.element).to.be.accessible();
      });
    }

    it('has no violation while it looks things up, while paused, while saving, and after a failure', async () => {
      const panel = NewsletterHarness.create({ state: { pausedUntil: '2999-01-01' } });
      const answer = panel.holdBack();
      await panel.until(() => panel.text.includes('Looking up'));
      await expect(panel.element).to.be.accessible();
      answer();
      await panel.drawn();
      await expect(panel.element).to.be.accessible();
      await panel.press('resume');
      await expect(panel.element).to.be.accessible();
      await panel.server.refuse('failed');
      await panel.quiet();
      await expect(panel.element).to.be.accessible();
    });

    it('is a region that is named by its heading', async () => {
      const { box } = await NewsletterHarness.open();
      expect(box.localName).to.equal('section');
      expect(box.getAttribute('aria-labelledby')).to.equal('title');
    });

    it('gives each choice its name, and what it is for or agrees to', async () => {
      const panel = await NewsletterHarness.open();
      for (const [label, about] of [
        ['News', 'New bags.'],
        ['E-mail', 'BagsOK may write to me by e-mail.'],
      ] as const) {
        const id = panel.choice(label).getAttribute('aria-describedby') ?? '';
        expect(panel.element.shadowRoot?.getElementById(id)?.textContent).to.equal(about);
      }
    });

    it('groups the choices, each group with a name', async () => {
      const { groups } = await NewsletterHarness.open();
      expect(groups).to.deep.equal(['Topics', 'How often', 'How we may reach you', 'Take a break']);
    });

    it('draws saving and stopping alike', async () => {
      const panel = await NewsletterHarness.open();
      expect(looks(panel.button('stop-all'))).to.deep.equal(looks(panel.button('save')));
      expectSameSize(panel.button('stop-all'), panel.button('save'));
    });

    it('has targets of at least 24 pixels', async () => {
      const panel = await NewsletterHarness.open();
      for (const control of panel.choices) {
        expect(Math.min(...Object.values(sizeOf(control)))).to.be.at.least(24);
      }
    });
  });

  describe('properties', () => {
    it('draws nothing as chosen, and nothing to choose, before the server has answered', async () => {
      const panel = NewsletterHarness.create();
      const answer = panel.holdBack();
      await panel.until(() => panel.server.loads.length > 0);
      expect(panel.text).to.contain('Looking up your choices…');
      expect([panel.choices, panel.chosen, panel.actions]).to.deep.equal([[], [], []]);
      answer();
      await panel.drawn();
      expect(panel.chosen).to.deep.equal(['News', 'Once a week', 'E-mail']);
    });

    it('keeps the room that the choices will need', async () => {
      const panel = NewsletterHarness.create();
      const answer = panel.holdBack();
      await panel.until(() => panel.text.includes('Looking up'));
      const { height } = sizeOf(panel.box);
      answer();
      await panel.drawn();
      expect(sizeOf(panel.box).height).to.be.closeTo(height, 40);
    });

    it('shows what the server says that holds, and whom it is about', async () => {
      const panel = await NewsletterHarness.open({
        state: { topics: { sale: true }, channels: {}, frequency: 'monthly' },
      });
      expect(panel.chosen).to.deep.equal(['Sale', 'Once a month']);
      expect(panel.part('address').textContent).to.equal('For m…@example.com');
      expect(panel.text).to.contain('You are subscribed.');
    });

    it('offers only what the shop declares', async () => {
      const offer = { topics: [], frequencies: [], pauses: [] };
      const panel = await NewsletterHarness.open({ offer });
      expect(panel.groups).to.deep.equal(['How we may reach you']);
    });

    it('stands a configuration that is not what it should be', async () => {
      const offer = { topics: 5, frequencies: [null, { id: 'weekly' }], channels: {}, pauses: ['x'] } as never;
      const panel = await NewsletterHarness.open({ offer });
      expect(panel.groups).to.deep.equal(['How often']);
      expect(panel.chosen).to.deep.equal(['weekly']);
    });

    it('shows an address that is markup, or long, as it is written', async () => {
      const panel = await NewsletterHarness.open({
        state: { address: `<img src=x>${'ü'.repeat(1_000_000)}@straße.example` },
      });
      expect(panel.part('address').textContent).to.match(/^For <img src=x>ü{200,250}$/);
      expect(panel.part('address').children).to.have.lengthOf(0);
      expect(panel.box.scrollWidth).to.be.at.most(panel.box.clientWidth);
    });

    it('has no other way out where the shop has named none', async () => {
      const panel = await NewsletterHarness.open({ settings: { site: {}, newsletter: NEWSLETTER } });
      expect(() => panel.mail).to.throw('mail');
    });
  });

  describe('slots', () => {
    it('has none: what stands in it in the page is not drawn', async () => {
      const panel = await NewsletterHarness.open();
      panel.element.append(addPageButton('Inside'));
      expect(panel.element.querySelector('button')?.getClientRects()).to.have.lengthOf(0);
    });
  });

  describe('events', () => {
    it('asks the page to save where there is no adapter, with the change and its record', async () => {
      const panel = NewsletterHarness.create({ adapter: false });
      panel.element.state = SUBSCRIBED;
      await panel.drawn();
      await panel.tick('Sale');
      const asked = new Promise<NewsletterEvent>((resolve) => {
        document.addEventListener('fairsay-newsletter', resolve, { once: true });
      });
      document.addEventListener(
        'fairsay-newsletter',
        (event) => event.respondWith(Promise.resolve({ ...SUBSCRIBED, version: 2, topics: { sale: true } })),
        { once: true },
      );
      await panel.press('save');
      const { detail } = await asked;
      expect(detail.patch).to.deep.equal({ topics: { sale: true } });
      expect(detail.record).to.include({ kind: 'newsletter', source: 'script', region: '', gpc: false });
      expect(Object.isFrozen(detail)).to.equal(true);
      await panel.quiet();
      expect(panel.chosen).to.deep.equal(['Sale', 'Once a week', 'E-mail']);
    });
  });

  describe('keyboard', () => {
    it('ticks by Space, and saves by Enter', async () => {
      const panel = await NewsletterHarness.open();
      panel.choice('Sale').focus();
      await sendKeys({ press: ' ' });
      expect(panel.choice('Sale').checked).to.equal(true);
      panel.button('save').focus();
      await sendKeys({ press: 'Enter' });
      await panel.server.answer();
      expect(panel.server.saves[0]?.record.source).to.equal('button');
      expectFocus(panel.button('save'));
    });

    it('keeps the focus on a button that has acted', async () => {
      const panel = await NewsletterHarness.open();
      panel.button('stop-all').focus();
      await sendKeys({ press: 'Enter' });
      await panel.server.answer();
      await panel.quiet();
      expectFocus(panel.button('stop-all'));
    });

    it('passes the focus on to what comes in the place of a button', async () => {
      const panel = await NewsletterHarness.open();
      panel.button('pause').focus();
      await sendKeys({ press: 'Enter' });
      await panel.server.answer();
      await panel.quiet();
      expectFocus(panel.button('resume'));
    });

    it('passes the focus to the heading where what had it is gone', async () => {
      const panel = await NewsletterHarness.open();
      panel.choice('News').focus();
      await panel.age('asking');
      expectFocus(panel.part('title'));
    });

    it('takes no focus by itself', async () => {
      const button = addPageButton();
      button.focus();
      await NewsletterHarness.open();
      expectFocus(button);
    });
  });

  describe('parts and tokens', () => {
    it('draws the parts that its comment lists', async () => {
      const { parts } = await NewsletterHarness.open();
      expect(new Set(parts)).to.deep.equal(
        new Set(
          ['box', 'title', 'address', 'text', 'choices', 'choice', 'pause', 'message'].concat([
            'actions',
            'note',
            'mail',
          ]),
        ),
      );
    });

    for (const [token, property] of [
      ['color-accent', 'background-color'],
      ['color-on-accent', 'color'],
    ] as const) {
      it(`is themed by --fairsay-${token}, saving and stopping together`, async () => {
        addPageStyles(`:root { --fairsay-${token}: rgb(1, 2, 3) }`);
        const panel = await NewsletterHarness.open();
        for (const action of ['save', 'stop-all'] as const) {
          expect(getComputedStyle(panel.button(action)).getPropertyValue(property)).to.equal('rgb(1, 2, 3)');
        }
      });
    }
  });

  describe('lifecycle', () => {
    it('keeps an adapter and a state that were set before its code came', async () => {
      const server = new FakeAdapter();
      const element = Object.assign(document.createElement('x-later'), { adapter: server, state: SUBSCRIBED });
      customElements.define(
        'x-later',
        class extends (customElements.get('fairsay-newsletter') as CustomElementConstructor) {},
      );
      const store = shareFake({ answers: ANSWERED, settings: { newsletter: NEWSLETTER } });
      addToPage(element);
      const panel = new NewsletterHarness(element as never, store, server);
      await panel.drawn();
      await panel.press('stop-all');
      expect(server.saves).to.have.lengthOf(1);
      expect(server.loads).to.have.lengthOf(0);
    });

    it('loads once, keeps what was ticked and leaves no listener behind through ten moves', async () => {
      const panel = await NewsletterHarness.open();
      await panel.tick('Sale');
      const listeners = watchListeners();
      for (let time = 0; time < 10; time += 1) {
        addToPage(panel.element);
        await panel.settled();
      }
      const once = listeners.count;
      expect(panel.choice('Sale').checked).to.equal(true);
      panel.element.remove();
      expect(listeners.count).to.equal(0);
      expect(once).to.be.below(8);
      expect(panel.server.loads).to.have.lengthOf(1);
      listeners.end();
    });

    it('finishes a save that was on its way when it was taken out', async () => {
      const panel = await NewsletterHarness.open();
      await panel.press('stop-all');
      panel.element.remove();
      await panel.server.answer();
      addToPage(panel.element);
      await panel.quiet();
      expect(panel.text).to.contain('You get no newsletter.');
    });

    it('draws nothing without a store', async () => {
      const element = addToPage(document.createElement('fairsay-newsletter'));
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('section')).to.equal(null);
    });
  });

  describe('localisation', () => {
    it('speaks the page’s language, in its direction', async () => {
      document.documentElement.lang = 'ar';
      const panel = await NewsletterHarness.open({ locales: [ar, arNewsletter] });
      expect(panel.part('title').textContent).to.equal(arNewsletter.messages.newsletterTitle);
      expect([panel.box.lang, panel.box.dir]).to.deep.equal(['ar', 'rtl']);
    });

    it('picks the language of the shop’s own texts, and writes days in it', async () => {
      document.documentElement.lang = 'de';
      const panel = await NewsletterHarness.open({ locales: [de, deNewsletter], state: { pausedUntil: '2999-05-01' } });
      expect(panel.text).to.contain('Neue Taschen.').and.contain('Pausiert bis 1. Mai 2999.');
    });

    it('keeps what was ticked when the page’s language changes', async () => {
      const panel = await NewsletterHarness.open({ locales: [de, deNewsletter] });
      await panel.tick('Sale');
      document.documentElement.lang = 'de';
      await panel.until(() => panel.text.includes('Ihr Newsletter'));
      expect(panel.choice('Sale').checked).to.equal(true);
    });

    it('says what the shop has replaced', async () => {
      const texts = { en: { newsletterStop: 'No more mail' } };
      const panel = await NewsletterHarness.open({ settings: { texts, newsletter: NEWSLETTER } });
      expect(panel.button('stop-all').textContent).to.equal('No more mail');
    });

    it('tells screen readers in its language, with the end of a pause', async () => {
      document.documentElement.lang = 'de';
      const panel = await NewsletterHarness.open({ locales: [de, deNewsletter] });
      await panel.press('pause');
      await panel.server.answer();
      await panel.told(/^Ihre Auswahl ist gespeichert\. Pausiert bis \d+\. \S+ \d{4}\.$/);
    });
  });
});
