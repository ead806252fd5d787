import type { AgeConfig, MinimumAge } from '../../config/age.js';
import type { Config } from '../../config/types.js';

/** What a shopper can say of their age: old enough, younger with a parent or guardian, or younger and alone. */
export type AgeAnswer = 'adult' | 'accompanied' | 'declined';

/** How the question about the age stands. */
export type AgeStatus = AgeAnswer | 'asking';

/** What an answer about the age, or its absence, means for a page. */
export interface AgeGlance {
  /** How the question stands; absent where the page asks nobody and nobody has said anything. */
  readonly age?: AgeStatus | undefined;
  /** Whether somebody is a minor, or may be one. */
  readonly minor: boolean;
  /** The age in years that the page asks for; `0` where it asks nobody, absent before that is worked out. */
  readonly minimumAge?: number;
}

/** What the age of a shopper is looked up in: a configuration as a shop writes it, or as the page has filled it in. */
export type AgeRules = Pick<Config, 'age' | 'region'>;

/** A cookie with an answer, in the strict form that `encodeAge` writes. */
const COOKIE =
  /\bfairsay-age=1\.([1-9]\d{0,2})\.(?:adult|(accompanied|declined))\.[1-9a-z][\da-z]{0,7}\.[\da-f]{32}\.[\w-]+(;|$)/;

/**
 * Sees what the cookie with an answer means for a page, well enough for the first paint. Where somebody is or may be
 * a minor, `lookClosely` does it again.
 *
 * @param cookies - The page's cookies, as the browser tells them.
 */
export function glanceAtAge(rules: AgeRules, path: string, cookies: string | undefined): AgeGlance {
  const minimumAge = minimumAt(rules, path);
  // More private: what is not in the strict form, to the letter, is no answer; and no answer is one of no years.
  const [, years = 0, minor] = COOKIE.exec(cookies ?? '') ?? [];
  // More private: of an age that is no number nobody is old enough.
  const asking = !(Number(years) >= minimumAge);
  return {
    age: (minor as AgeAnswer | undefined) ?? (asking ? 'asking' : years ? 'adult' : undefined),
    minor: !!minor || asking,
    minimumAge: minimumAge || 0,
  };
}

function minimumAt({ age = {}, region = '' }: AgeRules, path: string): number {
  const { minimum = 0 }: AgeConfig = age.areas?.find((area) => path.startsWith(area.path)) ?? age;
  // A text can stand where a shop was to write a number; its characters are no ages of regions.
  return parseFloat(`${typeof minimum === 'object' ? minimumIn(region, minimum) : minimum}`);
}

/**
 * First found: the region's own age, its country's, that for the rest. More private: a region that is not known, not named,
 * or not written like one, is asked for the highest.
 */
function minimumIn(region: string, ages: Exclude<MinimumAge, number>): number {
  const named = /^[A-Z]{2}(-|$)/.test(region) ? (ages[region] ?? ages[region.slice(0, 2)] ?? ages['*']) : undefined;
  return named ?? Math.max(...Object.values(ages));
}
