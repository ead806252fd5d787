import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  decodeQueue,
  dueIn,
  encodeQueue,
  MAX_LENGTH,
  MAX_TRIES,
  MAX_WAITING,
  settle,
} from '../../../src/core/receipt/queue.js';
import { envelopeOf, idOf } from '../core/receipt/desk.js';
import { NOW } from '../core/shop.js';
import { fuzz } from './runs.js';

const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, NOW, NOW + 1000, 2 ** 60));
const record = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 90 }).map((place) => envelopeOf({ id: idOf(place) }) as unknown) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(envelopeOf({ id: 'x' }), { ...envelopeOf(), extra: 1 }, null, []) },
);

/** A line of the shelf, most of them good, some of them cut off. */
const line = fc.oneof(
  { weight: 6, arbitrary: fc.record({ record, tries: number, next: number }).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.record({ draft: fc.jsonValue({ maxDepth: 2 }) }).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.constant('{"record":{"__proto__":{"form":1}},"__proto__":{}}') },
  { weight: 1, arbitrary: fc.string({ maxLength: 10 }) },
);
/** Lines, several times with other ids, so that some are more than may wait; the last of them are cut off. */
const stored = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.integer({ min: 1, max: 8 }), fc.nat({ max: 40 }))
  .map(([lines, times, cut]) => {
    const text = lines.join('\n');
    const all = Array.from({ length: times }, (_, time) => text.replaceAll('"id":"0', `"id":"${time}`)).join('\n');
    return all.slice(0, all.length - cut);
  });

describe('the queue of records', () => {
  let longest = 0;

  fuzz('takes any text, keeps within its bounds, and reads back what it writes', stored, (text) => {
    const queue = decodeQueue(text, NOW);
    longest = Math.max(longest, queue.length);
    assert.ok(queue.length <= MAX_WAITING);
    assert.ok(encodeQueue(queue).length <= MAX_LENGTH);
    assert.equal(new Set(queue.map((one) => one.record.id)).size, queue.length);
    const kept = queue.map((one) => ({ ...one, isNew: false }));
    assert.deepEqual(decodeQueue(encodeQueue(queue), NOW), kept);
    assert.deepEqual(Object.keys(Object.prototype), []);
  });

  test('was full in one of these tries', () => {
    assert.equal(longest, MAX_WAITING);
  });

  const outcome = fc.oneof(fc.constantFrom('taken' as const, 'refused' as const), fc.nat({ max: 10 ** 8 }));
  const sending = fc.tuple(stored, outcome, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));

  fuzz('loses no record unseen, whatever becomes of sending', sending, ([text, result, lot]) => {
    const queue = decodeQueue(text, NOW);
    const sent = dueIn(queue, NOW);
    const after = settle(queue, sent, result, { now: NOW, lot: () => lot });
    const count = after.queue.length + after.lost.length + (result === 'taken' ? sent.length : 0);
    assert.equal(count, queue.length);
    const retried = after.queue.filter((one) => sent.includes(one.record));
    assert.ok(retried.every(({ tries, next }) => tries < MAX_TRIES && next > NOW));
  });
});
