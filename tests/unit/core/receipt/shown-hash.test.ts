import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { shownHash } from '../../../../src/core/receipt/shown-hash.js';

const expected = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('shownHash', () => {
  test('gives the examples of the standard', () => {
    assert.equal(shownHash(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    assert.equal(shownHash('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('agrees with another implementation at every length around a block', () => {
    for (let length = 0; length < 260; length += 1) {
      const text = 'x'.repeat(length);
      assert.equal(shownHash(text), expected(text), `${length}`);
    }
  });

  test('agrees with another implementation on any text, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        assert.equal(shownHash(text), expected(text));
      }),
    );
  });

  test('agrees with another implementation on a text longer than any banner', () => {
    const text = 'Wir möchten Besuche zählen. نودّ عدّ الزيارات. 🍪'.repeat(3000);
    assert.equal(shownHash(text), expected(text));
  });

  test('takes half a surrogate pair for the sign of what is unknown, as UTF-8 does', () => {
    assert.equal(shownHash('a\ud800b'), expected('a\ufffdb'));
  });
});
