import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { encode } from '../../../src/core/choices.js';
import { decode, newest, type ConsentRecord } from '../../../src/core/record.js';
import type { Source } from '../../../src/core/state.js';
import { ID, recordOf } from './shop.js';

const RAW = `1.12.t8x4k0.${ID}.button.en-GB.analytics:g:1a2b3c.films:d:9zz`;
const DECODED: ConsentRecord = {
  seq: 12,
  time: parseInt('t8x4k0', 36),
  id: ID,
  source: 'button',
  gpc: false,
  lang: 'en-GB',
  answers: new Map([
    ['analytics', { granted: true, print: '1a2b3c' }],
    ['films', { granted: false, print: '9zz' }],
  ]),
};

const word = (pattern: RegExp, maxLength: number): fc.Arbitrary<string> =>
  fc.stringMatching(pattern).filter((text) => text.length <= maxLength);

const record: fc.Arbitrary<ConsentRecord> = fc.record(
  {
    seq: fc.integer({ min: 1, max: 999_999_999_999_999 }),
    time: fc.integer({ min: 1, max: 36 ** 8 - 1 }),
    id: word(/^[\da-f]{32}$/, 32),
    source: fc.oneof(
      fc.constantFrom<Source[]>('button', 'script', 'api', 'embed'),
      word(/^[a-z]+$/, 20) as fc.Arbitrary<Source>,
    ),
    gpc: fc.boolean(),
    lang: word(/^[\w-]+$/, 35),
    answers: fc
      .uniqueArray(
        fc.tuple(
          fc.oneof(word(/^[\w-]+$/, 64), fc.constantFrom('__proto__', 'constructor', 'toString', '0')),
          fc.record({ granted: fc.boolean(), print: word(/^\w+$/, 7) }, { noNullPrototype: true }),
        ),
        { selector: ([name]) => name, maxLength: 12 },
      )
      .map((entries) => new Map(entries)),
  },
  { noNullPrototype: true },
);

describe('encode', () => {
  test('writes the version, the decision and each answer', () => {
    assert.equal(encode(DECODED), RAW);
  });

  test('marks a decision that was made under the signal', () => {
    assert.equal(encode({ ...DECODED, gpc: true, answers: new Map() }), `1.12.t8x4k0.${ID}.button-gpc.en-GB`);
  });

  test('needs no character that a cookie would not take', () => {
    fc.assert(
      fc.property(record, (one) => {
        assert.match(encode(one), /^[\w.:-]+$/);
      }),
    );
  });
});

describe('decode', () => {
  test('reads what encode wrote', () => {
    assert.deepEqual(decode(RAW), DECODED);
  });

  test('reads a decision without answers, made under the signal', () => {
    const raw = `1.1.1.${ID}.script-gpc.und`;
    const expected = { seq: 1, time: 1, id: ID, source: 'script', gpc: true, lang: 'und', answers: new Map() };
    assert.deepEqual(decode(raw), expected);
  });

  test('gives back any record that encode took', () => {
    fc.assert(
      fc.property(record, (one) => {
        assert.deepEqual(decode(encode(one)), one);
      }),
    );
  });

  test('takes only what encode would write, to the letter', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '1',
        '01',
        '.',
        ':',
        '..',
        'g',
        'd',
        ':g:',
        '-gpc',
        '-',
        'button',
        ID,
        'en',
        'A',
        '\n',
        ' ',
        '%2E',
      ),
      fc.string({ maxLength: 3 }),
    );
    const cut = fc.tuple(record, fc.nat(), fc.nat({ max: 3 }), piece).map(([one, at, length, text]) => {
      const raw = encode(one);
      const start = at % (raw.length + 1);
      return raw.slice(0, start) + text + raw.slice(start + length);
    });
    fc.assert(
      fc.property(cut, (raw) => {
        const read = decode(raw);
        assert.ok(read === undefined || encode(read) === raw, raw);
      }),
      { numRuns: 2000 },
    );
  });

  test('more private: any text at all neither throws nor is a record that says something else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 8192 }), (raw) => {
        assert.equal(decode(raw), undefined);
      }),
    );
  });

  const head = `.${ID}.button.en`;
  const broken: readonly [string, string][] = [
    ['nothing', ''],
    ['null as text', 'null'],
    ['a brace', '{'],
    ['a per cent sign', '%'],
    ['a number too large', '1e999'],
    ['JSON', '{"analytics":true}'],
    ['a record of version 2', RAW.replace('1.', '2.')],
    ['a record of version 11', `1${RAW}`],
    ['a record without a version', RAW.slice(2)],
    ['a seq of none', `1.0.t8x4k0${head}`],
    ['a seq with a zero before it', `1.012.t8x4k0${head}`],
    ['a seq below none', `1.-1.t8x4k0${head}`],
    ['a seq with an exponent', `1.1e3.t8x4k0${head}`],
    ['a seq with letters', `1.c.t8x4k0${head}`],
    ['a seq that is no longer exact', `1.1000000000000000.t8x4k0${head}`],
    ['a time of none', `1.1.0${head}`],
    ['a time with a zero before it', `1.1.0t8x4k0${head}`],
    ['a time in capitals', `1.1.T8X4K0${head}`],
    ['a time that is no longer exact', `1.1.t8x4k0000${head}`],
    ['a time that is empty', `1.1.${head}`],
    ['an id that is too short', `1.1.t8x4k0.${ID.slice(1)}.button.en`],
    ['an id that is too long', `1.1.t8x4k0.${ID}0.button.en`],
    ['an id in capitals', `1.1.t8x4k0.${ID.toUpperCase()}.button.en`],
    ['a source that is empty', `1.1.t8x4k0.${ID}..en`],
    ['a source that is the signal alone', `1.1.t8x4k0.${ID}.-gpc.en`],
    ['a source with the signal twice', `1.1.t8x4k0.${ID}.button-gpc-gpc.en`],
    ['a source with the signal in front', `1.1.t8x4k0.${ID}.-gpcbutton.en`],
    ['a source in capitals', `1.1.t8x4k0.${ID}.Button.en`],
    ['a language that is empty', `1.1.t8x4k0.${ID}.button.`],
    ['no language', `1.1.t8x4k0.${ID}.button`],
    ['a name that is empty', `${RAW}.:g:1`],
    ['an answer that is empty', `${RAW}.pixel::1`],
    ['an answer of another letter', `${RAW}.pixel:y:1`],
    ['an answer in capitals', `${RAW}.pixel:G:1`],
    ['an answer of two letters', `${RAW}.pixel:gd:1`],
    ['a print that is empty', `${RAW}.pixel:g:`],
    ['no print', `${RAW}.pixel:g`],
    ['a fourth part of an answer', `${RAW}.pixel:g:1:2`],
    ['a print with a hyphen', `${RAW}.pixel:g:1-2`],
    ['a name with a letter that is not Latin', `${RAW}.pïxel:g:1`],
    ['a name twice', `${RAW}.analytics:d:1a2b3c`],
    ['a name twice with the same answer', `${RAW}.films:d:9zz`],
    ['a stop at the end', `${RAW}.`],
    ['a space before it', ` ${RAW}`],
    ['a space after it', `${RAW} `],
    ['a line break after it', `${RAW}\n`],
    ['a second record after it', `${RAW};${RAW}`],
    ['an escaped stop', RAW.replace('.', '%2E')],
  ];
  for (const [what, raw] of broken) {
    test(`more private: ${what} is no record`, () => {
      assert.equal(decode(raw), undefined);
    });
  }

  for (const name of ['__proto__', 'constructor', 'hasOwnProperty', '0', '-', '_']) {
    test(`takes ${name} for a name like any other`, () => {
      const read = decode(`${RAW}.${name}:g:1`);
      assert.deepEqual([...(read?.answers.keys() ?? [])], ['analytics', 'films', name]);
      assert.equal(({} as Record<string, unknown>).granted, undefined);
    });
  }
});

describe('newest', () => {
  const [older, newer] = [recordOf({ seq: 9 }), recordOf({ seq: 10 })];

  test('is nothing where there is no record', () => {
    assert.equal(newest([]), undefined);
    assert.equal(newest([undefined, undefined]), undefined);
  });

  test('is the one with the highest seq, wherever it stands', () => {
    assert.equal(newest([older, newer]), newer);
    assert.equal(newest([newer, older]), newer);
    assert.equal(newest([undefined, older, undefined, newer, undefined]), newer);
  });

  test('is the first of equals', () => {
    const first = recordOf({ seq: 10 });
    assert.equal(newest([first, newer]), first);
  });

  test('goes by seq, not by time: a clock may have been wrong', () => {
    assert.equal(newest([recordOf({ seq: 2, time: 1 }), recordOf({ seq: 1, time: 2 })])?.seq, 2);
  });
});
