import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ServiceConfig } from '../../../../src/config/types.js';
import { cookieName, isRemoval, refusesAny, refusesName } from '../../../../src/core/hosts/storage.js';
import { NOW, openShop, settingsOf } from '../shop.js';

const SERVICES: readonly ServiceConfig[] = [
  { id: 'basket', category: 'necessary', name: 'Basket', storage: [{ kind: 'cookie', name: 'shared' }] },
  {
    id: 'counter',
    category: 'analytics',
    name: 'Counter',
    storage: [
      { kind: 'cookie', name: '_ga*' },
      { kind: 'cookie', name: 'shared' },
      { kind: 'local', name: 'visits' },
    ],
  },
  { id: 'pixel', category: 'marketing', name: 'Pixel', storage: [{ kind: 'cookie', name: '_ga_px' }] },
  { id: 'films', category: 'marketing', name: 'Films' },
];

/** The store of a shop after these answers. */
function facts(choice: Readonly<Record<string, boolean>> = {}, services = SERVICES) {
  const shop = openShop({ settings: settingsOf({ services }) });
  if (Object.keys(choice).length) {
    shop.save(choice);
  }
  return shop.store;
}

describe('refusesName', () => {
  test('refuses a declared name while its service is unasked or refused, and takes it once it is allowed', () => {
    assert.equal(refusesName('cookie', '_ga', facts()), true);
    assert.equal(refusesName('local', 'visits', facts({ analytics: false })), true);
    assert.equal(refusesName('cookie', '_ga', facts({ analytics: true })), false);
  });

  test('takes what nobody declares, and what is declared for another kind', () => {
    assert.equal(refusesName('cookie', 'basket', facts()), false);
    assert.equal(refusesName('local', '_ga', facts()), false);
    assert.equal(refusesName('session', 'visits', facts()), false);
  });

  test('takes a name that a necessary service declares too', () => {
    assert.equal(refusesName('cookie', 'shared', facts({ analytics: false })), false);
  });

  test('more private: refuses a name that services share until all of them are allowed', () => {
    assert.equal(refusesName('cookie', '_ga_px', facts({ analytics: true, marketing: false })), true);
    assert.equal(refusesName('cookie', '_ga_px', facts({ analytics: true, marketing: true })), false);
  });

  test('more private: refuses the names of a service whose category is not declared', () => {
    const lost = [{ id: 'lost', category: 'nowhere', name: 'Lost', storage: [{ kind: 'cookie' as const, name: 'l' }] }];
    assert.equal(refusesName('cookie', 'l', facts({}, lost)), true);
  });
});

describe('refusesAny', () => {
  test('is true while a service that declares names is not allowed, and false without one', () => {
    assert.equal(refusesAny(facts()), true);
    assert.equal(refusesAny(facts({ analytics: true, marketing: true })), false);
    assert.equal(refusesAny(facts({}, SERVICES.slice(3))), false);
  });
});

describe('cookieName', () => {
  for (const [text, name] of [
    ['_ga=1; path=/', '_ga'],
    [' _ga = 1', '_ga'],
    ['_ga=a=b', '_ga'],
    ['=1', ''],
    ['value', ''],
    ['value; path=/', ''],
    ['', ''],
  ] as const) {
    test(`finds ${JSON.stringify(name)} in ${JSON.stringify(text)}`, () => {
      assert.equal(cookieName(text), name);
    });
  }
});

describe('isRemoval', () => {
  const past = 'Thu, 01 Jan 1970 00:00:00 GMT';
  const future = 'Thu, 01 Jan 2099 00:00:00 GMT';
  const cases: readonly [text: string, removes: boolean][] = [
    ['a=; Max-Age=0', true],
    ['a=; max-age = -1 ; path=/', true],
    [`a=; expires=${past}`, true],
    [`a=; expires=${future}`, false],
    ['a=1', false],
    ['a=max-age=0', false],
    ['a=1; Max-Age=60', false],
    [`a=1; Max-Age=60; Expires=${past}`, false],
    [`a=1; Max-Age=0; Expires=${future}`, true],
    ['a=1; Max-Age=0; Max-Age=60', false],
    ['a=1; Max-Age=', false],
    ['a=1; Max-Age=soon', false],
    [`a=1; Max-Age=soon; Expires=${past}`, true],
    [`a=1; Max-Age=5x; Expires=${past}`, true],
    [`a=1; Max-Age=x5; Expires=${past}`, true],
    ['a=1; Expires=never', false],
  ];
  for (const [text, removes] of cases) {
    test(`says of ${JSON.stringify(text)}: ${removes ? 'takes a cookie away' : 'writes one'}`, () => {
      assert.equal(isRemoval(text, NOW), removes);
    });
  }
});
