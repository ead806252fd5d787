import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decodeAge, encodeAge, type AgeRecord } from '../../../../src/core/age/age-record.js';
import { glanceAtAge } from '../../../../src/core/age/glance.js';
import { ageRecord, ANSWERS, asking, stored } from './answers.js';

const record: fc.Arbitrary<AgeRecord> = fc.record({
  minimum: fc.integer({ min: 1, max: 999 }),
  answer: fc.constantFrom(...ANSWERS),
  time: fc.integer({ min: 1, max: 36 ** 8 - 1 }),
  id: fc.stringMatching(/^[\da-f]{32}$/),
  lang: fc.constantFrom('en', 'de-AT', 'zh-Hant', 'und'),
});

/** Texts that look like a stored answer, most of which are none. */
const nearly = fc
  .tuple(record, fc.nat(), fc.constantFrom('', '0', '.', ' ', 'a', ';', 'é', '\n'), fc.boolean())
  .map(([one, at, part, cut]) => {
    const raw = encodeAge(one);
    const place = at % raw.length;
    return raw.slice(0, place) + part + raw.slice(place + (cut ? 1 : 0));
  });

describe('decodeAge', () => {
  test('gives back any answer that encodeAge took', () => {
    fc.assert(
      fc.property(record, (one) => {
        assert.deepEqual(decodeAge(encodeAge(one)), { ...one });
      }),
    );
  });

  test('more private: takes nothing that encodeAge would not have written, to the letter', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string()), (raw) => {
        const found = decodeAge(raw);
        assert.ok(!found || encodeAge(found) === raw, raw);
      }),
    );
  });

  for (const raw of [
    '',
    '1',
    'true',
    stored('adult').replace('1.', '2.'),
    `x${stored('adult')}`,
    stored('adult').replace('.18.', '.018.'),
    stored('adult').replace('.18.', '.18.5.'),
    stored('adult').replace('.18.', '.0.'),
    stored('adult').replace('adult', 'asking'),
    stored('adult').toUpperCase(),
    `${stored('adult')} `,
    stored('adult').replace('.en', ''),
  ]) {
    test(`more private: ${JSON.stringify(raw)} is no answer`, () => {
      assert.equal(decodeAge(raw), undefined);
    });
  }

  test('reads what the glance of a page reads, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(record.map(encodeAge), nearly), (raw) => {
        const { age } = glanceAtAge(asking({ minimum: 1 }), '/', `fairsay-age=${raw}`);
        // What ends a cookie is never part of its value.
        assert.equal(age, decodeAge(raw.split('; ')[0]?.replace(/;.*/s, '') ?? '')?.answer ?? 'asking', raw);
      }),
    );
  });
});

describe('encodeAge', () => {
  test('writes the version, the age asked for, the answer, the time, an id and the language, and no more', () => {
    assert.match(encodeAge(ageRecord('accompanied')), /^1\.18\.accompanied\.[\da-z]+\.[\da-f]{32}\.en$/);
  });

  test('writes what a cookie holds without encoding', () => {
    fc.assert(
      fc.property(record, (one) => {
        assert.match(encodeAge(one), /^[\w.-]{1,100}$/);
      }),
    );
  });
});
