import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addToHistory, readHistory } from '../../../../src/core/receipt/history.js';
import { answering } from '../shop.js';
import { envelopeOf, idOf, openDesk } from './desk.js';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => envelopeOf({ id: idOf(index + 1), seq: index + 1 }));

describe('the shopper’s own envelopes', () => {
  test('are kept in order, a withdrawal after the yes that it takes back', () => {
    const { shop, envelopes } = openDesk();
    shop.acceptAll();
    shop.withdraw();
    const [yes, no] = envelopes();
    assert.ok(yes && no);
    const stored = addToHistory(addToHistory('', [yes]), [no]);
    assert.deepEqual(readHistory(stored), [yes, no]);
  });

  test('are kept once each', () => {
    const stored = addToHistory('', numbered(2));
    assert.equal(addToHistory(stored, numbered(2)), stored);
  });

  test('are those of the record in force', () => {
    const other = envelopeOf({ id: idOf(9), record: 'a'.repeat(32) });
    assert.deepEqual(readHistory(addToHistory(addToHistory('', numbered(3)), [other])), [other]);
  });

  test('leave when all is forgotten', () => {
    const { shop, envelopes } = openDesk({ records: [answering({ analytics: true })] });
    shop.save({ marketing: false });
    shop.forget();
    const [saved, forgotten] = envelopes();
    assert.ok(saved && forgotten);
    assert.equal(addToHistory(addToHistory('', [saved]), [forgotten]), '');
  });

  test('about other things stay, whatever becomes of consent', () => {
    const age = envelopeOf({ id: idOf(5), kind: 'age', choices: { age: null } });
    const stored = addToHistory('', [envelopeOf(), age]);
    assert.deepEqual(readHistory(stored), [envelopeOf(), age]);
    const forgotten = envelopeOf({ id: idOf(6), choices: { analytics: null } });
    assert.deepEqual(readHistory(addToHistory(stored, [forgotten])), [age]);
  });

  test('are the last 50', () => {
    assert.deepEqual(readHistory(addToHistory('', numbered(70))), numbered(70).slice(-50));
  });

  test('are read out of any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (junk) => {
        const clean = junk.replaceAll('\n', ' ');
        assert.deepEqual(readHistory(`${clean}\n${addToHistory('', numbered(1))}`), numbered(1));
        assert.deepEqual(readHistory(addToHistory(`${clean}\n`, numbered(1))), numbered(1));
      }),
    );
  });
});
