import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ar } from '../../../../src/locales/ar.js';
import { notice as arNotice } from '../../../../src/locales/ar/notice.js';
import { de } from '../../../../src/locales/de.js';
import { notice as deNotice } from '../../../../src/locales/de/notice.js';
import { notice as en } from '../../../../src/locales/en/notice.js';
import type { FakeOptions } from '../../../support/fakes/fake-store.js';
import { NoticeHarness } from '../../../support/harness/notice-harness.js';
import {
  addPageStyles,
  announced,
  expectFocus,
  resetPage,
  setScheme,
  sizeOf,
} from '../../../support/harness/page-harness.js';
import { ANCHORS, EARLY, NOTICE_SHOP } from '../../../support/notice.js';

const SHOP: FakeOptions = { settings: NOTICE_SHOP };
const LOCALES = [de, deNotice, ar, arNotice];

/** What lists of ad blockers hide by id or class in a page. */
const HIDDEN = /cookie|consent|gdpr|ccpa|privacy|(^|[-_])(cc|cmp|ads?)([-_]|$)|newsletter|popup|banner/i;

describe('<fairsay-notice>', () => {
  beforeEach(resetPage);

  describe('accessibility', () => {
    const states: Record<string, FakeOptions> = {
      undecided: SHOP,
      'decided, with a change since': { ...SHOP, answers: { analytics: true, marketing: false }, decision: EARLY },
      'with Global Privacy Control': { ...SHOP, gpc: true },
      'with nothing declared': {},
    };
    for (const [state, options] of Object.entries(states)) {
      for (const scheme of ['light', 'dark']) {
        it(`has no violation, ${state}, ${scheme}`, async () => {
          setScheme(scheme);
          const notice = await NoticeHarness.create(options);
          await expect(notice.element).to.be.accessible();
        });
      }
    }

    it('has no violation, right to left', async () => {
      document.documentElement.lang = 'ar';
      document.documentElement.dir = 'rtl';
      const notice = await NoticeHarness.create({ ...SHOP, locales: LOCALES });
      await expect(notice.element).to.be.accessible();
    });

    it('has no violation with a section of the shop’s own', async () => {
      const own = html`<section id="rights">
        <h2>Your rights here</h2>
        <p>Ask us.</p>
      </section>`;
      const notice = await NoticeHarness.create(SHOP, own);
      await expect(notice.element).to.be.accessible();
    });

    it('stands in the page itself, where anchors and search find its headings', async () => {
      const notice = await NoticeHarness.create(SHOP);
      expect(notice.element.shadowRoot).to.equal(null);
      expect(notice.anchors).to.deep.equal(ANCHORS);
      expect(notice.headings).to.include.members([en.whoTitle, en.storageTitle, en.contactTitle]);
    });

    it('names the contents and each table', async () => {
      const { element } = await NoticeHarness.create(SHOP);
      expect(element.querySelector('nav')?.ariaLabel).to.equal(en.contentsTitle);
      for (const table of element.querySelectorAll('table')) {
        expect(table.ariaLabel).to.be.a('string').that.is.not.equal('');
        expect(table.querySelector('tbody th')?.getAttribute('scope')).to.equal('row');
      }
    });

    it('has controls of at least 24 pixels', async () => {
      const { element } = await NoticeHarness.create(SHOP);
      for (const button of element.querySelectorAll('button')) {
        expect(sizeOf(button).height).to.be.at.least(24);
        expect(sizeOf(button).width).to.be.at.least(24);
      }
    });
  });

  describe('properties', () => {
    it('gives the notice as data, as it is drawn', async () => {
      const { element, headings } = await NoticeHarness.create(SHOP);
      expect(element.outline?.sections.map(({ title }) => title)).to.deep.equal(headings);
      expect(element.outline?.version).to.equal('2');
    });

    it('says first who, why, who else, how long, which rights and where to ask', async () => {
      const notice = await NoticeHarness.create(SHOP);
      const lines = notice.summary.map(([to]) => to);
      expect(lines).to.deep.equal(['#who', '#why', '#recipients', '#kept', '#rights', '#contact']);
      expect(notice.element.firstElementChild?.id).to.equal('fairsay-summary');
    });

    it('says how each service stands now', async () => {
      const notice = await NoticeHarness.create({
        ...SHOP,
        answers: { analytics: true, marketing: false, video: true },
      });
      expect(notice.factsOf('Counter')['Now']).to.equal(en.onChosen);
      expect(notice.factsOf('Pixel')['Now']).to.equal(en.offChosen);
      expect(notice.factsOf('Film House')['Now']).to.equal(en.onChosen);
      expect(notice.factsOf('Cart')['Now']).to.equal('Always on');
    });

    it('follows every change of how they stand', async () => {
      const notice = await NoticeHarness.create(SHOP);
      expect(notice.factsOf('Counter')['Now']).to.equal(en.offWaiting);
      notice.store.answer({ analytics: true });
      await notice.settled();
      expect(notice.factsOf('Counter')['Now']).to.equal(en.onChosen);
    });

    it('follows a change of what is declared', async () => {
      const notice = await NoticeHarness.create(SHOP);
      notice.store.change('restored', { services: [] });
      await notice.settled();
      expect(notice.anchors).to.deep.equal(ANCHORS.filter((id) => id !== 'storage'));
    });

    it('says what has changed since the choice, and offers to change it', async () => {
      const notice = await NoticeHarness.create({ ...SHOP, decision: EARLY });
      expect(notice.textOf('fairsay-summary')).to.contain('Changed since your choice on February 1, 2026:');
      expect(notice.textOf('fairsay-summary')).to.contain('Added: Cookies and storage A player.');
      expect(notice.button(en.changeChoices).dataset['fairsayShow']).to.equal('preferences');
    });

    it('says that Global Privacy Control is honoured', async () => {
      const notice = await NoticeHarness.create({ ...SHOP, gpc: true });
      expect(notice.textOf('fairsay-summary')).to.contain(en.gpcHonoured);
    });

    it('drops a link that could run', async () => {
      const site = { contact: { email: 'a@shop.example' }, links: { imprint: 'javascript:alert(1)' } };
      const { element } = await NoticeHarness.create({ settings: { ...NOTICE_SHOP, site } });
      const links = [...element.querySelectorAll('#contact a')].map((link) => link.getAttribute('href'));
      expect(links).to.deep.equal(['mailto:a@shop.example']);
    });
  });

  describe('slots', () => {
    const own = html`<h1>Notice</h1>
      <section id="rights">
        <h2>Your rights here</h2>
        <p>Ask us.</p>
      </section>
      <section id="letters">
        <h2>Letters</h2>
        <p>Weekly.</p>
      </section>`;

    it('leave the shop’s own sections as they are, in their place', async () => {
      const notice = await NoticeHarness.create(SHOP, own);
      expect(notice.textOf('rights')).to.equal('Your rights here Ask us.');
      expect(notice.anchors).to.deep.equal([...ANCHORS.slice(0, 9), 'letters', ...ANCHORS.slice(9)]);
      expect(notice.element.firstElementChild?.localName).to.equal('h1');
    });

    it('list them in the contents and in the first layer', async () => {
      const notice = await NoticeHarness.create(SHOP, own);
      expect(notice.contents.map(({ text }) => text)).to.include.members(['Your rights here', 'Letters']);
      expect(notice.summary).to.deep.include(['#rights', 'Your rights hereAsk us.']);
    });

    it('keep the very nodes through every change', async () => {
      const notice = await NoticeHarness.create(SHOP, own);
      const [rights, letters] = [notice.section('rights'), notice.section('letters')];
      notice.store.answer({ analytics: true });
      notice.store.change('restored', { services: [] });
      await notice.settled();
      expect([notice.section('rights'), notice.section('letters')]).to.deep.equal([rights, letters]);
    });

    it('add what is live after the shop’s own words on storage', async () => {
      const storage = html`<section id="storage">
        <h2>What we store</h2>
        <p>Little.</p>
      </section>`;
      const notice = await NoticeHarness.create(SHOP, storage);
      expect(notice.textOf('storage')).to.equal('What we store Little.');
      expect(notice.section('storage').nextElementSibling?.id).to.equal('fairsay-live');
      expect(notice.factsOf('Counter')['Now']).to.equal(en.offWaiting);
    });

    it('put what a server has drawn aside', async () => {
      const served = html`<section id="who" data-generated>
        <h2>Who</h2>
        <p>From the server.</p>
      </section>`;
      const notice = await NoticeHarness.create(SHOP, served);
      expect(notice.anchors).to.deep.equal(ANCHORS);
      expect(notice.textOf('who')).not.to.contain('From the server.');
    });
  });

  describe('events', () => {
    it('tells nobody that it is read', async () => {
      const heard: string[] = [];
      const hear = ({ type }: Event): number => heard.push(type);
      const types = ['show', 'hide', 'suppressed', 'release'].map((name) => `fairsay-${name}`);
      types.forEach((type) => document.addEventListener(type, hear));
      const notice = await NoticeHarness.create(SHOP);
      notice.section('contact').scrollIntoView();
      await notice.settled();
      types.forEach((type) => document.removeEventListener(type, hear));
      expect(heard).to.deep.equal([]);
      expect(notice.store.calls).to.deep.equal([]);
    });
  });

  describe('keyboard', () => {
    it('leads from the first layer to a section by Enter', async () => {
      const notice = await NoticeHarness.create(SHOP);
      const [, why] = notice.element.querySelectorAll<HTMLAnchorElement>('#fairsay-summary a');
      why?.focus();
      await sendKeys({ press: 'Enter' });
      expect(location.hash).to.equal('#why');
      history.replaceState(null, '', location.pathname + location.search);
    });

    it('reaches the controls in the order in which they are read', async () => {
      const { element } = await NoticeHarness.create(SHOP);
      const first = element.querySelector<HTMLElement>('#fairsay-summary button');
      first?.focus();
      await sendKeys({ press: 'Tab' });
      expectFocus(element.querySelector('#fairsay-summary a'));
    });
  });

  describe('parts and tokens', () => {
    it('has no id and no class that ad blockers hide', async () => {
      const { element } = await NoticeHarness.create(SHOP);
      for (const { id, className } of element.querySelectorAll('*')) {
        expect(`${id} ${className}`).not.to.match(HIDDEN);
      }
    });

    it('draws the lines of its tables in the colour of their token', async () => {
      addPageStyles(':root { --fairsay-color-border: rgb(1, 2, 3) }');
      const { element } = await NoticeHarness.create(SHOP);
      const cell = element.querySelector('td');
      expect(cell && getComputedStyle(cell).borderBottomColor).to.equal('rgb(1, 2, 3)');
    });

    it('has the headings of the page', async () => {
      addPageStyles('h2 { color: rgb(4, 5, 6) }');
      const { element } = await NoticeHarness.create(SHOP);
      const heading = element.querySelector('h2');
      expect(heading && getComputedStyle(heading).color).to.equal('rgb(4, 5, 6)');
    });
  });

  describe('localisation', () => {
    it('speaks the page’s language, and follows its change', async () => {
      const notice = await NoticeHarness.create({ ...SHOP, locales: LOCALES });
      document.documentElement.lang = 'de';
      await notice.settled();
      expect(notice.headings[0]).to.equal(deNotice.messages.whoTitle);
      expect(notice.section('who').lang).to.equal('de');
      expect(notice.rowsOf('what')[1]?.[0]).to.equal('Anschrift');
      expect(notice.anchors).to.deep.equal(ANCHORS);
      expect(notice.button(deNotice.messages.downloadText)).to.be.instanceOf(HTMLElement);
    });

    it('reads from right to left in Arabic', async () => {
      document.documentElement.lang = 'ar';
      const notice = await NoticeHarness.create({ ...SHOP, locales: LOCALES });
      expect(notice.section('who').dir).to.equal('rtl');
      expect(getComputedStyle(notice.section('who')).direction).to.equal('rtl');
    });

    it('says in the shop’s words what the shop has replaced', async () => {
      const texts = { en: { whoTitle: 'The people behind it' } };
      const notice = await NoticeHarness.create({ settings: { ...NOTICE_SHOP, texts } });
      expect(notice.headings[0]).to.equal('The people behind it');
    });

    it('says in the page’s language that a link was copied', async () => {
      document.documentElement.lang = 'de';
      const notice = await NoticeHarness.create({ ...SHOP, locales: LOCALES });
      const clipboard = { writeText: () => Promise.resolve() };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      const said = announced();
      notice.button(`Link zu „${deNotice.messages.whoTitle}“ kopieren`).click();
      expect(await said).to.equal(deNotice.messages.linkCopied);
      Reflect.deleteProperty(navigator, 'clipboard');
    });
  });
});
