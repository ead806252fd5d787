import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import {
  decodeQueue,
  dueIn,
  encodeQueue,
  MAX_LENGTH,
  MAX_TRIES,
  MAX_WAITING,
  nextIn,
  outcomeOf,
  settle,
  type Waiting,
} from '../../../../src/core/receipt/queue.js';
import { DAY, NOW } from '../shop.js';
import { createValidator, draftOf, envelopeOf, idOf, openDesk } from './desk.js';

const waitingOf = (number: number, part: Partial<Waiting> = {}): Waiting => ({
  record: envelopeOf({ id: idOf(number) }),
  tries: 0,
  next: 0,
  ...part,
});
const idsOf = (queue: readonly Waiting[]): string[] => queue.map(({ record }) => record.id);
const linesOf = (queue: readonly Waiting[]): string => encodeQueue(queue);

describe('decodeQueue', () => {
  test('reads what encodeQueue writes', () => {
    const queue = [waitingOf(1), waitingOf(2, { tries: 3, next: NOW + 5 })];
    assert.deepEqual(
      decodeQueue(linesOf(queue), NOW),
      queue.map((waiting) => ({ ...waiting, isNew: false })),
    );
  });

  test('reads what the page writes down behind it, and knows that it is new', () => {
    const { shop } = openDesk();
    shop.acceptAll();
    const draft = draftOf(shop.heard[0] as never, { id: idOf(2) });
    const stored = [linesOf([waitingOf(1)]), JSON.stringify({ draft })].join('\n');
    assert.deepEqual(
      decodeQueue(stored, NOW).map(({ record, isNew }) => [record.id, isNew]),
      [
        [idOf(1), false],
        [idOf(2), true],
      ],
    );
  });

  test('has no text of the page in it', () => {
    const { shop } = openDesk();
    shop.acceptAll();
    const draft = draftOf(shop.heard[0] as never);
    assert.doesNotMatch(linesOf(decodeQueue(JSON.stringify({ draft }), NOW)), /visits/);
  });

  test('knows each id once, as it was last', () => {
    const twice = linesOf([waitingOf(1)]) + linesOf([waitingOf(1, { tries: 4 })]);
    assert.deepEqual(
      decodeQueue(twice, NOW).map(({ tries }) => tries),
      [4],
    );
  });

  test('drops what is too old, and what a wrong clock has dated far ahead', () => {
    const of = (days: number): string => {
      const time = `${new Date(NOW + days * DAY).toISOString().slice(0, 19)}Z`;
      return linesOf([{ ...waitingOf(1), record: envelopeOf({ time }) }]);
    };
    assert.deepEqual(
      [-30, -30.1, 30, 30.1].map((days) => decodeQueue(of(days), NOW).length),
      [1, 0, 1, 0],
    );
  });

  test('keeps the newest 50 of 1 000', () => {
    const queue = Array.from({ length: 1000 }, (_, number) => waitingOf(number));
    const kept = decodeQueue(linesOf(queue), NOW);
    assert.equal(kept.length, MAX_WAITING);
    assert.deepEqual(idsOf(kept), idsOf(queue.slice(-50)));
  });

  test('keeps nothing of 1 000 stale ones', () => {
    const time = '2025-11-15T12:00:00Z';
    const queue = Array.from({ length: 1000 }, (_, number) => ({
      ...waitingOf(number),
      record: envelopeOf({ id: idOf(number), time }),
    }));
    assert.deepEqual(decodeQueue(linesOf(queue), NOW), []);
  });

  test('keeps no more text than may be stored', () => {
    const choices = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`category-${index}`, true]));
    const queue = Array.from({ length: 50 }, (_, number) => ({
      ...waitingOf(number),
      record: envelopeOf({ id: idOf(number), choices }),
    }));
    const kept = decodeQueue(linesOf(queue), NOW);
    assert.ok(kept.length > 1 && kept.length < 50, `${kept.length}`);
    assert.ok(linesOf(kept).length <= MAX_LENGTH);
    assert.deepEqual(idsOf(kept), idsOf(queue.slice(-kept.length)));
  });

  test('reads tries and times that are none as those of what is new', () => {
    const line = (tries: unknown, next: unknown): string => JSON.stringify({ record: envelopeOf(), tries, next });
    for (const value of [null, -1, 1.5, 'x', 1e300, []]) {
      assert.deepEqual(
        decodeQueue(line(value, value), NOW).map(({ tries, next }) => [tries, next]),
        [[0, 0]],
      );
    }
  });

  describe('of any text', () => {
    let errorsOf: Awaited<ReturnType<typeof createValidator>>;

    before(async () => {
      errorsOf = await createValidator();
    });

    const record = fc.constantFrom<unknown>(envelopeOf(), { ...envelopeOf(), extra: 1 }, envelopeOf({ id: 'x' }), null);
    const line = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({ record, tries: fc.jsonValue(), next: fc.jsonValue() }).map((value) => JSON.stringify(value)),
      fc.record({ draft: fc.jsonValue() }).map((value) => JSON.stringify(value)),
      fc.constant('{"record":{"__proto__":{"form":1}},"__proto__":{}}'),
    );

    test('gives records of the published schema and nothing else', () => {
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string(),
            fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n')),
          ),
          (stored) => {
            const queue = decodeQueue(stored, NOW);
            assert.ok(queue.length <= MAX_WAITING);
            assert.ok(linesOf(queue).length <= MAX_LENGTH);
            assert.deepEqual(errorsOf({ records: queue.map((one) => one.record) }, 'LogBody'), []);
            assert.deepEqual(Object.keys(Object.prototype), []);
          },
        ),
      );
    });
  });
});

describe('dueIn', () => {
  test('gives what is new and what has waited long enough', () => {
    const queue = [waitingOf(1), waitingOf(2, { next: NOW }), waitingOf(3, { next: NOW + 1 })];
    assert.deepEqual(
      dueIn(queue, NOW).map(({ id }) => id),
      [idOf(1), idOf(2)],
    );
  });

  test('does not wait for a time that a wrong clock has set', () => {
    const queue = [waitingOf(1, { next: NOW + DAY }), waitingOf(2, { next: NOW + DAY + 1 })];
    assert.deepEqual(
      dueIn(queue, NOW).map(({ id }) => id),
      [idOf(2)],
    );
  });

  test('gives no more than one body holds, and one at least', () => {
    const large = (number: number, count: number): Waiting => {
      const choices = Object.fromEntries(Array.from({ length: count }, (_, index) => [`category-${index}`, true]));
      return { ...waitingOf(number), record: envelopeOf({ id: idOf(number), choices }) };
    };
    const queue = Array.from({ length: 40 }, (_, number) => large(number, 50));
    const due = dueIn(queue, NOW);
    assert.ok(due.length > 5 && due.length < 40, `${due.length}`);
    assert.ok(JSON.stringify(due).length * 3 < 65_536);
    assert.equal(dueIn([large(1, 2000), large(2, 1)], NOW).length, 1);
  });
});

describe('nextIn', () => {
  test('is the first time of all, and none where nothing waits', () => {
    assert.equal(nextIn([waitingOf(1, { next: 7 }), waitingOf(2, { next: 5 })]), 5);
    assert.equal(nextIn([]), undefined);
  });
});

describe('outcomeOf', () => {
  const of = (status: number, retryAfter: string | null = null): unknown => outcomeOf({ status, retryAfter }, NOW);

  test('is taken by every status of success', () => {
    assert.deepEqual(
      [200, 201, 202, 204, 299].map((status) => of(status)),
      Array(5).fill('taken'),
    );
  });

  test('is to try again where the network, the server or its patience was at an end', () => {
    assert.deepEqual(
      [408, 429, 500, 502, 503, 599].map((status) => of(status)),
      Array(6).fill(0),
    );
    assert.equal(outcomeOf(undefined, NOW), 0);
  });

  test('is a refusal by every other status', () => {
    assert.deepEqual(
      [199, 300, 304, 400, 401, 403, 404, 413, 422, 499].map((status) => of(status)),
      Array(10).fill('refused'),
    );
  });

  test('waits as long as the server says, in seconds or to a date, for a day at most', () => {
    assert.equal(of(429, '120'), 120_000);
    assert.equal(of(503, 'Thu, 15 Jan 2026 12:01:00 GMT'), 60_000);
    assert.equal(of(503, '999999999'), DAY);
    for (const nonsense of ['', 'soon', '-5', '1.5x', 'Thu, 15 Jan 2026 11:00:00 GMT']) {
      assert.equal(of(503, nonsense), 0, nonsense);
    }
  });
});

describe('settle', () => {
  const at = (lot: number): { now: number; lot: () => number } => ({ now: NOW, lot: () => lot });
  const queue = [waitingOf(1), waitingOf(2, { tries: 2 })];
  const [first] = queue.map(({ record }) => record);
  const sent = [first ?? envelopeOf()];

  test('drops what was taken, and nothing else', () => {
    assert.deepEqual(settle(queue, sent, 'taken', at(0)), { queue: [queue[1]], lost: [] });
  });

  test('gives up what was refused', () => {
    assert.deepEqual(settle(queue, sent, 'refused', at(0)), { queue: [queue[1]], lost: sent });
  });

  test('draws the pause from up to one second, then two, four, and five minutes in the end', () => {
    const pauses = [0, 1, 2, 8, 9].map((tries) => {
      const after = settle([waitingOf(1, { tries })], sent, 0, at(0.999_999));
      return after.queue.map((one) => [one.tries, Math.round((one.next - NOW) / 1000)]);
    });
    assert.deepEqual(pauses, [[[1, 1]], [[2, 2]], [[3, 4]], [[9, 256]], []]);
    const long = settle([waitingOf(1, { tries: 8 })], sent, 300_000, at(0.5));
    assert.equal(long.queue[0]?.next, NOW + 300_000);
  });

  test('leaves a moment even where the lot is none', () => {
    assert.equal(settle(queue, sent, 0, at(0)).queue[0]?.next, NOW + 100);
  });

  test('waits as long as the server says', () => {
    assert.equal(settle(queue, sent, 120_000, at(0.5)).queue[0]?.next, NOW + 120_000);
  });

  test('gives up after ten tries', () => {
    let left: readonly Waiting[] = [waitingOf(1)];
    for (let tries = 1; tries < MAX_TRIES; tries += 1) {
      left = settle(left, sent, 0, at(0)).queue;
      assert.equal(left[0]?.tries, tries);
    }
    assert.deepEqual(settle(left, sent, 0, at(0)), { queue: [], lost: sent });
  });
});
