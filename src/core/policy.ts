import type { Basis } from '../config/types.js';
import type { Answer, Standing, Why } from './state.js';

/** What is known about a category, or about a service with an answer of its own, when it is judged. */
export interface Evidence {
  readonly basis: Basis;
  /** The answer that was given, if it is young enough. */
  readonly granted?: boolean | undefined;
  /** Whether it was given to what it would mean now. */
  readonly holds: boolean;
  /** Whether Global Privacy Control is on. */
  readonly gpc: boolean;
  /** Whether it was on when the answer was given. */
  readonly gpcOn: boolean;
  /** Whether somebody is, or may be, a minor. */
  readonly minor?: boolean;
}

/** Judges how something stands under its basis: the first rule that applies. */
export function judge({ basis, granted, holds, gpc, gpcOn, minor }: Evidence): Standing {
  const sale = basis === 'opt-out' && gpc;
  const rules: readonly (readonly [applies: boolean | undefined, state: Answer, why: Why])[] = [
    [basis === 'necessary', 'granted', 'necessary'],
    // More private: whatever is on record, nothing optional is on where a minor is, or may be.
    [minor, 'denied', 'age'],
    // More private: a yes holds only for what it was said to, and a yes to a sale given before the signal was on is
    // outweighed by it (11 CCR 7025(c)); a yes given against the signal stands.
    [granted && holds && (!sale || gpcOn), 'granted', 'choice'],
    // More private: a no outlives a change of meaning wherever to ask again would first turn things on.
    [granted === false && (holds || basis !== 'opt-in'), 'denied', 'choice'],
    [sale, 'denied', 'gpc'],
    [basis === 'opt-out' || basis === 'exempt', 'unasked', basis as Why],
    // More private: an opt-in without an answer, and every basis that is not known, waits.
    [true, 'unasked', granted === undefined ? 'unasked' : 'changed'],
  ];
  const [, state, why] = rules.find(([applies]) => applies) as (typeof rules)[0];
  return { state, allowed: state === 'granted' || why === basis, why };
}
