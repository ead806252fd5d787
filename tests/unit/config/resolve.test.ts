import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { resolveSettings } from '../../../src/config/resolve.js';
import type { Category } from '../../../src/config/settings.js';
import type { Basis, CategoryConfig, Config } from '../../../src/config/types.js';

const RULES: Record<string, Basis> = { '*': 'exempt', US: 'opt-in', 'US-CA': 'opt-out', GB: 'necessary' };

const resolve = (config: Config): Category[] => [...resolveSettings(config, true).categories];

/** The basis of one category in a region. */
function basisIn(region: string, basis: unknown, id = 'one'): Basis | undefined {
  return resolve({ region, categories: [{ id, basis } as CategoryConfig] })[0]?.basis;
}

describe('the settings of an empty configuration', () => {
  test('have four categories, of which all but the necessary one are opt-in', () => {
    const expected = [
      { id: 'necessary', basis: 'necessary' },
      { id: 'functional', basis: 'opt-in' },
      { id: 'analytics', basis: 'opt-in' },
      { id: 'marketing', basis: 'opt-in' },
    ];
    for (const region of ['', 'DE', 'US-CA']) {
      assert.deepEqual(resolve({ region }), expected);
    }
    assert.deepEqual(resolve({ categories: [] }), expected);
  });

  test('have every key, and none that is not a setting', () => {
    const settings = resolveSettings({}, true);
    const { categories: _, ...rest } = settings;
    assert.deepEqual(rest, {
      $schema: '',
      site: {},
      lang: '',
      region: '',
      texts: {},
      services: [],
      record: { days: 182, domain: '' },
      signals: {},
      log: {},
      newsletter: {},
      notice: {},
      gate: {},
      age: {},
      keep: true,
    });
  });

  test('keep answers only where they are told so', () => {
    assert.deepEqual([resolveSettings({}, true).keep, resolveSettings({}, false).keep], [true, false]);
  });
});

describe('the settings of a configuration', () => {
  test('are what it says', () => {
    const config: Config = {
      site: { name: 'Shop' },
      lang: 'de',
      region: 'DE',
      texts: { de: { acceptAll: 'Ja' } },
      services: [{ id: 'a', category: 'marketing', name: 'A' }],
      signals: { google: false },
      gate: { strict: true },
    };
    const { site, lang, region, texts, services, signals, gate } = resolveSettings(config, true);
    assert.deepEqual({ site, lang, region, texts, services, signals, gate }, config);
  });

  test('have its own categories in place of the four, with their texts', () => {
    const categories: CategoryConfig[] = [{ id: 'shop', basis: 'necessary', label: 'Shop', purpose: { en: 'Sells.' } }];
    assert.deepEqual(resolve({ categories }), categories);
  });

  test('leave the configuration as it is', () => {
    const config: Config = { region: 'GB', categories: [{ id: 'a', basis: { '*': 'exempt' } }], record: { days: 500 } };
    const before = structuredClone(config);
    resolveSettings(config, true);
    assert.deepEqual(config, before);
  });
});

describe('the days of a record', () => {
  const cases: readonly [string, unknown, number][] = [
    ['are 182 where none are named', undefined, 182],
    ['are 182 where they are null', null, 182],
    ['are those named', 30, 30],
    ['may be 400', 400, 400],
    ['more private: are at most 400', 401, 400],
    ['more private: are at most 400 where there is no end', Infinity, 400],
    ['more private: are no number, so that none is young enough, where they are a word', 'a year', NaN],
    ['more private: are no number where they are a list', [1, 2], NaN],
    ['stay below none where they are', -1, -1],
  ];
  for (const [what, days, expected] of cases) {
    test(what, () => {
      const { record } = resolveSettings({ record: { days } as object, region: '' }, true);
      assert.deepEqual(record, { days: expected, domain: '' });
    });
  }

  test('leave the domain alone', () => {
    const { record } = resolveSettings({ record: { domain: 'shop.example' } }, true);
    assert.deepEqual(record, { days: 182, domain: 'shop.example' });
  });
});

describe('the basis of a category', () => {
  for (const basis of ['necessary', 'opt-in', 'opt-out', 'exempt']) {
    test(`is ${basis} everywhere where it says so`, () => {
      assert.deepEqual(
        ['', 'DE', 'US-CA'].map((region) => basisIn(region, basis)),
        [basis, basis, basis],
      );
    });
  }

  test('is necessary by default where it is called so, and can be another', () => {
    assert.equal(basisIn('', undefined, 'necessary'), 'necessary');
    assert.equal(basisIn('', 'opt-in', 'necessary'), 'opt-in');
  });

  const regions: readonly [string, string, string][] = [
    ['the rule of its own region', 'US-CA', 'opt-out'],
    ['the rule of its country', 'GB-SCT', 'necessary'],
    ['the rule of its country before that for the rest', 'US-TX', 'opt-in'],
    ['the rule for the rest', 'DE', 'exempt'],
    ['the rule for the rest, in a part of a country that is not named', 'DE-BY', 'exempt'],
  ];
  for (const [what, region, basis] of regions) {
    test(`is ${what} in ${region}`, () => {
      assert.equal(basisIn(region, RULES), basis);
    });
  }

  test('is a rule for another letter case only where it is the same', () => {
    assert.equal(basisIn('US-CA', { 'us-ca': 'opt-out' }), 'opt-in');
  });

  const unknown: readonly [string, string, unknown][] = [
    ['none is named', 'DE', undefined],
    ['the region is not known', '', RULES],
    ['the region is not known and there is a rule for the rest alone', '', { '*': 'opt-out' }],
    ['the region is in another letter case', 'us-ca', { '*': 'opt-out', 'us-ca': 'opt-out' }],
    ['the region is a country\u2019s name', 'Germany', RULES],
    ['the region is a country of three letters', 'USA', RULES],
    ['the region is a sub-region alone', '-CA', RULES],
    ['the region has a space before it', ' DE', RULES],
    ['no rule is for the region', 'DE', { US: 'opt-out', GB: 'exempt' }],
    ['there is no rule at all', 'DE', {}],
    ['it is not known', 'DE', 'legitimate-interest'],
    ['it is empty', 'DE', ''],
    ['it is written in capitals', 'DE', 'EXEMPT'],
    ['it is a number', 'DE', 1],
    ['it is a list', 'DE', ['exempt']],
    ['it is yes', 'DE', true],
    ['it is null', 'DE', null],
    ['it is null and the region is not known', '', null],
    ['the rule is not known', 'DE', { DE: 'free', '*': 'exempt' }],
    ['the rule is a list', 'DE', { DE: ['exempt'] }],
    ['the rule is null and there is none for the rest', 'DE', { DE: null }],
    ['the region is the name of a method', 'toString', {}],
    ['the region is the name of the prototype', '__proto__', {}],
  ];
  for (const [what, region, basis] of unknown) {
    test(`more private: is opt-in where ${what}`, () => {
      assert.equal(basisIn(region, basis), 'opt-in');
    });
  }

  for (const id of ['toString', '__proto__', 'constructor', 'opt-in', 'Necessary', 'opt-out', 'exempt']) {
    test(`more private: is opt-in in a category called ${id} without one`, () => {
      assert.equal(resolve({ categories: [{ id }] })[0]?.basis, 'opt-in');
    });
  }

  test('more private: is necessary, opt-out or exempt only where these words stand in the configuration', () => {
    const any = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom('DE', 'DE-BY', '*', 'US'), fc.anything()));
    fc.assert(
      fc.property(any, fc.constantFrom('', 'DE', 'DE-BY', 'US'), (basis, region) => {
        assert.equal(basisIn(region, basis), 'opt-in');
      }),
    );
  });
});
