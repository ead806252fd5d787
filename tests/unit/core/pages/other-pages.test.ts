import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { encode } from '../../../../src/core/choices.js';
import { answering, openShop, settingsOf } from '../shop.js';

const YES = answering({ analytics: true, marketing: true });
const NO = answering({ analytics: false, marketing: false }, { seq: YES.seq + 1 });

describe('what a page says to the others', () => {
  test('is the record, once it is kept', () => {
    const shop = openShop();
    shop.acceptAll();
    assert.deepEqual(shop.words, shop.shelf);
    assert.deepEqual(shop.steps, ['write', 'say', 'first']);
    assert.deepEqual(shop.owned, [true]);
  });

  test('is the record too where nothing can be kept: nobody else could know', () => {
    const shop = openShop({ keeps: false });
    shop.rejectAll();
    assert.deepEqual(shop.words, [encode(shop.store.record ?? YES)]);
  });

  test('is nothing under a configuration that failed, whose answers hold for one page', () => {
    const shop = openShop({ settings: settingsOf({ keep: false }) });
    shop.acceptAll();
    assert.deepEqual(shop.words, []);
  });

  test('is which record was deleted, once it is', () => {
    const shop = openShop({ records: [YES] });
    shop.forget();
    assert.deepEqual(shop.words, [`-${encode(YES)}`]);
  });

  test('is which record was deleted where another page has decided since', () => {
    const shop = openShop({ records: [YES] });
    shop.shelf.splice(0, 1, encode(NO));
    shop.forget();
    assert.deepEqual(shop.words, [`-${encode(NO)}`]);
  });
});

describe('what a page hears from others', () => {
  test('holds here too: by sync, not by a decision of this page', () => {
    const shop = openShop();
    shop.shelf.push(encode(YES));
    shop.agree(encode(YES));
    assert.equal(shop.store.judge('analytics'), 'met');
    assert.deepEqual(
      shop.heard.map(({ cause, changed }) => [cause, changed.includes('analytics')]),
      [['sync', true]],
    );
    assert.deepEqual([shop.owned, shop.words, shop.store.state.persisted], [[false], [], true]);
  });

  test('is a withdrawal where it takes a permission', () => {
    const shop = openShop({ records: [YES] });
    shop.shelf.splice(0, 1, encode(NO));
    shop.agree();
    assert.deepEqual([shop.heard[0]?.cause, shop.owned], ['withdrawn', [false]]);
    assert.equal(shop.store.judge('analytics'), 'unmet');
  });

  test('counts before it can be read where it is kept', () => {
    const shop = openShop({ records: [YES] });
    shop.agree(encode(NO));
    assert.equal(shop.store.judge('analytics'), 'unmet');
    assert.equal(shop.store.persisted, false);
  });

  test('leaves nothing behind of a record that was deleted', () => {
    const shop = openShop({ records: [YES] });
    shop.shelf.length = 0;
    shop.agree(`-${encode(YES)}`);
    assert.deepEqual([shop.heard[0]?.cause, shop.store.record], ['withdrawn', undefined]);
    assert.deepEqual(shop.store.state.asking, ['analytics', 'marketing']);
  });

  test('leaves nothing behind of a record that was deleted and can still be read here', () => {
    const shop = openShop({ records: [YES] });
    shop.agree(`-${encode(YES)}`);
    assert.deepEqual([shop.heard[0]?.cause, shop.store.record], ['withdrawn', undefined]);
    assert.equal(shop.store.persisted, false);
  });

  test('does not delete what was decided here after that record', () => {
    const shop = openShop({ records: [YES] });
    shop.rejectAll();
    shop.agree(`-${encode(YES)}`);
    assert.equal(shop.store.record?.seq, NO.seq);
  });

  test('is no more than a decision that was made since the record was deleted', () => {
    const shop = openShop({ records: [YES] });
    const fresh = answering({ analytics: false }, { id: 'f'.repeat(32), seq: 1 });
    shop.shelf.splice(0, 1, encode(fresh));
    shop.agree(`-${encode(YES)}`);
    assert.equal(shop.store.record?.id, fresh.id);
  });

  test('is told to nobody where nothing is another', () => {
    const shop = openShop({ records: [YES] });
    for (const word of [undefined, encode(YES), 'garbage', encode(answering({}, { seq: 1 }))]) {
      shop.agree(word);
    }
    assert.deepEqual(shop.heard, []);
    const blank = openShop();
    blank.agree('-');
    assert.deepEqual(blank.heard, []);
  });

  test('cannot be forged by what is no record', () => {
    const shop = openShop();
    for (const word of [
      null,
      7,
      {},
      ['1'],
      'yes',
      '{"analytics":true}',
      `${encode(YES)} `,
      encode(YES).replace('1.', '2.'),
    ]) {
      shop.agree(word);
    }
    assert.equal(shop.store.record, undefined);
  });

  test('keeps what this page decided where a third party deleted it', () => {
    const shop = openShop({ records: [NO] });
    shop.shelf.length = 0;
    shop.agree();
    assert.equal(shop.store.record?.seq, NO.seq);
    assert.deepEqual(shop.heard, []);
  });

  test('is what a decision of this page follows', () => {
    const shop = openShop({ records: [YES] });
    shop.agree(encode(NO));
    shop.shelf.splice(0, 1, encode(NO));
    shop.save({ analytics: true });
    assert.equal(shop.store.record?.seq, NO.seq + 1);
    assert.equal(shop.store.judge('marketing'), 'unmet');
  });
});
