import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { EMPTY } from '../../../src/config/resolve.js';
import { isConfig } from '../../../src/config/shape.js';

describe('isConfig', () => {
  const good: readonly [string, unknown][] = [
    ['an empty object', {}],
    ['every key, empty', EMPTY],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { region: 'DE' })],
    ['categories and services', { categories: [{ id: 'a' }], services: [{ id: 'b', category: 'a', name: 'B' }] }],
    ['hosts and things stored', { services: [{ id: 'a', hosts: ['a.example'], storage: [{ name: '_a' }] }] }],
    ['neither hosts nor things stored', { services: [{ id: 'a', hosts: [], storage: [] }] }],
    ['an id of one letter', { categories: [{ id: 'Z' }] }],
    ['an id that begins with a digit', { categories: [{ id: '3d' }] }],
    ['an id of every character that may be', { services: [{ id: 'a-Z_9' }] }],
    ['an id of 64 characters', { categories: [{ id: 'x'.repeat(64) }] }],
  ];
  for (const [what, value] of good) {
    test(`takes ${what}`, () => {
      assert.equal(isConfig(value), true);
    });
  }

  const throwing = {
    get categories(): never {
      throw new Error('from a getter');
    },
  };
  const bad: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', '{"region":"DE"}'],
    ['a list with something in it', [{ id: 'a' }]],
    ['a key that is not known', { gates: {} }],
    ['a key in another letter case', { Region: 'DE' }],
    ['a key with a slip of the pen', { categorys: [] }],
    ['a region that is no text', { region: 1 }],
    ['a region that is null', { region: null }],
    ['categories that are an object', { categories: {} }],
    ['categories that are a text', { categories: 'analytics' }],
    ['categories that are null', { categories: null }],
    ['services that are an object', { services: { id: 'a' } }],
    ['a record that is a list', { record: [] }],
    ['a record that is a number', { record: 30 }],
    ['signals that are off', { signals: false }],
    ['a gate that is on', { gate: true }],
    ['texts that are a list', { texts: [] }],
    ['a category that is null', { categories: [null] }],
    ['a service that is nothing', { services: [undefined] }],
    ['an empty id', { categories: [{ id: '' }] }],
    ['an id of 65 characters', { categories: [{ id: 'x'.repeat(65) }] }],
    ['an id with a space', { categories: [{ id: 'a b' }] }],
    ['an id with an exclamation mark', { categories: [{ id: '!a' }] }],
    ['an id with a stop', { services: [{ id: 'a.b' }] }],
    ['an id with a colon', { services: [{ id: 'a:b' }] }],
    ['an id with a letter that is not Latin', { services: [{ id: 'größe' }] }],
    ['an id that is the prototype\u2019s name', { services: [{ id: '__proto__' }] }],
    ['an id that begins with a hyphen', { categories: [{ id: '-a' }] }],
    ['an id with a line break after it', { categories: [{ id: 'a\n' }] }],
    ['a wrong id after a right one', { categories: [{ id: 'a' }, { id: 'b c' }] }],
    ['a wrong service id beside right categories', { categories: [{ id: 'a' }], services: [{ id: '' }] }],
    ['an id that is an object', { categories: [{ id: {} }] }],
    ['a getter that throws', throwing],
    ['hosts that are a text', { services: [{ id: 'a', hosts: 'a.example' }] }],
    ['a host that is a number', { services: [{ id: 'a', hosts: ['a.example', 5] }] }],
    ['a host that is null', { services: [{ id: 'a', hosts: [null] }] }],
    ['an empty host', { services: [{ id: 'a', hosts: [''] }] }],
    ['storage that is an object', { services: [{ id: 'a', storage: { name: '_a' } }] }],
    ['storage that is null', { services: [{ id: 'a', storage: null }] }],
    ['something stored that is a text', { services: [{ id: 'a', storage: ['_a'] }] }],
    ['something stored without a name', { services: [{ id: 'a', storage: [{ kind: 'cookie' }] }] }],
  ];
  for (const [what, value] of bad) {
    test(`more private: refuses ${what}`, () => {
      assert.equal(isConfig(value), false);
    });
  }

  test('more private: refuses each key with a value of another kind', () => {
    const values = [1, true, null, undefined, Symbol('a'), () => undefined, new Map(), /a/, 'a', {}, []];
    const kind = (value: unknown): string => Object.prototype.toString.call(value);
    for (const [key, right] of Object.entries(EMPTY)) {
      for (const value of values.filter((one) => kind(one) !== kind(right))) {
        assert.equal(isConfig({ [key]: value }), false, `${key}: ${kind(value)}`);
      }
    }
  });

  test('never throws', () => {
    const key = fc.constantFrom(...Object.keys(EMPTY));
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('from a proxy');
        },
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.dictionary(key, fc.oneof(fc.anything(), fc.constant(hostile)))),
        (value) => {
          assert.equal(typeof isConfig(value), 'boolean');
        },
      ),
    );
  });
});
