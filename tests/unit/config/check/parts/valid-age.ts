import fc from 'fast-check';
import type { AgeConfig } from '../../../../../src/config/age.js';
import type { LocalText } from '../../../../../src/config/types.js';

/** A question for an age with every key. */
export function fullAge(): AgeConfig {
  return {
    minimum: { DE: 16, 'US-CA': 21, '*': 18 },
    areas: [{ path: '/knives/', minimum: 18 }],
    mode: 'date',
    scope: 'parts',
    accompanied: false,
    minors: 'ask',
    days: 0,
    links: [{ label: { en: 'Start', de: 'Startseite' }, url: '/' }],
  };
}

/** Questions for an age in which nothing is wrong. */
export function ageOf(
  localText: fc.Arbitrary<LocalText>,
  word: fc.Arbitrary<string>,
  region: fc.Arbitrary<string>,
  link: fc.Arbitrary<string>,
): fc.Arbitrary<AgeConfig> {
  const years = fc.integer({ min: 0, max: 99 });
  const minimum = fc.oneof(years, fc.dictionary(fc.oneof(region, fc.constant('*')), years));
  return fc.record(
    {
      minimum,
      areas: fc.array(fc.record({ path: word.map((name) => `/${name}/`), minimum }), { maxLength: 3 }),
      mode: fc.constantFrom('simple', 'date'),
      scope: fc.constantFrom('page', 'parts'),
      accompanied: fc.boolean(),
      minors: fc.constantFrom('protect', 'ask'),
      days: fc.integer({ min: 0, max: 400 }),
      links: fc.array(fc.record({ label: localText, url: link }), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
}
