import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { encode } from '../../../src/core/choices.js';
import { decode } from '../../../src/core/record.js';
import { ID, openShop } from '../core/shop.js';
import { fuzz } from './runs.js';

const RAW = `1.12.t8x4k0.${ID}.button.en-GB.analytics:g:1a2b3c.films:d:9zz`;

/** What records are made of, and what might be taken for it. */
const piece = fc.oneof(
  fc.constantFrom('1', '0', '.', ':', ':g:', ':d:', '-gpc', '-', 'analytics', '__proto__', ID, 'en', '\n', '%2E', ';'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** A record of a shop with some of it replaced, some of them several times. */
const damaged = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 }), piece), { minLength: 1, maxLength: 3 }).map((cuts) =>
  cuts.reduce((raw, [at, length, text]) => {
    const start = at % (raw.length + 1);
    return raw.slice(0, start) + text + raw.slice(start + length);
  }, RAW),
);

const any = fc.oneof(
  damaged,
  fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('.')),
  fc.string(),
);

describe('a stored record', () => {
  fuzz('is read as what it says to the letter, or is none', any, (raw) => {
    const read = decode(raw);
    assert.ok(read === undefined || encode(read) === raw, raw);
  });

  fuzz('more private: grants nothing that it does not say with the print of today', damaged, (raw) => {
    const { store } = openShop({ records: [raw] });
    for (const [id, { allowed, basis }] of Object.entries(store.state.categories)) {
      // The print in the record is of no category of this shop.
      assert.ok(!allowed || basis !== 'opt-in', `${id} by ${raw}`);
    }
    assert.deepEqual(Object.keys(Object.prototype), []);
  });
});
