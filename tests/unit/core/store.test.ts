import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import * as core from '../../../src/core/index.js';
import { encode } from '../../../src/core/choices.js';
import { decode, type ConsentRecord } from '../../../src/core/record.js';
import type { Change } from '../../../src/core/state.js';
import { answering, CATEGORIES, DAY, NOW, openShop, SERVICES, settingsOf, standings } from './shop.js';

const YES = answering({ analytics: true, marketing: true, films: true, sale: true, measuring: true });
const OPT_IN = ['analytics', 'marketing', 'counter', 'pixel', 'films'];

/** A record made so many milliseconds ago. */
const aged = (age: number): ConsentRecord => ({ ...YES, time: (NOW - age) / 1000 });

/** Which opt-ins are allowed. */
function allowed({ store }: ReturnType<typeof openShop>): string[] {
  return OPT_IN.filter((id) => store.judge(id) !== 'unmet');
}

describe('the first state of a store', () => {
  test('is unasked where there is no record', () => {
    const { store } = openShop();
    assert.deepEqual([store.cause, store.persisted, store.record], ['unasked', false, undefined]);
    assert.deepEqual(store.state.asking, ['analytics', 'marketing']);
    assert.equal(store.state.persisted, false);
  });

  test('is by signal where there is no record and Global Privacy Control is on', () => {
    const { store } = openShop({ gpc: true });
    assert.equal(store.cause, 'signal');
    assert.equal(store.state.categories['sale']?.why, 'gpc');
  });

  test('is restored from a record, and kept', () => {
    for (const gpc of [false, true]) {
      const { store } = openShop({ records: [YES], gpc });
      assert.deepEqual([store.cause, store.persisted, store.state.persisted], ['restored', true, true]);
      assert.deepEqual(store.record, YES);
      assert.equal(store.state.decision?.seq, YES.seq);
    }
  });

  test('is expired by a record that is too old', () => {
    const shop = openShop({ records: [aged(200 * DAY)] });
    assert.equal(shop.store.cause, 'expired');
    assert.deepEqual(allowed(shop), []);
  });

  test('takes the record with the highest seq, wherever it was found', () => {
    const no = answering({ analytics: false }, { seq: 8 });
    for (const records of [
      [YES, no],
      [no, YES],
      ['garbage', YES, '', no, '{}'],
    ]) {
      assert.equal(openShop({ records }).store.record?.seq, 8);
    }
  });

  test('more private: garbage beside a record changes nothing', () => {
    const { store } = openShop({ records: ['%', encode(YES), '1e999'] });
    assert.deepEqual(store.record, YES);
  });

  test('writes nothing and clears nothing', () => {
    assert.deepEqual(openShop({ records: ['garbage', aged(200 * DAY)] }).steps, []);
  });
});

describe('a record of other times', () => {
  test('more private: a yes to what is no longer declared is nowhere, and no change names it', () => {
    const settings = settingsOf({
      categories: CATEGORIES.filter(({ id }) => id !== 'analytics'),
      services: SERVICES.filter(({ category }) => category !== 'analytics'),
    });
    const shop = openShop({ settings, records: [answering({ analytics: true, counter: true })] });
    shop.save({ marketing: true });
    const told = shop.heard.flatMap(({ changed, state }) => [
      ...changed,
      ...Object.keys({ ...state.categories, ...state.services }),
    ]);
    assert.ok(told.includes('marketing'));
    assert.deepEqual([told.includes('analytics'), told.includes('counter')], [false, false]);
    assert.deepEqual([shop.store.judge('analytics'), shop.store.judge('counter')], ['unknown', 'unknown']);
  });

  test('more private: a record of a later version is asked about again, and stays until the answer', () => {
    const later = encode(YES).replace(/^1\./, '2.');
    const shop = openShop({ records: [later] });
    assert.equal(shop.store.cause, 'unasked');
    assert.deepEqual([allowed(shop), shop.steps, shop.shelf], [[], [], [later]]);
    shop.rejectAll();
    assert.match(shop.shelf.join(), /^1\.1\./);
  });

  test('a decision after the clock was set back is the newer one', () => {
    const shop = openShop();
    shop.acceptAll();
    const before = shop.shelf.slice();
    shop.clock.now -= DAY / 24;
    shop.rejectAll();
    assert.equal(shop.store.judge('analytics'), 'unmet');
    for (const records of [
      [...before, ...shop.shelf],
      [...shop.shelf, ...before],
    ]) {
      assert.deepEqual(allowed(openShop({ records })), []);
    }
  });
});

describe('the age of a record', () => {
  const cases: readonly [string, number, 'restored' | 'expired'][] = [
    ['of this moment', 0, 'restored'],
    ['of 182 days to the second', 182 * DAY, 'restored'],
    ['of 182 days and a second', 182 * DAY + 1000, 'expired'],
    ['from an hour ahead', -DAY / 24, 'restored'],
    ['from a day ahead to the second', -DAY, 'restored'],
    ['from a day and a second ahead', -DAY - 1000, 'expired'],
    ['from a hundred years ahead', -36_500 * DAY, 'expired'],
  ];
  for (const [what, age, cause] of cases) {
    test(`${cause === 'expired' ? 'more private: ' : ''}one ${what} is ${cause}`, () => {
      const shop = openShop({ records: [aged(age)] });
      assert.equal(shop.store.cause, cause);
      assert.equal(shop.store.isExpired(aged(age)), cause === 'expired');
      assert.deepEqual(allowed(shop), cause === 'expired' ? [] : OPT_IN);
    });
  }

  test('is measured in the days of the settings', () => {
    const settings = settingsOf({ record: { days: 10, domain: '' } });
    assert.equal(openShop({ settings, records: [aged(10 * DAY)] }).store.cause, 'restored');
    assert.equal(openShop({ settings, records: [aged(10 * DAY + 1000)] }).store.cause, 'expired');
  });

  for (const days of [NaN, -1, 0, '12 months' as unknown as number]) {
    test(`more private: with ${days} days no record is young enough`, () => {
      const shop = openShop({ settings: settingsOf({ record: { days, domain: '' } }), records: [aged(1000)] });
      assert.deepEqual([shop.store.cause, allowed(shop)], ['expired', []]);
    });
  }

  test('more private: by a clock that is no number no record is young enough', () => {
    const { store, clock } = openShop();
    clock.now = NaN;
    assert.equal(store.isExpired(YES), true);
  });

  test('nothing is not too old', () => {
    assert.equal(openShop().store.isExpired(undefined), false);
  });
});

describe('any text in place of a record', () => {
  test('more private: never throws and never grants', () => {
    const nothing = standings(openShop().store.state);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 8192 }), { maxLength: 3 }), (records) => {
        assert.deepEqual(standings(openShop({ records }).store.state), nothing);
      }),
    );
  });

  test('more private: a record that was changed grants only what it says to the letter', () => {
    const raw = encode(answering({ analytics: false, marketing: false, sale: false }));
    const piece = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('g', ':g:', '.', '0', '__proto__', 'e999', '-gpc'),
    );
    fc.assert(
      fc.property(fc.nat({ max: raw.length }), fc.nat({ max: 4 }), piece, (at, length, text) => {
        const changed = raw.slice(0, at) + text + raw.slice(at + length);
        const { store } = openShop({ records: [changed] });
        for (const id of ['analytics', 'marketing']) {
          const says = decode(changed)?.answers.get(id)?.granted === true;
          assert.ok(says || store.judge(id) !== 'met', changed);
        }
      }),
      { numRuns: 1000 },
    );
  });

  const head = `1.7.t8x4k0.${'0'.repeat(32)}.api.en`;
  for (const raw of [
    '__proto__',
    'constructor',
    '%',
    '{',
    'null',
    '1e999',
    '2',
    `${head}.__proto__:g:1`,
    head.repeat(100),
  ]) {
    test(`more private: ${raw.slice(0, 60)} grants nothing`, () => {
      const shop = openShop({ records: [raw] });
      assert.deepEqual(allowed(shop), []);
      assert.equal(shop.store.judge('__proto__'), 'unknown');
    });
  }
});

describe('judge', () => {
  test('knows categories and services by one namespace', () => {
    const { store } = openShop({ records: [answering({ analytics: true, films: true })] });
    const words = ['analytics films', 'marketing', '!marketing !pixel', 'necessary basket', 'films pixel'];
    assert.deepEqual(
      words.map((what) => store.judge(what)),
      ['met', 'unmet', 'met', 'met', 'unmet'],
    );
  });

  test('holds what waits for an answer, and releases its negation', () => {
    const { store } = openShop();
    assert.deepEqual([store.judge('analytics'), store.judge('!analytics')], ['unmet', 'met']);
  });

  test('more private: goes by the category where a service has the same name', () => {
    const services = [...SERVICES, { id: 'analytics', category: 'necessary', name: '' }];
    assert.equal(openShop({ settings: settingsOf({ services }) }).store.judge('analytics'), 'unmet');
  });

  test('more private: holds what is not declared', () => {
    const { store } = openShop({ settings: settingsOf({ categories: CATEGORIES.slice(0, 1) }), records: [YES] });
    assert.deepEqual([store.judge('analytics'), store.judge('!analytics'), store.judge('')], Array(3).fill('unknown'));
  });
});

describe('subscribe', () => {
  test('calls back at once with what holds and why', () => {
    const { store } = openShop({ records: [YES] });
    const heard: Change[] = [];
    store.subscribe((change) => heard.push(change));
    assert.deepEqual(heard, [{ cause: 'restored', state: store.state, previous: store.state, changed: [] }]);
    assert.equal(heard[0]?.state, store.state);
  });

  test('gives back what ends it', () => {
    const { store } = openShop();
    const undo = store.subscribe(() => undefined);
    assert.equal(store.listeners.size, 1);
    undo();
    undo();
    assert.equal(store.listeners.size, 0);
  });

  test('takes one function twice as two listeners', () => {
    const { store } = openShop();
    const listener = (): void => undefined;
    const undo = store.subscribe(listener);
    store.subscribe(listener);
    undo();
    assert.equal(store.listeners.size, 1);
  });

  test('reports what a listener throws, and keeps it as a listener', () => {
    const { store, errors } = openShop();
    const error = new Error('from a listener');
    store.subscribe(() => {
      throw error;
    });
    assert.deepEqual(errors, [error]);
    assert.equal(store.listeners.size, 1);
  });
});

describe('stored', () => {
  test('is what another page wrote since, while this one holds its own', () => {
    const { store, shelf } = openShop({ records: [YES] });
    shelf.push(encode({ ...YES, seq: 8 }), 'garbage');
    assert.equal(store.stored()?.seq, 8);
    assert.equal(store.record?.seq, 7);
  });

  test('is nothing where nothing is kept', () => {
    const { store, shelf } = openShop({ records: [YES] });
    shelf.length = 0;
    assert.equal(store.stored(), undefined);
  });
});

describe('the core as a module of its own', () => {
  test('has the two halves of a store, and the rules that they follow', () => {
    const rules = [
      'agree',
      'answer',
      'decode',
      'encode',
      'evaluate',
      'everything',
      'fit',
      'judge',
      'keepAnswers',
      'newest',
      'printOf',
    ];
    const notice = ['outlineOf', 'renderNotice', 'writeData', 'writeText'];
    const newsletter = ['NewsletterError', 'isDate', 'isPaused', 'localDate', 'newsletterRecord', 'pauseEnd'];
    newsletter.push('problemIn', 'problemOfStatus', 'readNewsletterState', 'hexOf', 'shownHash');
    const age = ['createAgeDesk', 'decodeAge', 'encodeAge', 'glanceAtAge', 'judgeBirth', 'localDay', 'lookClosely'];
    const store = ['MAX_LENGTH', 'createDecisions', 'createStore', 'takeSnapshot', 'turnOf'];
    const expected = [...store, ...rules, ...newsletter, ...notice, ...age];
    assert.deepEqual(Object.keys(core).sort(), expected.sort());
  });
});
