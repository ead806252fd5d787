import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { evaluate } from '../../../src/core/grammar.js';

const ALLOWED = new Map([
  ['on', true],
  ['also', true],
  ['off', false],
  ['out', false],
]);

const read = (expression: string): string => evaluate(expression, (id) => ALLOWED.get(id));

describe('evaluate', () => {
  const cases: readonly [string, string, string][] = [
    ['one id that is allowed', 'on', 'met'],
    ['one id that is not', 'off', 'unmet'],
    ['several ids that all are', 'on also', 'met'],
    ['several ids of which the first is not', 'off on', 'unmet'],
    ['several ids of which the last is not', 'on also off', 'unmet'],
    ['a negation of what is not allowed', '!off', 'met'],
    ['a negation of what is allowed', '!on', 'unmet'],
    ['an id and a negation that both hold', 'on !off', 'met'],
    ['an id and a negation that does not hold', 'on !also', 'unmet'],
    ['negations that both hold', '!off !out', 'met'],
    ['an id and its own negation', 'on !on', 'unmet'],
    ['any white space between and around', '\t on \n also\u00a0', 'met'],
  ];
  for (const [what, expression, verdict] of cases) {
    test(`${what} is ${verdict}`, () => {
      assert.equal(read(expression), verdict);
    });
  }

  const held: readonly [string, string][] = [
    ['nothing', ''],
    ['white space alone', ' \n\t'],
    ['an id that is not declared', 'unheard-of'],
    ['the negation of an id that is not declared', '!unheard-of'],
    ['an id that is not declared beside one that is allowed', 'on unheard-of'],
    ['an id that is not declared beside one that is not allowed', 'off unheard-of'],
    ['a negation of nothing', '!'],
    ['a negation apart from its id', '! off'],
    ['a double negation', '!!on'],
    ['a comma', 'on,also'],
    ['another letter case', 'On'],
    ['a word of logic', 'on or also'],
    ['the name of a method', 'toString'],
    ['the name of the prototype', '__proto__'],
  ];
  for (const [what, expression] of held) {
    test(`more private: ${what} is unknown, and so held`, () => {
      assert.equal(read(expression), 'unknown');
    });
  }

  test('more private: nothing is unknown even where every name is allowed', () => {
    const everyName = (id: string): boolean | undefined => (id ? true : undefined);
    assert.deepEqual([evaluate('', everyName), evaluate(' \n', everyName)], ['unknown', 'unknown']);
  });

  test('any expression is met only where each of its terms holds', () => {
    const term = fc.constantFrom('on', 'also', 'off', 'out', '!on', '!off', '!out', 'else', '!else', '!', '!!off');
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        const holds = (one: string): boolean => ['on', 'also', '!off', '!out'].includes(one);
        assert.equal(read(terms.join(' ')) === 'met', terms.length > 0 && terms.every(holds));
      }),
    );
  });

  test('any text at all is met only by what is declared', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        assert.notEqual(
          evaluate(text, () => undefined),
          'met',
        );
      }),
    );
  });
});
