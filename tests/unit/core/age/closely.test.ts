import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { AgeConfig } from '../../../../src/config/age.js';
import { lookClosely } from '../../../../src/core/age/closely.js';
import { glanceAtAge, type AgeGlance } from '../../../../src/core/age/glance.js';
import { ANSWERS, asking, stored } from './answers.js';

function look(age: AgeConfig, ...records: readonly string[]): AgeGlance {
  return lookClosely(age, (cookies) => glanceAtAge(asking(age), '/', cookies), records);
}

/** How the question stands at an age. */
const standing = (minimum: number, ...records: readonly string[]): AgeGlance['age'] =>
  look({ minimum }, ...records).age;

describe('lookClosely', () => {
  test('asks where nothing is stored, or nothing in the strict form', () => {
    assert.deepEqual(look({ minimum: 18 }), { age: 'asking', minor: true, minimumAge: 18 });
    assert.equal(standing(18, 'true', stored('adult').slice(1)), 'asking');
  });

  test('takes an answer for a higher age for a lower one', () => {
    assert.equal(standing(18, stored('adult', 18)), 'adult');
    assert.equal(standing(18, stored('adult', 21)), 'adult');
  });

  test('more private: takes no answer for a lower age for a higher one', () => {
    assert.equal(standing(18, stored('adult', 16)), 'asking');
    assert.equal(standing(18, stored('adult', 16), stored('adult', 18)), 'adult');
  });

  test('more private: who is under an age is under every higher one', () => {
    assert.equal(standing(18, stored('declined', 18)), 'declined');
    assert.equal(standing(21, stored('declined', 18)), 'declined');
  });

  test('asks who is under a higher age for a lower one', () => {
    assert.equal(standing(16, stored('declined', 18)), 'asking');
  });

  test('keeps both answers of somebody over one age and under another', () => {
    const both = [stored('adult', 16), stored('declined', 18)];
    assert.deepEqual(
      [12, 16, 17, 18, 21].map((minimum) => standing(minimum, ...both)),
      ['adult', 'adult', 'asking', 'declined', 'declined'],
    );
  });

  test('more private: a parent’s presence is a minor’s, whatever age is asked for', () => {
    for (const minimum of [0, 12, 18, 21]) {
      assert.deepEqual(look({ minimum }, stored('accompanied')), {
        age: 'accompanied',
        minor: true,
        minimumAge: minimum,
      });
    }
  });

  test('more private: an answer that the shop no longer offers is none', () => {
    assert.equal(look({ minimum: 18, accompanied: false }, stored('accompanied')).age, 'asking');
    assert.equal(look({ minimum: 18, accompanied: true }, stored('accompanied')).age, 'accompanied');
  });

  test('sees no minor to protect where the shop asks the adult', () => {
    assert.equal(look({ minimum: 18, minors: 'ask' }, stored('accompanied')).minor, false);
    assert.equal(look({ minimum: 18, minors: 'protect' }, stored('accompanied')).minor, true);
    assert.equal(look({ minimum: 18, minors: 'ask' }, stored('declined')).minor, true);
    assert.equal(look({ minimum: 18, minors: 'ask' }).minor, true);
  });

  test('more private: where nobody is asked a minor stays one, whatever age it was about', () => {
    assert.equal(standing(0, stored('declined', 18)), 'declined');
    assert.equal(standing(0), undefined);
  });

  test('more private: of several answers the one that keeps most back counts, in any order', () => {
    const records = ANSWERS.map((answer) => stored(answer));
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: 1 }), (some) => {
        const found = ['declined', 'accompanied', 'adult'].find((answer) => some.some((raw) => raw.includes(answer)));
        assert.equal(standing(18, ...some), found);
      }),
    );
  });

  test('more private: one answer more never lets in who was kept out', () => {
    const record = fc.tuple(fc.constantFrom(...ANSWERS), fc.constantFrom(12, 16, 18, 21)).map((one) => stored(...one));
    fc.assert(
      fc.property(fc.array(record), fc.constantFrom(12, 16, 18, 21), (records, minimum) => {
        const kept = [...records, stored('declined', minimum)];
        assert.equal(standing(minimum, ...kept), 'declined');
      }),
    );
  });
});
