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
  /** Whether somebody is, or may be, a minor. */
  readonly minor: boolean;
}

/** Judges how something stands under its basis. */
export function judge(evidence: Evidence): Standing {
  const { basis, granted, gpc } = evidence;
  if (basis === 'necessary') {
    return { state: 'granted', allowed: true, why: basis };
  }
  if (evidence.minor) {
    return { state: 'denied', allowed: false, why: 'age' };
  }
  if (isYes(evidence)) {
    return { state: 'granted', allowed: true, why: 'choice' };
  }
  if (isNo(evidence)) {
    return { state: 'denied', allowed: false, why: 'choice' };
  }
  if (basis === 'opt-out' && gpc) {
    return { state: 'denied', allowed: false, why: 'gpc' };
  }
  if (basis === 'opt-out' || basis === 'exempt') {
    return { state: 'unasked', allowed: true, why: basis };
  }
  // More private: an opt-in without an answer, and every basis that is not known, waits.
  return { state: 'unasked', allowed: false, why: granted === undefined ? 'unasked' : 'changed' };
}

/**
 * More private: a yes holds only for what it was said to, and a yes to a sale given before the signal was on is outweighed
 * by it (11 CCR 7025(c)); a yes given against the signal stands.
 */
function isYes({ basis, granted, holds, gpc, gpcThen }: Evidence): boolean {
  return !!granted && holds && !(basis === 'opt-out' && gpc && !gpcThen);
}

/** More private: a no outlives a change of meaning wherever to ask again would first turn things on. */
function isNo({ basis, granted, holds }: Evidence): boolean {
  return granted === false && (holds || basis !== 'opt-in');
}
