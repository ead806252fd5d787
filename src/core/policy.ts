import type { Basis } from '../config/types.js';
import type { Standing, Why } from './state.js';

/** What is known about an answer when it is judged. */
export interface Evidence {
  /** The answer whose meaning still holds; absent where there is none. */
  readonly granted?: boolean | undefined;
  /** Why there is no answer. */
  readonly lapse: Extract<Why, 'unasked' | 'changed' | 'expired' | 'pending'>;
  /** Whether Global Privacy Control is on. */
  readonly gpc: boolean;
  /** Whether it was on when the answer was given. */
  readonly gpcThen: boolean;
}

/** Judges how a category, or a service with an answer of its own, stands under a basis. */
export function judge(basis: Basis, { granted, lapse, gpc, gpcThen }: Evidence): Standing {
  if (basis === 'necessary') {
    return stand('granted', true, 'necessary');
  }
  // More private: the signal outweighs a yes that was given without it (11 CCR 7025(c)); a yes given against it stands.
  if (basis === 'opt-out' && gpc && granted !== false && !(granted && gpcThen)) {
    return stand('denied', false, 'gpc');
  }
  if (granted !== undefined) {
    return stand(granted ? 'granted' : 'denied', granted, 'choice');
  }
  if ((basis === 'opt-out' || basis === 'exempt') && lapse !== 'pending') {
    return stand('unasked', true, basis);
  }
  // More private: an opt-in without an answer, and every basis that is not known, waits.
  return stand('unasked', false, lapse);
}

function stand(state: Standing['state'], allowed: boolean, why: Why): Standing {
  return { state, allowed, why };
}
