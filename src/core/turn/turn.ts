import type { State } from '../state.js';

/** What can ask, by the name of its tag without `fairsay-`. */
export type Asker = 'age-gate' | 'banner' | 'newsletter';

/**
 * Says whose turn it is to be on screen, as one question is asked at a time: the age first, then consent, then the
 * newsletter. A minor is asked nothing more.
 *
 * @param newsletter - Whether a newsletter would ask.
 */
export function turnOf(
  { age, minor, minimumAge, asking }: Pick<State, 'age' | 'minor' | 'minimumAge' | 'asking'>,
  newsletter = false,
): Asker | undefined {
  if (minor) {
    return minimumAge && age !== 'accompanied' ? 'age-gate' : undefined;
  }
  if (asking.length) {
    return 'banner';
  }
  return newsletter ? 'newsletter' : undefined;
}
