import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { measure, recorded, rowOf, tableIn, tableOf } from '../../scripts/check-size.mjs';

describe('the sizes', () => {
  for (const [name, bytes] of Object.entries(measure())) {
    it(`keep ${name} within its budget`, () => {
      assert.ok(bytes <= rowOf(name).budget, `${bytes} of ${rowOf(name).budget} bytes`);
    });
  }

  it('are exactly those of sizes.json; run `npm run sizes -- --update` where a change is meant', () => {
    assert.deepEqual(measure(), recorded());
  });

  it('are those of the README', () => {
    assert.equal(tableIn(readFileSync('README.md', 'utf8')), tableOf(recorded()));
  });
});
