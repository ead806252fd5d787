import { expect } from '@open-wc/testing';
import { days, fill } from '../../../src/ui/fill.js';

describe('fill', () => {
  it('fills each place, each time, once', () => {
    expect(fill('{a} and {b}, {a}', { a: '{b}', b: 2 })).to.equal('{b} and 2, {b}');
  });

  it('leaves a place that nothing is known of', () => {
    expect(fill('{a} {constructor}', {})).to.contain('{a}');
  });

  it('writes out what is no text', () => {
    expect(fill(7 as unknown as string, {})).to.equal('7');
  });
});

describe('days', () => {
  for (const [count, lang, text] of [
    [1, 'en', '1 day'],
    [182, 'en', '182 days'],
    [1, 'de', '1 Tag'],
    [730, 'de', '730 Tage'],
  ] as const) {
    it(`writes ${count} in ${lang} as ${text}`, () => {
      expect(days(count, lang)).to.equal(text);
    });
  }
});
