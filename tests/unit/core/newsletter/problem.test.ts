import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allowedFor, type Allowed } from '../../../../src/core/newsletter/allowed.js';
import { NewsletterError, problemIn, problemOfStatus } from '../../../../src/core/newsletter/problem.js';
import { panelTurn } from '../../../../src/core/newsletter/turn.js';

describe('problemOfStatus', () => {
  for (const [status, problem] of [
    [401, 'expired'],
    [403, 'expired'],
    [410, 'expired'],
    [404, 'not-found'],
    [409, 'conflict'],
    [412, 'conflict'],
    [429, 'rate-limited'],
    [500, 'failed'],
    [503, 'failed'],
    [302, 'failed'],
    [400, 'failed'],
  ] as const) {
    test(`takes ${status} for ${problem}`, () => {
      assert.equal(problemOfStatus(status), problem);
    });
  }
});

describe('problemIn', () => {
  test('finds what an adapter threw', () => {
    const error = new NewsletterError('rate-limited', { retryAfter: 30 });
    assert.deepEqual(problemIn(error), { problem: 'rate-limited', state: undefined, retryAfter: 30 });
    assert.equal(error.message, 'rate-limited');
  });

  test('finds it in any error that names it', () => {
    const error = Object.assign(new Error(), { problem: 'conflict', state: { version: 2 } });
    assert.deepEqual(problemIn(error), { problem: 'conflict', state: { version: 2 }, retryAfter: undefined });
  });

  for (const thrown of [new Error('x'), new NewsletterError('failed'), undefined, null, 'expired', { problem: 'no' }]) {
    test(`takes ${JSON.stringify(thrown)} for failed`, () => {
      assert.equal(problemIn(thrown).problem, 'failed');
    });
  }
});

describe('what a status allows', () => {
  const statuses = ['subscribed', 'pending', 'unsubscribed', 'suppressed'] as const;
  const which = (what: keyof Allowed) => statuses.filter((status) => allowedFor(status)[what]);

  test('is to stop wherever anything could come', () => {
    assert.deepEqual(which('stop'), ['subscribed', 'pending', 'suppressed']);
  });

  test('is to choose but where only the shop can lead back', () => {
    assert.deepEqual(which('choose'), ['subscribed', 'pending', 'unsubscribed']);
  });

  test('is to pause what comes, and to have a confirmation sent again that is awaited', () => {
    assert.deepEqual([which('pause'), which('resend')], [['subscribed'], ['pending']]);
  });
});

describe('panelTurn', () => {
  const facts = { age: undefined, asking: false, minors: undefined };

  test('asks where nothing else does', () => {
    assert.equal(panelTurn(facts), 'ask');
    assert.equal(panelTurn({ ...facts, age: 'adult' }), 'ask');
  });

  test('waits while age or consent is being asked', () => {
    assert.equal(panelTurn({ ...facts, age: 'asking' }), 'wait');
    assert.equal(panelTurn({ ...facts, asking: true }), 'wait');
    assert.equal(panelTurn({ ...facts, age: 'asking', minors: 'ask' }), 'wait');
  });

  test('is more private: it asks nothing with a minor there', () => {
    for (const age of ['accompanied', 'declined']) {
      assert.equal(panelTurn({ ...facts, age, asking: true }), 'minor');
      assert.equal(panelTurn({ ...facts, age, minors: 'protect' }), 'minor');
    }
  });

  test('asks the adult where the shop says so', () => {
    assert.equal(panelTurn({ ...facts, age: 'accompanied', minors: 'ask' }), 'ask');
  });
});
