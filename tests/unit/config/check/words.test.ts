import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { nearest, suggest } from '../../../../src/config/check/nearest.js';
import { printValue } from '../../../../src/config/check/print-value.js';
import { formatProblem } from '../../../../src/config/check/problem.js';
import { reportConfig } from '../../../../src/config/check/report.js';

describe('nearest', () => {
  test('finds the word with the fewest changes', () => {
    assert.equal(nearest('categorys', ['services', 'categories', 'category']), 'category');
    assert.equal(nearest('Service', ['services', 'site']), 'services');
  });

  test('finds nothing where more than a third would change', () => {
    assert.equal(nearest('cookies', ['storage', 'hosts']), undefined);
  });

  test('finds nothing for a word that is no word', () => {
    assert.equal(nearest('x'.repeat(1_000_000), ['x']), undefined);
    assert.equal(nearest('x', ['x'.repeat(1_000_000)]), undefined);
  });

  test('always finds a word that is there', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 }), (words) => {
        assert.equal(nearest(words.at(-1) ?? '', words), words.at(-1));
      }),
    );
  });
});

describe('suggest', () => {
  test('lists what there is where nothing is near', () => {
    assert.equal(suggest('cookies', ['storage', 'hosts']), 'use one of storage, hosts');
    assert.equal(suggest('cookies', []), 'leave it out');
  });
});

describe('printValue', () => {
  const cases: readonly (readonly [unknown, string])[] = [
    ['a', '"a"'],
    ['a\nb\u202e', '"a\\u{a}b\\u{202e}"'],
    ['x'.repeat(100), `"${'x'.repeat(60)}…"`],
    [5, '5'],
    [Number.NaN, 'NaN'],
    [5n, '5n'],
    [null, 'null'],
    [undefined, ''],
    [false, 'false'],
    [Symbol('s'), 'Symbol(s)'],
    [() => 1, 'a function'],
    [[1, 2], '[2 items]'],
    [{}, '{}'],
    [{ a: 1, b: 2 }, '{a, b}'],
    [{ a: 1, b: 2, c: 3, d: 4 }, '{a, b, c, …}'],
  ];
  for (const [value, expected] of cases) {
    test(`prints ${expected || 'nothing'}`, () => {
      assert.equal(printValue(value), expected);
    });
  }

  test('prints anything on one short line', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true }), (value) => {
        assert.match(printValue(value), /^[^\n\r]{0,800}$/);
      }),
    );
  });
});

describe('reportConfig', () => {
  test('writes one line for each problem', () => {
    const lines: string[] = [];
    reportConfig({ services: 5, categorys: [] }, (line) => lines.push(line));
    assert.deepEqual(lines, [
      '[fairsay] TYPE services: is a number, not a list (5); write a list in square brackets',
      '[fairsay] UNKNOWN-KEY categorys: is not a key known here ([0 items]); did you mean "categories"?',
    ]);
  });

  test('writes nothing where nothing is wrong', () => {
    reportConfig({}, () => assert.fail('a line was written'));
  });

  test('names the whole configuration where the problem is everywhere', () => {
    const lines: string[] = [];
    reportConfig(null, (line) => lines.push(line));
    assert.deepEqual(lines, [
      '[fairsay] TYPE configuration: is nothing, not an object (null); write an object in braces',
    ]);
  });

  test('writes no brackets where there is no value', () => {
    const line = formatProblem({ code: 'ID', path: 'a', value: '', message: 'is x', fix: 'do y', severity: 'error' });
    assert.equal(line, '[fairsay] ID a: is x; do y');
  });
});
