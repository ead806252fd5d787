import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { checkConfig } from '../../../src/config/check/check-config.js';
import { EMPTY, resolveSettings } from '../../../src/config/resolve.js';
import { isConfig } from '../../../src/config/shape.js';
import type { Config } from '../../../src/config/types.js';
import type { Store } from '../../../src/core/store.js';
import { openShop } from '../core/shop.js';
import { fuzz } from './runs.js';

const BASES = ['necessary', 'opt-in', 'opt-out', 'exempt', 'Opt-In', '', 'none'];
const id = fc.constantFrom(
  'necessary',
  'analytics',
  'marketing',
  'a',
  'A b',
  '',
  '__proto__',
  'constructor',
  'toString',
);
const region = fc.constantFrom('', 'DE', 'US-CA', 'de', '*', 'Germany', '__proto__');
const junk = fc.oneof({ depthSize: 'small' }, fc.jsonValue({ maxDepth: 1 }), fc.constant('__proto__'));

/** Something like what belongs there, most of the time. */
const near = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: junk });

const basis = fc.oneof(fc.constantFrom(...BASES), fc.dictionary(region, fc.constantFrom(...BASES), { maxKeys: 3 }));
const category = fc.record({ id: near(id), basis: near(basis) }, { requiredKeys: ['id'] });
const hosts = fc.array(near(fc.constantFrom('a.example', '*.a.example', '', '*')), { maxLength: 2 });
const storage = fc.array(
  near(fc.record({ kind: fc.constantFrom('cookie', 'local'), name: fc.string({ maxLength: 3 }) })),
  {
    maxLength: 2,
  },
);
const service = fc.record(
  {
    id: near(id),
    category: near(id),
    name: near(fc.string({ maxLength: 3 })),
    hosts: near(hosts),
    storage: near(storage),
  },
  { requiredKeys: ['id', 'category'] },
);

/** A configuration as it comes, read from JSON. */
const config = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        region: near(region),
        categories: near(fc.array(near(category), { maxLength: 3 })),
        services: near(fc.array(near(service), { maxLength: 3 })),
        record: near(fc.record({ days: near(fc.integer()) })),
        gate: near(fc.record({ strict: near(fc.boolean()) })),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...Object.keys(EMPTY), '__proto__', 'gates'), junk) },
);

const texts = config.map((value) => JSON.stringify(value));

/** Nothing for a value that no number can be made of: the guard catches that, says `NOT-STARTED` and holds everything. */
function startStore(config: Config): Store | undefined {
  try {
    return openShop({ settings: resolveSettings(config, true) }).store;
  } catch (error) {
    assert.match(String(error), /Cannot convert object to primitive value/);
    return undefined;
  }
}

describe('a configuration', () => {
  fuzz(
    'more private: is refused, does not start, or lets nothing pass that is opt-in by what it says, before an answer',
    texts,
    (text) => {
      const value: unknown = JSON.parse(text);
      if (isConfig(value)) {
        const store = startStore(value);
        if (!store) {
          return;
        }
        for (const { allowed, basis: rule } of Object.values(store.state.categories)) {
          assert.ok(!allowed || ['necessary', 'opt-out', 'exempt'].includes(rule), text);
        }
        for (const [name, { allowed }] of Object.entries(store.state.services)) {
          const own = value.services?.filter((one) => String(one.id) === name).map((one) => one.category) ?? [];
          assert.ok(!allowed || own.some((one) => store.state.categories[one]?.allowed), text);
        }
      }
      assert.deepEqual(Object.keys(Object.prototype), []);
    },
  );

  fuzz('is told of by the checker where the guard refuses it, without an error', texts, (text) => {
    const value: unknown = JSON.parse(text);
    const problems = checkConfig(value);
    assert.ok(isConfig(value) || problems.some(({ severity }) => severity === 'error'), text);
  });
});
