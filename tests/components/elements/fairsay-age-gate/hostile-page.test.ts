import { expect, oneEvent } from '@open-wc/testing';
import type { SuppressedEvent } from '../../../../src/events/suppressed-event.js';
import { drawCurtain, liftCurtain } from '../../../../src/platform/age/curtain.js';
import { AgeHarness } from '../../../support/harness/age-harness.js';
import {
  addPageStyles,
  expectFocus,
  openPageModal,
  painted,
  resetPage,
} from '../../../support/harness/page-harness.js';

/** What the document is marked with. */
const mark = (): string | undefined => document.documentElement.dataset['fairsayAge'];

const isSeen = (element: Element): boolean => {
  const { visibility, opacity } = getComputedStyle(element);
  return visibility === 'visible' && opacity === '1';
};

describe('<fairsay-age-gate> on a page that does otherwise', () => {
  let gate: AgeHarness;

  beforeEach(resetPage);

  afterEach(() => {
    liftCurtain();
    gate.end();
  });

  /** Resolves with why the question could not be asked. */
  const suppressed = async (): Promise<string> => {
    const { detail } = await oneEvent<SuppressedEvent>(document, 'fairsay-suppressed');
    return `${detail.what}: ${detail.why}`;
  };

  it('is itself seen while the page is hidden', async () => {
    drawCurtain('page');
    gate = await AgeHarness.open();
    expect([mark(), isSeen(document.body), isSeen(gate.dialog)]).to.deep.equal(['page', false, true]);
    const { x, y, width, height } = gate.button('alone').getBoundingClientRect();
    expect(document.elementFromPoint(x + width / 2, y + height / 2)).to.equal(gate.element);
  });

  it('shows the end again on request, and not by itself, where parts of the page wait', async () => {
    gate = await AgeHarness.create({ scope: 'parts' }, { age: 'declined' });
    gate.element.show();
    await gate.settle();
    expect(gate.isOpen).to.equal(false);
    await gate.show();
    expect(gate.heading.textContent).to.equal('Thank you for telling us');
  });

  it('asks again where an answer was given elsewhere and then forgotten', async () => {
    gate = await AgeHarness.open();
    gate.store.setAge('declined');
    await gate.settle();
    gate.store.setAge('asking');
    await gate.settle();
    expect([gate.isOpen, gate.heading.textContent]).to.deep.equal([true, 'Please confirm your age']);
  });

  it('comes back once where it was taken out, and asks on', async () => {
    gate = await AgeHarness.open();
    gate.element.remove();
    await painted();
    expect([gate.element.isConnected, gate.isOpen]).to.deep.equal([true, true]);
  });

  it('hides and locks nothing where it is taken out again, and the page learns it', async () => {
    gate = await AgeHarness.open();
    gate.element.remove();
    await painted();
    const told = suppressed();
    gate.element.remove();
    expect(await told).to.equal('age: hidden');
    expect([mark(), isSeen(document.body), document.querySelector(':modal')]).to.deep.equal([undefined, true, null]);
    expect(gate.store.state.age).to.equal('asking');
  });

  it('hides and locks nothing where a blocker hides it, and the page learns it', async () => {
    addPageStyles('fairsay-age-gate { display: none !important }');
    gate = await AgeHarness.create();
    const told = suppressed();
    gate.element.show();
    expect(await told).to.equal('age: hidden');
    expect([gate.isOpen, mark(), isSeen(document.body)]).to.deep.equal([false, undefined, true]);
  });

  it('hides and locks nothing where a blocker hides it later', async () => {
    gate = await AgeHarness.open();
    const told = suppressed();
    addPageStyles('fairsay-age-gate { display: none !important }');
    expect(await told).to.equal('age: hidden');
    expect([gate.isOpen, isSeen(document.body)]).to.deep.equal([false, true]);
  });

  it('hides and locks nothing where its rules cannot be had, and the page learns it', async () => {
    gate = await AgeHarness.create({ mode: 'date' }, { modules: { age: undefined as never } });
    const told = suppressed();
    gate.element.show();
    expect(await told).to.equal('age: not-loaded');
    expect([gate.isOpen, mark()]).to.deep.equal([false, undefined]);
  });

  it('hides and locks nothing where an answer cannot be taken down, and the page learns it', async () => {
    gate = await AgeHarness.open();
    gate.store.deaf = true;
    const told = suppressed();
    await gate.press('adult');
    expect(await told).to.equal('age: not-loaded');
    expect([gate.isOpen, mark(), gate.told]).to.deep.equal([false, undefined, []]);
  });

  for (const where of ['page', 'shadow'] as const) {
    it(`stays above a dialog that the page opens, in a ${where} root`, async () => {
      gate = await AgeHarness.open();
      const dialog = openPageModal(where);
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
      await painted();
      expectFocus(gate.heading);
      await gate.press('adult');
      expect([gate.isOpen, dialog.matches(':modal')]).to.deep.equal([false, true]);
    });
  }

  it('leaves a dialog that was open before it for afterwards', async () => {
    const dialog = openPageModal();
    gate = await AgeHarness.open();
    expectFocus(gate.heading);
    await gate.press('adult');
    expect(dialog.matches(':modal')).to.equal(true);
    dialog.close();
  });

  it('locks no scrolling', async () => {
    gate = await AgeHarness.open({ scope: 'parts' });
    for (const element of [document.documentElement, document.body]) {
      const { overflow, position } = getComputedStyle(element);
      expect([overflow, position, element.inert]).to.deep.equal(['visible', 'static', false]);
    }
  });
});
