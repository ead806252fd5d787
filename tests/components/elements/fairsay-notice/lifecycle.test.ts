import { expect, waitUntil } from '@open-wc/testing';
import { notice as en } from '../../../../src/locales/en/notice.js';
import { shareFake, type FakeOptions } from '../../../support/fakes/fake-store.js';
import { NoticeHarness } from '../../../support/harness/notice-harness.js';
import { addInShadow, addToPage, resetPage, watchListeners } from '../../../support/harness/page-harness.js';
import { ANCHORS, NOTICE_SHOP } from '../../../support/notice.js';

const SHOP: FakeOptions = { settings: NOTICE_SHOP };

/** Wraps every text as the translators of browsers do: the text node goes, and a `<font>` with another text comes. */
function translate(root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    texts.push(walker.currentNode as Text);
  }
  for (const text of texts.filter(({ data }) => data.trim())) {
    const font = document.createElement('font');
    font.append(`«${text.data}»`);
    text.replaceWith(font);
  }
}

describe('<fairsay-notice> lifecycle', () => {
  beforeEach(resetPage);

  it('leaves what it holds alone until there is a store', async () => {
    const element = addToPage(document.createElement('fairsay-notice'));
    const own = document.createElement('section');
    own.id = 'who';
    own.append('We.');
    element.append(own);
    await element.updateComplete;
    expect(element.textContent.trim()).to.equal('We.');
    const notice = new NoticeHarness(element, shareFake(SHOP));
    await notice.read();
    expect(notice.anchors).to.deep.equal(ANCHORS);
    expect(notice.section('who')).to.equal(own);
  });

  it('stays as it is when the store goes', async () => {
    const notice = await NoticeHarness.create(SHOP);
    notice.store.stop();
    notice.element.requestUpdate();
    await notice.settled();
    expect(notice.anchors).to.deep.equal(ANCHORS);
  });

  it('survives the translator of a browser, and is never doubled', async () => {
    const notice = await NoticeHarness.create(SHOP);
    translate(notice.element);
    notice.store.answer({ analytics: true });
    await notice.settled();
    expect(notice.anchors).to.deep.equal(ANCHORS);
    expect(notice.textOf('storage')).to.contain(en.onChosen);
    notice.store.change('restored', { services: [] });
    await notice.settled();
    expect(notice.anchors).to.deep.equal(ANCHORS.filter((id) => id !== 'storage'));
  });

  it('is one notice again as a copy', async () => {
    const notice = await NoticeHarness.create(SHOP);
    const element = addToPage(notice.element.cloneNode(true) as typeof notice.element);
    const copy = new NoticeHarness(element, notice.store);
    await waitUntil(() => element.outline, 'the copy is drawn');
    await copy.read();
    expect(copy.anchors).to.deep.equal(ANCHORS);
    expect(element.querySelectorAll('#fairsay-files')).to.have.length(1);
  });

  it('leaks no listener when it is moved ten times', async () => {
    const notice = await NoticeHarness.create(SHOP);
    const listeners = watchListeners();
    addToPage(document.createElement('p')).append(notice.element);
    const once = listeners.count;
    for (let time = 0; time < 10; time += 1) {
      addToPage(document.createElement('p')).append(notice.element);
    }
    expect(listeners.count).to.equal(once);
    listeners.end();
  });

  it('brings its styles along, once for each place', async () => {
    const notice = await NoticeHarness.create(SHOP);
    const before = document.adoptedStyleSheets.length;
    addToPage(document.createElement('p')).append(notice.element);
    expect(document.adoptedStyleSheets.length).to.equal(before);
    const root = addInShadow(notice.element).getRootNode() as ShadowRoot;
    expect(root.adoptedStyleSheets.length).to.equal(2);
    expect(getComputedStyle(notice.element).display).to.equal('block');
  });

  it('says on the console that what is declared cannot be read, and leaves what stands there', async () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (text: unknown) => warnings.push(text);
    const notice = { data: [null] } as never;
    shareFake({ settings: { ...NOTICE_SHOP, notice } });
    const element = addToPage(document.createElement('fairsay-notice'));
    element.append('As it was.');
    await waitUntil(() => warnings.length, 'there is a warning');
    console.warn = warn;
    expect(String(warnings[0])).to.contain('[fairsay] NOTICE');
    expect(element.textContent.trim()).to.equal('As it was.');
  });
});
