import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isDate, readNewsletterState } from '../../../../src/core/newsletter/read-state.js';
import { anyState, stateOf } from './states.js';

describe('readNewsletterState', () => {
  test('reads every state, as a copy', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const read = readNewsletterState(JSON.parse(JSON.stringify(state)));
        assert.deepEqual(read, { ...state, address: '' });
      }),
    );
    const state = stateOf();
    assert.notEqual(readNewsletterState(state)?.topics, state.topics);
  });

  test('leaves out what it does not know', () => {
    assert.deepEqual(readNewsletterState({ ...stateOf(), more: 1 }), stateOf());
  });

  for (const [name, value] of [
    ['nothing', null],
    ['undefined', undefined],
    ['a text', 'subscribed'],
    ['a list', []],
    ['an empty object', {}],
    ['a version that is a text', { ...stateOf(), version: '1' }],
    ['half a version', { ...stateOf(), version: 1.5 }],
    ['an unknown status', { ...stateOf(), status: 'active' }],
    ['an address that is a number', { ...stateOf(), address: 5 }],
    ['no frequency', { ...stateOf(), frequency: undefined }],
    ['topics as a list', { ...stateOf(), topics: ['news'] }],
    ['no topics', { ...stateOf(), topics: undefined }],
    ['a topic that is a text', { ...stateOf(), topics: { news: 'true' } }],
    ['channels that are nothing', { ...stateOf(), channels: null }],
    ['a pause until a day that does not exist', { ...stateOf(), pausedUntil: '2024-02-30' }],
    ['a pause until nobody knows', { ...stateOf(), pausedUntil: undefined }],
  ] as const) {
    test(`is more private: it takes no state with ${name}`, () => {
      assert.equal(readNewsletterState(value), undefined);
    });
  }

  test('takes a getter that throws for no state', () => {
    const value = {
      get version(): number {
        throw new Error('no');
      },
    };
    assert.equal(readNewsletterState(value), undefined);
  });

  test('never throws, and changes no prototype', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ ...toArbitraries(), topics: fc.anything() })), (value) => {
        readNewsletterState(value);
      }),
    );
    readNewsletterState(JSON.parse(JSON.stringify(stateOf()).replace('"news"', '"__proto__"')));
    assert.equal(Object.hasOwn(Object.prototype, 'news'), false);
  });

  test('cuts an address that no person has', () => {
    assert.equal(readNewsletterState({ ...stateOf(), address: 'x'.repeat(1_000_000) })?.address?.length, 254);
  });
});

describe('isDate', () => {
  for (const text of ['2024-02-29', '2026-12-31', '0000-01-01']) {
    test(`takes ${text}`, () => {
      assert.ok(isDate(text));
    });
  }

  for (const text of [
    '2024-02-30',
    '2023-02-29',
    '2026-13-01',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '',
    7,
    null,
  ]) {
    test(`takes no ${JSON.stringify(text)}`, () => {
      assert.ok(!isDate(text));
    });
  }
});

function toArbitraries() {
  return Object.fromEntries(Object.entries(stateOf()).map(([key, value]) => [key, fc.constant<unknown>(value)]));
}
