import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AgeHarness } from '../../../support/harness/age-harness.js';
import { expectFocus, resetPage } from '../../../support/harness/page-harness.js';

const NOW = new Date();
const OPEN_YEAR = `${NOW.getFullYear() - 18}`;
const OLD_YEAR = `${NOW.getFullYear() - 40}`;
const YOUNG_YEAR = `${NOW.getFullYear() - 10}`;

/** Today's month and day, as somebody would type them whose birthday it is. */
const TODAY = [`${NOW.getMonth() + 1}`, `${NOW.getDate()}`] as const;

describe('<fairsay-age-gate> with a birth date', () => {
  let gate: AgeHarness;

  beforeEach(async () => {
    resetPage();
    gate = await AgeHarness.open({ mode: 'date' });
  });

  afterEach(() => {
    gate.end();
  });

  it('asks for the year alone, and gives no hint at what is enough', () => {
    expect(gate.fields).to.deep.equal(['bday-year']);
    expect(gate.actions).to.deep.equal(['confirm']);
    expect(gate.text).not.to.match(/18|guardian|or over/);
  });

  it('lets in by a year that is long enough ago', async () => {
    await gate.enter(OLD_YEAR);
    expect(gate.told).to.deep.equal([{ status: 'adult', method: 'self-declared', minimumAge: 18 }]);
    expect(gate.isOpen).to.equal(false);
  });

  it('asks for month and day only where the year does not settle it', async () => {
    await gate.enter(OPEN_YEAR);
    expect(gate.fields).to.deep.equal(['bday-year', 'bday-month', 'bday-day']);
    expect(gate.store.calls).to.deep.equal([]);
    expectFocus(gate.field('month'));
    await gate.enter(OPEN_YEAR, ...TODAY);
    expect(gate.told.map(({ status }) => status)).to.deep.equal(['adult']);
  });

  it('takes what is pasted with spaces, and Arabic digits', async () => {
    gate.field('year').focus();
    document.execCommand(
      'insertText',
      false,
      ` ${[...OLD_YEAR].map((digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]).join('')} `,
    );
    await sendKeys({ press: 'Enter' });
    await gate.settle();
    expect(gate.told.map(({ status }) => status)).to.deep.equal(['adult']);
  });

  for (const [name, typed, field, said] of [
    ['no year', [''], 'year', '4 digits'],
    ['a year of two digits', ['08'], 'year', '4 digits'],
    ['a year to come', [`${NOW.getFullYear() + 1}`], 'year', 'not come yet'],
    ['a thirteenth month', [OPEN_YEAR, '13', '1'], 'month', '1 to 12'],
    ['30 February', [OPEN_YEAR, '2', '30'], 'day', 'this month has'],
  ] as const) {
    it(`says what is wrong with ${name}, at its field, and answers nothing`, async () => {
      if (typed.length > 1) {
        await gate.enter(typed[0]);
      }
      await gate.enter(...(typed as readonly [string, string?, string?]));
      expect(gate.field(field).getAttribute('aria-invalid')).to.equal('true');
      expect(gate.describes(field)).to.contain(said);
      expectFocus(gate.field(field));
      expect(gate.store.calls).to.deep.equal([]);
    });
  }

  it('offers company only after the answer, which is taken down at once', async () => {
    await gate.enter(YOUNG_YEAR);
    expect(gate.store.calls).to.deep.equal([['confirmAge', 'declined', 'script']]);
    expect([gate.actions, gate.told]).to.deep.equal([['accompanied', 'alone'], []]);
    expectFocus(gate.heading);
  });

  it('tells of the company once the adult has confirmed it', async () => {
    await gate.enter(YOUNG_YEAR);
    await gate.press('accompanied');
    await gate.press('back');
    expect(gate.actions).to.deep.equal(['accompanied', 'alone']);
    await gate.press('accompanied');
    await gate.press('confirm');
    expect(gate.told.map(({ status }) => status)).to.deep.equal(['accompanied']);
  });

  it('tells of somebody alone once they have said so', async () => {
    await gate.enter(YOUNG_YEAR);
    await gate.press('alone');
    expect(gate.told.map(({ status }) => status)).to.deep.equal(['declined']);
    expect(gate.heading.textContent).to.equal('Thank you for telling us');
  });

  it('declines at once where the shop offers no company', async () => {
    gate.end();
    gate = await AgeHarness.open({ mode: 'date', accompanied: false });
    await gate.enter(YOUNG_YEAR);
    expect(gate.told.map(({ status }) => status)).to.deep.equal(['declined']);
    expect(gate.actions).to.deep.equal([]);
  });

  it('has fields for numbers that browsers can fill and cannot keep', () => {
    const field = gate.field('year');
    expect([field.inputMode, field.type]).to.deep.equal(['numeric', 'text']);
    expect([field.name, field.id, field.getAttribute('value')]).to.deep.equal(['', '', null]);
  });

  it('forgets what is typed when the page is left', () => {
    const field = gate.field('year');
    field.value = '1999';
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(field.value).to.equal('');
  });

  it('holds no part of a birth date once it is answered', async () => {
    await gate.enter(OPEN_YEAR);
    const fields = (['year', 'month', 'day'] as const).map((name) => gate.field(name));
    await gate.enter(OPEN_YEAR, ...TODAY);
    expect(fields.map(({ value }) => value)).to.deep.equal(['', '', '']);
    expect(JSON.stringify(gate.told)).not.to.contain(OPEN_YEAR);
    expect(gate.element.renderRoot.textContent).not.to.contain(OPEN_YEAR);
  });

  it('goes on by Enter in a field', async () => {
    gate.field('year').focus();
    await sendKeys({ type: OLD_YEAR });
    await sendKeys({ press: 'Enter' });
    await gate.settle();
    expect(gate.store.calls).to.deep.equal([['confirmAge', 'adult', 'button']]);
  });
});
