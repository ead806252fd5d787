import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isPaused, localDate, pauseEnd } from '../../../../src/core/newsletter/pause.js';

describe('pauseEnd', () => {
  for (const [today, days, end] of [
    ['2026-11-26', 14, '2026-12-10'],
    ['2027-01-31', 30, '2027-03-02'],
    ['2028-02-15', 14, '2028-02-29'],
    ['2027-02-15', 14, '2027-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    // Clocks change in this fortnight.
    ['2027-03-20', 14, '2027-04-03'],
  ] as const) {
    test(`of ${days} days from ${today} is ${end}`, () => {
      assert.equal(pauseEnd(today, days), end);
    });
  }

  test('adds up: two pauses on end are one of both lengths', () => {
    const days = fc.integer({ min: 1, max: 366 });
    const today = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(today, days, days, (date, first, more) => {
        const from = date.toISOString().slice(0, 10);
        assert.equal(pauseEnd(pauseEnd(from, first), more), pauseEnd(from, first + more));
      }),
    );
  });
});

describe('localDate', () => {
  test('is the day of the place, on both sides of the date line', () => {
    const noon = Date.parse('2026-11-26T12:00:00Z');
    assert.equal(localDate(noon, 0), '2026-11-26');
    assert.equal(localDate(noon, -14 * 60), '2026-11-27');
    assert.equal(localDate(noon, 12 * 60), '2026-11-26');
    assert.equal(localDate(noon, 12 * 60 + 1), '2026-11-25');
  });
});

describe('isPaused', () => {
  test('holds through the last day, and no longer', () => {
    assert.ok(isPaused('2026-12-10', '2026-11-26'));
    assert.ok(isPaused('2026-12-10', '2026-12-10'));
    assert.ok(!isPaused('2026-12-10', '2026-12-11'));
    assert.ok(!isPaused(null, '2026-12-11'));
  });
});
