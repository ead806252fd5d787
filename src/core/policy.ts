import type { Basis } from '../config/types.js';
import type { Standing } from './state.js';

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
  readonly gpcThen: boolean;
}

/** Judges how something stands under its basis. */
export function judge({ basis, granted, holds, gpc, gpcThen }: Evidence): Standing {
  const sale = basis === 'opt-out';
  if (basis === 'necessary') {
    return { state: 'granted', allowed: true, why: basis };
  }
  // More private: a yes holds only for what it was said to, and a yes to a sale given before the signal was on is
  // outweighed by it (11 CCR 7025(c)); a yes given against the signal stands.
  if (granted && holds && (!sale || !gpc || gpcThen)) {
    return { state: 'granted', allowed: true, why: 'choice' };
  }
  // More private: a no outlives a change of meaning wherever to ask again would first turn things on.
  if (granted === false && (holds || basis !== 'opt-in')) {
    return { state: 'denied', allowed: false, why: 'choice' };
  }
  if (sale && gpc) {
    return { state: 'denied', allowed: false, why: 'gpc' };
  }
  if (sale || basis === 'exempt') {
    return { state: 'unasked', allowed: true, why: basis };
  }
  // More private: an opt-in without an answer, and every basis that is not known, waits.
  return { state: 'unasked', allowed: false, why: granted === undefined ? 'unasked' : 'changed' };
}
