import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { turnOf } from '../../../../src/core/turn/turn.js';

const state = { age: undefined, minor: false, minimumAge: 0, asking: [] };

describe('turnOf', () => {
  test('is the age first, while it is asked for and once it is declined', () => {
    for (const age of ['asking', 'declined'] as const) {
      assert.equal(turnOf({ age, minor: true, minimumAge: 18, asking: ['analytics'] }, true), 'age-gate');
    }
  });

  test('is then consent, as long as a question is open', () => {
    assert.equal(turnOf({ ...state, asking: ['analytics'] }, true), 'banner');
    assert.equal(turnOf({ age: 'adult', minor: false, minimumAge: 18, asking: ['analytics'] }, true), 'banner');
  });

  test('is the newsletter’s last, if it would ask', () => {
    assert.equal(turnOf(state, true), 'newsletter');
    assert.equal(turnOf(state), undefined);
  });

  test('more private: is nobody’s where a minor is, once the age is answered', () => {
    assert.equal(turnOf({ age: 'accompanied', minor: true, minimumAge: 18, asking: [] }, true), undefined);
    assert.equal(turnOf({ age: 'declined', minor: true, minimumAge: 0, asking: [] }, true), undefined);
  });

  test('is everyone’s in turn beside a minor whom the shop lets an adult answer for', () => {
    assert.equal(turnOf({ age: 'accompanied', minor: false, minimumAge: 18, asking: ['a'] }, true), 'banner');
  });
});
