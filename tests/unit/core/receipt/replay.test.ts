import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Envelope } from '../../../../src/core/receipt/envelope.js';
import { replay } from '../../../../src/core/receipt/replay.js';
import { takeSnapshot } from '../../../../src/core/snapshot.js';
import type { State } from '../../../../src/core/state.js';
import { answering, answersIn, CATEGORIES, recordOf, SERVICES, settingsOf, standings } from '../shop.js';
import { envelopeOf, idOf, openDesk } from './desk.js';

const plain = (envelopes: readonly Envelope[]): object => Object.fromEntries(replay(envelopes));

/** How everything stands, by nothing but what was replayed. */
function stateAfter(envelopes: readonly Envelope[], gpc: boolean): State {
  const settings = settingsOf();
  const answers = answersIn(settings, Object.fromEntries(replay(envelopes)) as Record<string, boolean>);
  return takeSnapshot({ settings, gpc, persisted: true, record: recordOf({ answers, gpc }) });
}

const ids = [...CATEGORIES.slice(1), ...SERVICES.slice(1)].map(({ id }) => id);
const choice = fc.dictionary(fc.constantFrom(...ids), fc.boolean(), { maxKeys: 4 });
const step = fc.oneof(
  fc.constantFrom('acceptAll', 'rejectAll', 'withdraw').map((name) => [name] as const),
  choice.map((named) => ['save', named] as const),
);

describe('replay', () => {
  test('gives the state of the page again, whatever was decided, in any order and twice', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (steps, gpc, lots) => {
          const { shop, envelopes } = openDesk({ gpc });
          for (const [name, named] of steps) {
            if (name === 'save') {
              shop.save(named);
            } else {
              shop[name as 'withdraw']();
            }
          }
          const records = envelopes();
          assert.equal(records.length, steps.length);
          const mixed = [...records, ...records]
            .map((one) => [lots.next().value, one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one);
          assert.deepEqual(standings(stateAfter(mixed, gpc)), standings(shop.store.state));
        },
      ),
    );
  });

  test('lets a withdrawal follow a yes, and leaves the yes as it was', () => {
    const { shop, envelopes } = openDesk();
    shop.save({ analytics: true });
    const [yes] = envelopes();
    shop.withdraw();
    assert.deepEqual(envelopes()[0], yes);
    assert.deepEqual(plain(envelopes()), { analytics: false, marketing: false, sale: false, measuring: false });
  });

  test('knows of no answer after all was forgotten', () => {
    const { shop, envelopes } = openDesk({ records: [answering({ analytics: true })] });
    shop.save({ marketing: false });
    shop.forget();
    assert.deepEqual(plain(envelopes()), {});
  });

  test('knows of nothing where nothing was decided', () => {
    assert.deepEqual(plain([]), {});
  });

  test('orders by time what has no place in a record', () => {
    const age = (id: number, time: string, value: string): Envelope => {
      const { record, seq, ...rest } = envelopeOf({ id: idOf(id), kind: 'age', time, choices: { age: value } });
      assert.ok(record && seq);
      return rest;
    };
    const late = age(1, '2026-01-16T00:00:00Z', 'adult');
    const early = age(2, '2026-01-15T00:00:00Z', 'declined');
    assert.deepEqual(Object.fromEntries(replay([late, early, envelopeOf()], 'age')), { age: 'adult' });
  });
});
