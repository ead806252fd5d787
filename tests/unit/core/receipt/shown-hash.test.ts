import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hexOf, shownHash } from '../../../../src/core/receipt/shown-hash.js';

/** What Node makes of the same text. */
const expected = (text: string) => createHash('sha256').update(text).digest('hex');

describe('shownHash', () => {
  test('is SHA-256 of the text in UTF-8, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 300 }), fc.lorem()), (text) => {
        assert.equal(shownHash(text), expected(text));
      }),
    );
  });

  test('is right at every length around the ends of two blocks', () => {
    for (let length = 0; length <= 130; length += 1) {
      const text = 'a'.repeat(length);
      assert.equal(shownHash(text), expected(text), String(length));
    }
  });

  test('takes half a character as what stands for none', () => {
    assert.equal(shownHash('\ud800'), expected('\ufffd'));
    assert.equal(shownHash('😀'), expected('😀'));
  });

  test('takes a megabyte', () => {
    const text = 'ä'.repeat(500_000);
    assert.equal(shownHash(text), expected(text));
  });
});

test('hexOf writes eight digits, whatever the sign', () => {
  assert.deepEqual([0, 255, -1].map(hexOf), ['00000000', '000000ff', 'ffffffff']);
});
