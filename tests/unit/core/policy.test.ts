import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Basis } from '../../../src/config/types.js';
import { judge, type Evidence } from '../../../src/core/policy.js';

const BASES = ['necessary', 'opt-in', 'opt-out', 'exempt', 'unheard-of'];
const ANSWERS = ['yes', 'no', 'none'];
const MEANINGS = ['same', 'other'];
const SIGNALS = ['off', 'on'];

/** Basis, answer, meaning, signal now, signal then; `*` for any. Then how it stands, with `+` for allowed, and why. */
const TABLE = [
  'necessary  *    *     *   *   +granted necessary',
  'opt-in     yes  same  *   *   +granted choice',
  'opt-in     yes  other *   *   -unasked changed',
  'opt-in     no   same  *   *   -denied  choice',
  'opt-in     no   other *   *   -unasked changed',
  'opt-in     none *     *   *   -unasked unasked',
  'opt-out    yes  same  off *   +granted choice',
  'opt-out    yes  same  on  on  +granted choice',
  'opt-out    yes  same  on  off -denied  gpc',
  'opt-out    yes  other off *   +unasked opt-out',
  'opt-out    yes  other on  *   -denied  gpc',
  'opt-out    no   *     *   *   -denied  choice',
  'opt-out    none *     off *   +unasked opt-out',
  'opt-out    none *     on  *   -denied  gpc',
  'exempt     yes  same  *   *   +granted choice',
  'exempt     yes  other *   *   +unasked exempt',
  'exempt     no   *     *   *   -denied  choice',
  'exempt     none *     *   *   +unasked exempt',
  'unheard-of yes  same  *   *   +granted choice',
  'unheard-of yes  other *   *   -unasked changed',
  'unheard-of no   *     *   *   -denied  choice',
  'unheard-of none *     *   *   -unasked unasked',
].map((row) => row.split(/ +/));

type Case = readonly [basis: string, answer: string, meaning: string, now: string, then: string];

const CASES = BASES.flatMap((basis) =>
  ANSWERS.flatMap((answer) =>
    MEANINGS.flatMap((meaning) =>
      SIGNALS.flatMap((now) => SIGNALS.map((then): Case => [basis, answer, meaning, now, then])),
    ),
  ),
);

const fits = (row: readonly string[], one: Case): boolean =>
  one.every((value, at) => [value, '*'].includes(row[at] ?? ''));

function evidence([basis, answer, meaning, now, then]: Case): Evidence {
  return {
    basis: basis as Basis,
    granted: answer === 'none' ? undefined : answer === 'yes',
    holds: meaning === 'same',
    gpc: now === 'on',
    gpcOn: then === 'on',
  };
}

describe('judge', () => {
  test('has one row of the table for each case', () => {
    for (const one of CASES) {
      assert.equal(TABLE.filter((row) => fits(row, one)).length, 1, one.join(' '));
    }
  });

  for (const row of TABLE) {
    const [basis, answer, meaning, now, then, verdict = '', why] = row;
    test(`${basis}, answer ${answer}, meaning ${meaning}, signal ${now}, then ${then}: ${verdict} by ${why}`, () => {
      for (const one of CASES.filter((each) => fits(row, each))) {
        assert.deepEqual(judge(evidence(one)), { state: verdict.slice(1), allowed: verdict.startsWith('+'), why });
      }
    });
  }

  test('more private: a basis that is not known waits for a yes', () => {
    const state = judge({ basis: 'consent' as Basis, holds: true, gpc: false, gpcOn: false });
    assert.equal(state.allowed, false);
  });

  test('more private: a yes to another meaning never counts as one', () => {
    for (const one of CASES.filter(([, answer, meaning]) => answer === 'yes' && meaning === 'other')) {
      assert.notEqual(judge(evidence(one)).why, 'choice');
    }
  });

  test('more private: a no outlives a change of meaning under opt-out and exempt', () => {
    for (const basis of ['opt-out', 'exempt'] as const) {
      const state = judge({ basis, granted: false, holds: false, gpc: false, gpcOn: false });
      assert.equal(state.state, 'denied');
    }
  });

  test('more private: the signal outweighs a yes to a sale that was given without it', () => {
    const state = judge({ basis: 'opt-out', granted: true, holds: true, gpc: true, gpcOn: false });
    assert.deepEqual(state, { state: 'denied', allowed: false, why: 'gpc' });
  });

  test('no answer of no is ever allowed but where it is necessary', () => {
    for (const one of CASES.filter(([basis, answer]) => answer === 'no' && basis !== 'necessary')) {
      assert.equal(judge(evidence(one)).allowed, false, one.join(' '));
    }
  });
});
