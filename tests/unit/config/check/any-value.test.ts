import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkConfig } from '../../../../src/config/check/check-config.js';
import type { Problem } from '../../../../src/config/check/problem.js';
import { isConfig } from '../../../../src/config/shape.js';
import { mutant, mutate, paths, written } from './mutation.js';
import { fullConfig, validConfig } from './valid-config.js';

function errors(value: unknown): readonly Problem[] {
  return checkConfig(value).filter(({ severity }) => severity === 'error');
}

describe('checkConfig of any value', () => {
  test('never throws, and tells at most 100 problems and two that say what is missing', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withNullPrototype: true,
      withTypedArray: true,
    });
    const known = fc.constantFrom(...Object.keys(fullConfig()));
    const keyed = fc.dictionary(known, fc.oneof(anything, fc.array(fc.dictionary(known, anything))));
    fc.assert(
      fc.property(fc.oneof(anything, keyed, fc.jsonValue()), (value) => {
        assert.ok(checkConfig(value).length <= 102);
      }),
    );
  });

  test('finds a mistake in whatever the guard refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), mutant), (value) => {
        assert.ok(isConfig(value) || errors(value).length > 0);
      }),
    );
  });

  test('finds no error in a valid configuration, which the guard takes too', () => {
    fc.assert(
      fc.property(validConfig, (config) => {
        assert.deepEqual(errors(config), []);
        assert.ok(isConfig(config));
      }),
    );
  });

  test('names the very key whose value was made wrong', () => {
    fc.assert(
      fc.property(validConfig, fc.nat(), (config, pick) => {
        const all = paths(config);
        const path = all[pick % all.length] ?? [];
        const copy = structuredClone(config);
        mutate(copy, path);
        assert.ok(errors(copy).some((problem) => problem.path === written(path)));
      }),
    );
  });

  test('names each key of a full configuration whose value was made wrong', () => {
    for (const path of paths(fullConfig())) {
      const copy = fullConfig();
      mutate(copy, path);
      assert.ok(
        errors(copy).some((problem) => problem.path === written(path)),
        written(path),
      );
    }
  });

  test('changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(validConfig, fc.jsonValue()), (value) => {
        const before = JSON.stringify(value);
        checkConfig(value);
        assert.equal(JSON.stringify(value), before);
      }),
    );
  });
});
