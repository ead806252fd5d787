import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { encode } from '../../../../src/core/choices.js';
import { agree } from '../../../../src/core/pages/agree.js';
import type { ConsentRecord } from '../../../../src/core/record.js';
import { answering, recordOf } from '../shop.js';

const OTHER_ID = 'f'.repeat(32);
const own = answering({ analytics: true });
const later = answering({ analytics: false }, { seq: own.seq + 1 });

describe('of what a page holds, what is stored and what it hears', () => {
  test('nothing comes of nothing, and one alone counts', () => {
    assert.equal(agree(undefined, undefined), undefined);
    assert.equal(agree(own, undefined), own);
    assert.equal(agree(undefined, own), own);
    assert.equal(agree(undefined, undefined, own), own);
  });

  test('the later decision counts, wherever it is', () => {
    assert.equal(agree(later, own), later);
    assert.equal(agree(own, later), later);
    assert.equal(agree(own, own, later), later);
    assert.equal(agree(later, later, own), later);
    assert.equal(agree(own, undefined, later), later);
    assert.equal(agree(later, undefined, own), later);
  });

  test('of two that were made at once the stored one counts', () => {
    const twin = answering({ analytics: false });
    assert.equal(agree(own, twin), twin);
    assert.equal(agree(own, twin, own), twin);
    assert.equal(agree(twin, own, twin), own);
  });

  test('a record that was deleted since counts no more, however often its shopper had decided', () => {
    const fresh = answering({ analytics: false }, { id: OTHER_ID, seq: 1 });
    assert.equal(agree(later, fresh), fresh);
    assert.equal(agree(fresh, fresh, later), fresh);
  });

  test('a third party that put an older record back changes nothing on the page', () => {
    assert.equal(agree(later, own), later);
  });
});

describe('where nothing can be stored', () => {
  const both = (one: ConsentRecord, other: ConsentRecord): (ConsentRecord | undefined)[] => [
    agree(one, undefined, other),
    agree(other, undefined, one),
  ];

  test('of two decisions with one number the later counts', () => {
    const second = answering({ analytics: true }, { time: own.time + 1 });
    assert.deepEqual(both(own, second), [second, second]);
  });

  test('of two in one second the more private counts', () => {
    const no = answering({ analytics: false });
    assert.deepEqual(both(own, no), [no, no]);
  });

  test('of two as private every page takes the same', () => {
    const other = answering({ marketing: true });
    const [one, two] = both(own, other);
    assert.ok(one && one === two);
  });
});

/** Some pages of one shopper, with or without a place that all can write to. */
class Pages {
  readonly held: (ConsentRecord | undefined)[] = [undefined, undefined, undefined];
  readonly inboxes: ConsentRecord[][] = [[], [], []];
  stored: ConsentRecord | undefined;
  readonly #keeps: boolean;
  #made = 0;

  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  /** The pages decide, each by what it knew before any of them did. */
  decide(pages: readonly number[], second: number, yes: boolean): void {
    const known = pages.map((page) => agree(this.held[page], this.stored));
    pages.forEach((page, index) => {
      const base = known[index];
      const record = recordOf({
        ...answering({ analytics: yes !== (index === 0) }),
        seq: (base?.seq ?? 0) + 1,
        time: second,
        id: base?.id ?? `${(this.#made += 1)}`.padStart(32, '0'),
      });
      this.held[page] = record;
      this.stored = this.#keeps ? record : undefined;
      this.inboxes.forEach((inbox, other) => other !== page && inbox.push(record));
    });
  }

  hear(page: number): void {
    const heard = this.inboxes[page]?.shift();
    this.held[page] = agree(this.held[page], this.stored, heard);
  }

  settle(): void {
    this.inboxes.forEach((inbox, page) => {
      // Once more than there is to hear: the page looks at what is stored.
      for (let left = inbox.length; left >= 0; left -= 1) {
        this.hear(page);
      }
    });
  }
}

test('pages end with the same decision, in whatever order they decide, hear and look', () => {
  const page = fc.nat(2);
  const step = fc.oneof(
    fc.record({
      pages: fc.uniqueArray(page, { minLength: 1 }),
      second: fc.integer({ min: 1, max: 3 }),
      yes: fc.boolean(),
    }),
    page,
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 30 }), (keeps, steps) => {
      const pages = new Pages(keeps);
      for (const each of steps) {
        if (typeof each === 'number') {
          pages.hear(each);
        } else {
          pages.decide(each.pages, each.second, each.yes);
        }
      }
      pages.settle();
      const [first, ...others] = pages.held.map((record) => record && encode(record));
      assert.deepEqual(others, [first, first]);
      assert.ok(!pages.stored || first === encode(pages.stored));
    }),
    { numRuns: 2000 },
  );
});
