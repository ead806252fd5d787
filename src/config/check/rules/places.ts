import type { Finding } from '../problem.js';
import type { Rule } from '../readers.js';

/** Two letters of ISO 3166-1, and those of a part of the country in ISO 3166-2. */
const REGION = /^[A-Z]{2}(-[A-Z\d]{1,3})?$/;

/** A language, then script, region and variants: the form of BCP 47, without its list of languages. */
const LANGUAGE = /^[a-z]{2,3}(-[a-z\d]{1,8}){0,7}$/i;

/** What people write and ISO 3166-1 does not have. */
const MISTAKEN: ReadonlyMap<string, string> = new Map([
  ['UK', 'write GB for the United Kingdom'],
  ['EU', 'name each country of the Union, as no shopper is in a region called EU'],
]);

/** A country, or a part of one. */
export const region: Rule = (text) => {
  const wrong = (fix: string): Finding => ({ code: 'REGION', message: 'is not a code of ISO 3166', fix });
  const fix = MISTAKEN.get(text);
  if (fix !== undefined) {
    return wrong(fix);
  }
  return REGION.test(text)
    ? undefined
    : wrong('write a country such as DE, or a part of one such as US-CA, in capitals');
};

/** A key under `basis`: a region, or `*` for the rest. */
export const regionOrRest: Rule = (text) => (text === '*' ? undefined : region(text));

/** A country alone. */
export const country: Rule = (text) =>
  text.length === 2
    ? region(text)
    : { code: 'REGION', message: 'is not a country of ISO 3166-1', fix: 'write its two letters, such as DE' };

/** A language. */
export const language: Rule = (text) =>
  LANGUAGE.test(text)
    ? undefined
    : { code: 'LANG', message: 'is not a language tag', fix: 'write a BCP 47 tag such as en, de-AT or zh-Hant' };
