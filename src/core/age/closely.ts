import type { AgeConfig } from '../../config/age.js';
import { decodeAge, encodeAge, type AgeRecord } from './age-record.js';
import type { AgeAnswer, AgeGlance } from './glance.js';

/** More private: of several answers the one that keeps most back. */
const ORDER: readonly AgeAnswer[] = ['declined', 'accompanied', 'adult'];

/**
 * Sees what every stored answer means for a page.
 *
 * @param look - What one cookie means for the page, or none at all.
 * @param records - All that is stored, raw, wherever it was found.
 */
export function lookClosely(
  age: AgeConfig,
  look: (cookies: string) => AgeGlance,
  records: readonly string[],
): AgeGlance {
  const { minimumAge = 0 } = look('');
  const said = records.flatMap((raw) => decodeAge(raw) ?? []).filter((record) => counts(record, minimumAge, age));
  const [record] = ORDER.flatMap((answer) => said.find((one) => one.answer === answer) ?? []);
  const glance = look(record ? `fairsay-age=${encodeAge(record)}` : '');
  return { ...glance, minor: glance.minor && !(glance.age === 'accompanied' && age.minors === 'ask') };
}

/**
 * Whether an answer to one age says something where another is asked for. Who is old enough for an age is so for every
 * lower one, and who is under an age is under every higher one. More private: a minor stays one where nobody is asked, and
 * with a parent there everywhere.
 */
function counts({ answer, minimum }: AgeRecord, wanted: number, { accompanied = true }: AgeConfig): boolean {
  if (answer === 'accompanied') {
    return accompanied;
  }
  return answer === 'adult' ? minimum >= wanted : !wanted || minimum <= wanted;
}
