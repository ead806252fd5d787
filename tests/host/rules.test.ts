import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type * as AddressModule from '../../demo/server/host/newsletter/address.mjs';
import type * as PatchModule from '../../demo/server/host/newsletter/patch.mjs';
import type * as RateModule from '../../demo/server/host/rate-limit.mjs';
import { load } from './support/host.js';

const { readAddress, maskAddress } = await load<typeof AddressModule>('newsletter/address.mjs');
const { applyPatch } = await load<typeof PatchModule>('newsletter/patch.mjs');
const { limitRate } = await load<typeof RateModule>('rate-limit.mjs');

describe('an e-mail address', () => {
  for (const [typed, address] of [
    ['ana@example.com', 'ana@example.com'],
    [' ana@example.com\t', 'ana@example.com'],
    ['Ana.Bea+shop@Example.COM', 'Ana.Bea+shop@example.com'],
    ['ana@exämple.com', 'ana@xn--exmple-cua.com'],
    ['ana@xn--exmple-cua.com', 'ana@xn--exmple-cua.com'],
    ['用户@例子.公司', '用户@xn--fsqu00a.xn--55qx5d'],
    ["o'neil@example.com", "o'neil@example.com"],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ] as const) {
    test(`is ${typed.trim().slice(0, 30)}`, () => {
      assert.equal(readAddress(typed)?.address, address);
    });
  }

  for (const typed of [
    '',
    '@',
    'ana',
    'ana@',
    '@example.com',
    'ana@example',
    'ana@@example.com',
    'ana bea@example.com',
    'ana@exam ple.com',
    '.ana@example.com',
    'ana.@example.com',
    'a..b@example.com',
    'ana@-example.com',
    'ana@example..com',
    'ana@127.0.0.1',
    'ana@[127.0.0.1]',
    'ana@ex%61mple.com',
    'ana@example.com\nBcc: bea@example.com',
    'ana<script>@example.com',
    '"ana bea"@example.com',
    'a\u0000na@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ana@${'a'.repeat(64)}.com`,
    `ana@${'abcdefghi.'.repeat(25)}com`,
    'ü'.repeat(33) + '@example.com',
  ]) {
    test(`is not ${JSON.stringify(typed.slice(0, 40))}`, () => {
      assert.equal(readAddress(typed), undefined);
    });
  }

  test('is the same in every spelling of it', () => {
    const keys = ['ana@exämple.com', 'ANA@EXÄMPLE.COM', 'ana@xn--exmple-cua.com', 'ana@exa\u0308mple.com'].map(
      (typed) => readAddress(typed)?.key,
    );
    assert.deepEqual(new Set(keys).size, 1);
  });

  test('of any text is read in little time, and never breaks a line of a mail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 320 }), (typed) => {
        assert.doesNotMatch(readAddress(`${typed}@example.com`)?.address ?? '', /[\s<>]/);
      }),
    );
    const start = performance.now();
    readAddress(`${'a.'.repeat(150)}@${'a.'.repeat(150)}!`);
    assert.ok(performance.now() - start < 100);
  });

  test('is shown as its first character and its domain', () => {
    assert.equal(maskAddress('ana@xn--exmple-cua.com'), 'a…@exämple.com');
    assert.equal(maskAddress('🙂x@example.com'), '🙂…@example.com');
  });
});

describe('the limit of requests', () => {
  const clockAt = (start: number) => {
    let now = start;
    return { clock: () => new Date(now), pass: (seconds: number) => (now += seconds * 1000) };
  };

  test('lets so many through in so long, by key, and says how long to wait', () => {
    const { clock, pass } = clockAt(0);
    const limit = limitRate({ times: 2, seconds: 10 }, clock);
    assert.deepEqual([limit('a'), limit('a'), limit('a'), limit('b')], [0, 0, 10, 0]);
    pass(4);
    assert.equal(limit('a'), 6);
    pass(6);
    assert.equal(limit('a'), 0);
  });

  test('remembers so many keys and no more, and forgets the oldest first', () => {
    const limit = limitRate({ times: 1, seconds: 10 }, clockAt(0).clock, 2);
    assert.deepEqual([limit('a'), limit('b'), limit('c')], [0, 0, 0]);
    assert.deepEqual([limit('c'), limit('b'), limit('a')], [10, 10, 0]);
  });
});

describe('a change of a subscription', () => {
  const STATUSES = ['subscribed', 'pending', 'unsubscribed', 'suppressed'] as const;
  const switches = (...ids: string[]) =>
    fc.dictionary(fc.constantFrom(...ids), fc.boolean(), { noNullPrototype: true });
  const subscriber = fc.record(
    {
      id: fc.constant(1),
      address: fc.constant('ana@example.com'),
      version: fc.nat(),
      status: fc.constantFrom(...STATUSES),
      topics: switches('news', 'offers'),
      frequency: fc.constantFrom('weekly', 'monthly'),
      channels: switches('email'),
      pausedUntil: fc.constantFrom(null, '2026-12-01'),
      confirmedAt: fc.constantFrom(null, '2026-11-01T00:00:00Z'),
    },
    { noNullPrototype: true },
  );
  const patch = fc.record(
    {
      topics: switches('news', 'offers'),
      frequency: fc.constantFrom('weekly', 'monthly'),
      pausedUntil: fc.constantFrom(null, '2026-12-24'),
      status: fc.constantFrom<('subscribed' | 'unsubscribed')[]>('subscribed', 'unsubscribed'),
    },
    { requiredKeys: [], noNullPrototype: true },
  );

  test('more private: nobody becomes a subscriber by it who has not confirmed', () => {
    fc.assert(
      fc.property(subscriber, patch, (before, change) => {
        const after = applyPatch(before, change);
        const cameBack = after.status === 'subscribed' && before.status !== 'subscribed';
        assert.ok(!cameBack || (before.confirmedAt && before.status === 'unsubscribed'));
      }),
    );
  });

  test('that stops everything stops it from any status', () => {
    fc.assert(
      fc.property(subscriber, patch, (before, change) => {
        assert.equal(applyPatch(before, { ...change, status: 'unsubscribed' }).status, 'unsubscribed');
      }),
    );
  });

  test('leaves what it does not name, and is the same twice as once', () => {
    fc.assert(
      fc.property(subscriber, patch, (before, change) => {
        const after = applyPatch(before, change);
        assert.deepEqual(applyPatch(before, {}), before);
        assert.deepEqual(applyPatch(after, change), after);
      }),
    );
  });
});
