import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { judgeBirth, localDay, type Birth, type Day } from '../../../../src/core/age/calendar.js';

const TODAY: Day = { year: 2026, month: 11, day: 26 };

const judge = (year: string, month?: string, day?: string, today = TODAY): string =>
  judgeBirth({ year, month, day }, 18, today);

/** Days by their number, so that they can be counted: an own rule, over whole days of the world's clock. */
const DAY = 86_400_000;
const numberOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / DAY;
const dayOf = (number: number): Day => {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
const written = ({ year, month, day }: Day): Birth => ({ year: `${year}`, month: `${month}`, day: `${day}` });

describe('judgeBirth', () => {
  test('needs the year alone where that settles it', () => {
    assert.equal(judge('2007'), 'old-enough');
    assert.equal(judge('1990'), 'old-enough');
    assert.equal(judge('2009'), 'too-young');
    assert.equal(judge('2026'), 'too-young');
  });

  test('needs month and day where it does not', () => {
    assert.equal(judge('2008'), 'unsettled');
    assert.equal(judge('2008', '11', '26'), 'old-enough');
    assert.equal(judge('2008', '11', '27'), 'too-young');
    assert.equal(judge('2008', '10', '31'), 'old-enough');
    assert.equal(judge('2008', '12', '1'), 'too-young');
  });

  test('leaves month and day aside where the year settles it', () => {
    assert.equal(judge('2007', '99', 'x'), 'old-enough');
  });

  for (const year of [
    '',
    ' ',
    '08',
    '208',
    '20080',
    '2008.5',
    '-2008',
    '2OO8',
    '1e3',
    '2e03',
    '0x7d8',
    'NaN',
    '2008-05-01',
  ]) {
    test(`knows no year ${JSON.stringify(year)}`, () => {
      assert.equal(judge(year), 'bad-year');
    });
  }

  test('knows no year in which nobody alive was born, and none to come', () => {
    assert.equal(judge('1895'), 'bad-year');
    assert.equal(judge('1896'), 'old-enough');
    assert.equal(judge('0000'), 'bad-year');
    assert.equal(judge('2027'), 'future');
    assert.equal(judge('9999'), 'future');
  });

  for (const month of ['', '0', '13', '00', '1.5', 'May', '-1', '012']) {
    test(`knows no month ${JSON.stringify(month)}`, () => {
      assert.equal(judge('2008', month, '1'), 'bad-month');
    });
  }

  for (const [month, day] of [
    ['2', '30'],
    ['4', '31'],
    ['6', '31'],
    ['9', '31'],
    ['11', '31'],
    ['1', '32'],
    ['1', '0'],
    ['1', ''],
    ['1', '1.5'],
  ] as const) {
    test(`lets no date roll over: 2008-${month}-${day || '…'} is none`, () => {
      assert.equal(judge('2008', month, day), 'bad-day');
    });
  }

  test('knows 29 February in leap years alone', () => {
    const at = (year: number): string =>
      judgeBirth({ year: `${year}`, month: '2', day: '29' }, 18, { ...TODAY, year: year + 18 });
    assert.deepEqual([2000, 2004, 2008].map(at), ['old-enough', 'old-enough', 'old-enough']);
    assert.deepEqual([1900, 2001, 2006, 2100].map(at), ['bad-day', 'bad-day', 'bad-day', 'bad-day']);
  });

  test('knows that 2024-02-30 is no day, and 2024-02-29 is one', () => {
    const today = { year: 2042, month: 6, day: 1 };
    assert.equal(judge('2024', '2', '30', today), 'bad-day');
    assert.equal(judge('2024', '2', '29', today), 'old-enough');
  });

  test('makes who was born on 29 February a year older on 1 March where a year has no such day', () => {
    const on = (month: number, day: number): string => judge('2008', '2', '29', { year: 2026, month, day });
    assert.deepEqual([on(2, 27), on(2, 28), on(3, 1)], ['too-young', 'too-young', 'old-enough']);
  });

  test('makes them older on the day itself where there is one', () => {
    const on = (day: number): string =>
      judgeBirth({ year: '2008', month: '2', day: '29' }, 20, { year: 2028, month: 2, day });
    assert.deepEqual([on(28), on(29)], ['too-young', 'old-enough']);
  });

  test('reads what is pasted with spaces around it, with zeros, and in Arabic and Persian digits', () => {
    assert.equal(judge(' 2008\n', ' 05', '01 '), 'old-enough');
    assert.equal(judge('٢٠٠٨', '١١', '٢٧'), 'too-young');
    assert.equal(judge('۲۰۰۸', '۱۱', '۲۶'), 'old-enough');
    assert.equal(judge('1990\t'), 'old-enough');
  });

  test('agrees with counting days, for every birthday around the threshold', () => {
    const [from, to] = [numberOf({ year: 1970, month: 1, day: 1 }), numberOf({ year: 2120, month: 12, day: 31 })];
    fc.assert(
      fc.property(
        fc.integer({ min: from, max: to }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: -3, max: 3 }),
        (number, minimum, off) => {
          const born = dayOf(number);
          // The day itself; 29 February of a year without one is counted on, to 1 March.
          const birthday = Date.UTC(born.year + minimum, born.month - 1, born.day) / DAY;
          const expected = off >= 0 ? 'old-enough' : 'too-young';
          assert.equal(judgeBirth(written(born), minimum, dayOf(birthday + off)), expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('comes to the same with the year alone, where that settles it, as with the whole date', () => {
    const day = fc.integer({ min: numberOf({ year: 1950, month: 1, day: 1 }), max: numberOf(TODAY) }).map(dayOf);
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 99 }), (born, minimum) => {
        const alone = judgeBirth({ year: `${born.year}` }, minimum, TODAY);
        const whole = judgeBirth(written(born), minimum, TODAY);
        assert.ok(alone === whole || (alone === 'unsettled' && born.year + minimum === TODAY.year));
      }),
    );
  });

  test('never throws, and lets nobody in by what is no date', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (year, month, day) => {
        const verdict = judge(year, month, day);
        assert.ok(verdict !== 'old-enough' || /^\s*\p{Nd}{4}\s*$/u.test(year));
      }),
    );
  });
});

describe('localDay', () => {
  /** Every whole hour from twelve behind to fourteen ahead of the world's clock. In these names the sign is turned. */
  const ZONES = Array.from({ length: 27 }, (_, index) => index - 12);
  const zone = (hours: number): string => (hours ? `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}` : 'Etc/GMT');

  function inZone<T>(hours: number, action: () => T): T {
    const before = process.env['TZ'];
    process.env['TZ'] = zone(hours);
    try {
      return action();
    } finally {
      if (before === undefined) {
        delete process.env['TZ'];
      } else {
        process.env['TZ'] = before;
      }
    }
  }

  for (const hours of ZONES) {
    test(`makes somebody older at their own midnight, in UTC${hours < 0 ? '−' : '+'}${Math.abs(hours)}`, () => {
      const [from, to] = [numberOf({ year: 1980, month: 1, day: 1 }), numberOf({ year: 2020, month: 12, day: 31 })];
      inZone(hours, () => {
        assert.equal(new Date(0).getTimezoneOffset(), -60 * hours || 0);
        fc.assert(
          fc.property(fc.integer({ min: from, max: to }), fc.integer({ min: 0, max: DAY - 1 }), (number, moment) => {
            const born = dayOf(number);
            const midnight = Date.UTC(born.year + 18, born.month - 1, born.day) - hours * 3_600_000;
            const at = (time: number): string => judgeBirth(written(born), 18, localDay(new Date(time)));
            assert.equal(at(midnight - 1), 'too-young');
            assert.equal(at(midnight), 'old-enough');
            assert.equal(at(midnight + moment), 'old-enough');
            assert.equal(at(midnight - 1 - moment), 'too-young');
          }),
          { numRuns: 50 },
        );
      });
    });
  }
});
