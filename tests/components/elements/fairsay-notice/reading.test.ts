import { expect, html, waitUntil } from '@open-wc/testing';
import { notice as en } from '../../../../src/locales/en/notice.js';
import type { FakeOptions } from '../../../support/fakes/fake-store.js';
import { NoticeHarness } from '../../../support/harness/notice-harness.js';
import { addToPage, announced, resetPage } from '../../../support/harness/page-harness.js';
import { ANCHORS, NOTICE_SHOP } from '../../../support/notice.js';

const SHOP: FakeOptions = { settings: NOTICE_SHOP };

const forgetHash = (): void => {
  history.replaceState(null, '', location.pathname + location.search);
};

/** Puts a clipboard of the test's own in the place of the browser's. */
function withClipboard(writeText: (text: string) => Promise<void>): () => void {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  return () => {
    Reflect.deleteProperty(navigator, 'clipboard');
  };
}

describe('reading <fairsay-notice>', () => {
  beforeEach(() => {
    resetPage();
    forgetHash();
  });
  after(forgetHash);

  describe('properties', () => {
    it('marks the section that is read in the contents', async () => {
      const notice = await NoticeHarness.create(SHOP);
      addToPage(document.createElement('div')).style.blockSize = '200vh';
      for (const id of ['storage', 'contact', 'who']) {
        notice.section(id).scrollIntoView();
        await waitUntil(() => notice.current === id, `${id} is marked`);
      }
    });

    it('marks the section that was asked for where the page can scroll no further', async () => {
      const notice = await NoticeHarness.create(SHOP);
      notice.contents.find(({ hash }) => hash === '#changes')?.click();
      scrollTo(0, document.documentElement.scrollHeight);
      await waitUntil(() => notice.current === 'changes', 'the section is marked');
    });

    it('copies the link to a section, and says so', async () => {
      const notice = await NoticeHarness.create(SHOP);
      let copied = '';
      const end = withClipboard((text) => {
        copied = text;
        return Promise.resolve();
      });
      const said = announced();
      notice.button(`Copy the link to “${en.rightsTitle}”`).click();
      expect(await said).to.equal(en.linkCopied);
      expect(new URL(copied).hash).to.equal('#rights');
      expect(location.hash).to.equal('');
      end();
    });

    it('puts the link into the address bar where there is no clipboard', async () => {
      const notice = await NoticeHarness.create(SHOP);
      const end = withClipboard(() => Promise.reject(new Error('denied')));
      notice.button(`Copy the link to “${en.rightsTitle}”`).click();
      await waitUntil(() => location.hash === '#rights', 'the address has the anchor');
      end();
    });

    it('hands out the notice as text, with every section', async () => {
      const notice = await NoticeHarness.create(SHOP);
      const { name, text } = await notice.download(en.downloadText);
      expect(name).to.equal('notice.txt');
      for (const [index, id] of ANCHORS.entries()) {
        expect(text).to.contain(`# ${notice.headings[index] ?? ''} (#${id})`);
      }
    });

    it('hands out the notice as data, as it is drawn', async () => {
      const notice = await NoticeHarness.create(SHOP);
      const { name, text } = await notice.download(en.downloadData);
      expect(name).to.equal('notice.json');
      const { form, ...rest } = JSON.parse(text) as { form: number };
      expect(form).to.equal(1);
      expect(rest).to.deep.equal(JSON.parse(JSON.stringify(notice.element.outline)));
    });

    it('hands out what the shop has written itself', async () => {
      const own = html`<section id="rights">
        <h2>Your rights here</h2>
        <p>Ask us.</p>
      </section>`;
      const notice = await NoticeHarness.create(SHOP, own);
      const { text } = await notice.download(en.downloadText);
      expect(text).to.contain('# Your rights here (#rights)\n\nAsk us.');
    });
  });

  describe('slots', () => {
    it('leave the shop’s own headings without a button', async () => {
      const own = html`<section id="rights">
        <header><h2>Your rights here</h2></header>
        <p>Ask us.</p>
      </section>`;
      const notice = await NoticeHarness.create(SHOP, own);
      expect(notice.section('rights').querySelector('button')).to.equal(null);
    });
  });

  describe('lifecycle', () => {
    it('goes to the section that the address names, once it is there', async () => {
      location.hash = '#contact';
      const notice = await NoticeHarness.create(SHOP);
      await waitUntil(
        () => notice.section('contact').getBoundingClientRect().top < innerHeight,
        'the section is in sight',
      );
    });

    it('keeps one button for each heading and one for each file, whatever changes', async () => {
      const notice = await NoticeHarness.create(SHOP);
      const before = notice.element.querySelectorAll('button').length;
      notice.store.answer({ analytics: true });
      await notice.settled();
      addToPage(document.createElement('div')).append(notice.element);
      await notice.settled();
      expect(notice.element.querySelectorAll('button').length).to.equal(before);
    });

    it('keeps the focus on a button through a change', async () => {
      const notice = await NoticeHarness.create(SHOP);
      const button = notice.button(en.downloadText);
      button.focus();
      notice.store.answer({ analytics: true });
      await notice.settled();
      expect(document.activeElement).to.equal(button);
    });
  });
});
