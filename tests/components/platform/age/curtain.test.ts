import { expect } from '@open-wc/testing';
import { SuppressedEvent } from '../../../../src/events/suppressed-event.js';
import { drawCurtain, liftCurtain, markDocument } from '../../../../src/platform/age/curtain.js';
import { addPageStyles, addToPage, resetPage } from '../../../support/harness/page-harness.js';

const isSeen = (element: Element): boolean => {
  const { visibility, opacity } = getComputedStyle(element);
  return visibility === 'visible' && opacity === '1';
};

/** Something that the page keeps back. */
function addPart(): HTMLElement {
  const part = addToPage(document.createElement('p'));
  part.dataset['fairsayAge'] = '';
  part.textContent = 'Knives';
  return part;
}

describe('the curtain', () => {
  const { setTimeout } = window;
  /** What waits for a time to pass. */
  let late: (() => void)[] = [];

  beforeEach(() => {
    resetPage();
    late = [];
    window.setTimeout = ((call: () => void) => late.push(call)) as never;
  });

  afterEach(() => {
    window.setTimeout = setTimeout;
    liftCurtain();
  });

  /** Lets ten seconds pass. */
  const pass = (): void => {
    for (const call of late) {
      call();
    }
  };

  it('hides the whole page until it is lifted, and locks no scrolling', () => {
    drawCurtain();
    expect([document.documentElement.dataset['fairsayAge'], isSeen(document.body)]).to.deep.equal(['page', false]);
    for (const element of [document.documentElement, document.body]) {
      const { overflow, position } = getComputedStyle(element);
      expect([overflow, position, element.inert]).to.deep.equal(['visible', 'static', false]);
    }
    liftCurtain();
    expect(isSeen(document.body)).to.equal(true);
  });

  it('hides marked parts alone, whatever the page’s own styles say, and leaves them where they are', () => {
    addPageStyles('p { visibility: visible !important; opacity: 1 !important }');
    const part = addPart();
    const other = addToPage(document.createElement('p'));
    drawCurtain('parts');
    expect([isSeen(part), isSeen(other), part.isConnected, part.textContent]).to.deep.equal([
      false,
      true,
      true,
      'Knives',
    ]);
    liftCurtain();
    expect(isSeen(part)).to.equal(true);
  });

  it('hides again what is marked again', () => {
    drawCurtain();
    liftCurtain();
    markDocument();
    expect(isSeen(document.body)).to.equal(false);
  });

  it('gives a whole page back where the question cannot be shown', () => {
    drawCurtain();
    document.dispatchEvent(new SuppressedEvent({ what: 'banner', why: 'hidden' }));
    expect(isSeen(document.body)).to.equal(false);
    document.dispatchEvent(new SuppressedEvent({ what: 'age', why: 'not-loaded' }));
    expect(isSeen(document.body)).to.equal(true);
  });

  it('gives a whole page back where no question has come in time', () => {
    drawCurtain();
    pass();
    expect(isSeen(document.body)).to.equal(true);
  });

  it('stays where the question has come in time', () => {
    drawCurtain();
    addToPage(document.createElement('fairsay-age-gate'));
    pass();
    expect(isSeen(document.body)).to.equal(false);
  });

  it('keeps marked parts hidden where the question cannot be shown, as the page around them is there', () => {
    const part = addPart();
    drawCurtain('parts');
    document.dispatchEvent(new SuppressedEvent({ what: 'age', why: 'not-loaded' }));
    pass();
    expect([isSeen(part), isSeen(document.body)]).to.deep.equal([false, true]);
  });
});
