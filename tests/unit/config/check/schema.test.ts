import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Ajv, type SchemaObject, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { checkConfig } from '../../../../src/config/check/check-config.js';
import { mutant } from './mutation.js';
import { SAMPLES } from './samples.js';
import { fullConfig, validConfig } from './valid-config.js';

/** What a JSON Schema can see too. The other codes are about meaning. */
const SHAPE_CODES: readonly string[] = ['TYPE', 'UNKNOWN-KEY', 'MISSING-KEY', 'UNKNOWN-VALUE'];

function fits(value: unknown): boolean {
  return checkConfig(value).every(({ code }) => !SHAPE_CODES.includes(code));
}

describe('the published JSON Schema', () => {
  let validate: ValidateFunction;

  before(async () => {
    const { createSchema } = (await import(pathToFileURL(resolve('scripts/schema.mjs')).href)) as {
      createSchema: () => SchemaObject;
    };
    validate = new Ajv({ allErrors: true }).compile(createSchema());
  });

  for (const [value, expected] of SAMPLES) {
    test(`and the check ${expected ? 'take' : 'refuse'} ${JSON.stringify(value)}`, () => {
      assert.deepEqual({ check: fits(value), schema: validate(value) }, { check: expected, schema: expected });
    });
  }

  test('takes a configuration that uses every key', () => {
    assert.ok(validate(fullConfig()));
  });

  test('takes whatever the check takes, and refuses whatever it refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), validConfig, mutant), (value) => {
        assert.equal(fits(value), validate(value));
      }),
    );
  });
});
