import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { encode } from '../../../src/core/choices.js';
import { decode } from '../../../src/core/record.js';
import type { Source } from '../../../src/core/state.js';
import { answering, answersIn, CATEGORIES, DAY, ID, NOW, openShop, SERVICES, settingsOf, standing } from './shop.js';

const ALL = { analytics: true, marketing: true, sale: true, measuring: true };
const NONE = { analytics: false, marketing: false, sale: false, measuring: false };

/** What is kept, as a choice. */
function kept({ shelf }: ReturnType<typeof openShop>): Record<string, boolean> {
  const answers = decode(shelf[0] ?? '')?.answers ?? new Map<string, { granted: boolean }>();
  return Object.fromEntries([...answers].map(([id, { granted }]) => [id, granted]));
}

describe('a decision', () => {
  test('is kept with its number, time, id, source, signal and language', () => {
    const shop = openShop({ gpc: true });
    shop.clock.now = NOW + 1999;
    shop.save({ analytics: true }, 'embed');
    const expected = { seq: 1, time: NOW / 1000 + 1, id: 'f'.repeat(32), source: 'embed', gpc: true, lang: 'de-AT' };
    assert.deepEqual(decode(shop.shelf[0] ?? ''), {
      ...expected,
      answers: answersIn(settingsOf(), { analytics: true }),
    });
    assert.deepEqual(shop.store.state.decision, expected);
    assert.deepEqual(shop.shelf, [
      encode({ ...expected, source: 'embed', answers: shop.store.record?.answers ?? new Map() }),
    ]);
    assert.equal(shop.store.state.persisted, true);
    assert.deepEqual(shop.problems, []);
  });

  test('goes on from the record before: one more, and the same id', () => {
    const shop = openShop({ records: [answering({ analytics: true })] });
    shop.rejectAll();
    assert.deepEqual([shop.store.record?.seq, shop.store.record?.id], [8, ID]);
  });

  for (const name of ['acceptAll', 'rejectAll', 'withdraw'] as const) {
    test(`has the source that ${name} was given, and is by the API without one`, () => {
      const shop = openShop();
      shop[name]('button');
      assert.equal(shop.store.state.decision?.source, 'button');
      shop[name]();
      assert.equal(shop.store.state.decision?.source, 'api');
    });
  }

  test('is by the API where no source is named, or none that a record can hold', () => {
    const shop = openShop();
    for (const source of [undefined, 'my button', 'a.b', '', 'X', '1', 'button-gpc']) {
      shop.save({ analytics: false }, source as Source);
      assert.equal(decode(shop.shelf[0] ?? '')?.source, 'api', source);
    }
  });

  test('can still be read after the highest number', () => {
    const shop = openShop({ records: [answering(ALL, { seq: 999_999_999_999_999 })] });
    shop.rejectAll();
    assert.deepEqual(kept(shop), NONE);
    assert.deepEqual(openShop({ records: shop.shelf }).store.state.asking, []);
    assert.deepEqual(shop.store.stored(), shop.store.record);
  });
});

describe('save', () => {
  test('answers what is named and keeps the rest', () => {
    const shop = openShop({ records: [answering({ analytics: true, marketing: false, films: true })] });
    shop.save({ marketing: true, sale: false });
    assert.deepEqual(kept(shop), { analytics: true, marketing: true, films: true, sale: false });
  });

  test('reports what it could do nothing with', () => {
    const shop = openShop();
    shop.save({ necessary: false, analytics: true, tracking: true });
    assert.deepEqual(shop.problems, ['not-answered necessary', 'not-answered tracking']);
    assert.deepEqual(kept(shop), { analytics: true });
  });

  test('builds on the newer record of another tab', () => {
    const shop = openShop({ records: [answering({ analytics: true })] });
    shop.shelf.splice(0, 1, encode(answering({ analytics: false, sale: false }, { seq: 20, id: 'a'.repeat(32) })));
    shop.save({ marketing: true });
    assert.deepEqual(kept(shop), { analytics: false, sale: false, marketing: true });
    assert.deepEqual([shop.store.record?.seq, shop.store.record?.id], [21, 'a'.repeat(32)]);
  });

  test('more private: builds on nothing that has expired', () => {
    const shop = openShop({ records: [answering(ALL, { time: (NOW - 183 * DAY) / 1000 })] });
    shop.save({ marketing: false });
    assert.deepEqual(kept(shop), { marketing: false });
    assert.equal(shop.store.record?.seq, 8);
  });

  test('more private: under the signal an old yes to a sale does not become one against it', () => {
    const shop = openShop({ records: [answering({ sale: true, broker: true, analytics: true })], gpc: true });
    assert.equal(standing(shop.store.state, 'sale'), '-denied, gpc');
    shop.save({ marketing: true });
    assert.equal(standing(shop.store.state, 'sale'), '-denied, gpc');
    assert.equal(standing(shop.store.state, 'broker'), '-denied, category');
    assert.equal(standing(shop.store.state, 'analytics'), '+granted, choice');
  });

  test('takes a yes to a sale against the signal, and keeps it in the next decision', () => {
    const shop = openShop({ gpc: true });
    shop.save({ sale: true });
    shop.save({ analytics: false });
    assert.equal(standing(shop.store.state, 'sale'), '+granted, choice');
  });

  test('lets a service stand by itself whose category is asked about again', () => {
    const services = [...SERVICES, { id: 'new', category: 'marketing', name: 'New' }];
    const shop = openShop({ settings: settingsOf({ services }), records: [answering({ marketing: true })] });
    shop.save({ films: true });
    assert.equal(standing(shop.store.state, 'films'), '+granted, choice');
    assert.equal(standing(shop.store.state, 'new'), '-unasked, category');
  });
});

describe('acceptAll and rejectAll', () => {
  test('answer every question', () => {
    const shop = openShop();
    shop.acceptAll();
    assert.deepEqual(kept(shop), ALL);
    shop.rejectAll();
    assert.deepEqual(kept(shop), NONE);
    assert.deepEqual(shop.store.state.asking, []);
  });

  test('leave no exception for a service', () => {
    const shop = openShop({ records: [answering({ films: true, counter: false })] });
    shop.rejectAll();
    assert.equal(standing(shop.store.state, 'films'), '-denied, category');
    shop.acceptAll();
    assert.equal(standing(shop.store.state, 'counter'), '+granted, category');
  });

  test('more private: rejectAll leaves nothing allowed that is not necessary', () => {
    const shop = openShop({ records: [answering({ ...ALL, films: true, broker: true })] });
    shop.rejectAll();
    const { categories, services } = shop.store.state;
    const allowed = Object.entries({ ...categories, ...services }).filter(([, one]) => one.allowed);
    assert.deepEqual(
      allowed.map(([id]) => id),
      ['necessary', 'basket'],
    );
  });
});

describe('the cause of a decision', () => {
  test('is a choice where nothing is lost', () => {
    const shop = openShop({ records: [answering({ sale: false, measuring: false })] });
    shop.save({ analytics: true });
    shop.save({ marketing: false });
    assert.deepEqual(
      shop.heard.map(({ cause }) => cause),
      ['choice', 'choice'],
    );
    assert.equal(shop.store.cause, 'choice');
  });

  test('is a withdrawal as soon as one permission is gone, of a category or of a service', () => {
    const before = answering({ analytics: true, marketing: true, sale: true });
    const choices = [
      { analytics: false, sale: true },
      { sale: false },
      { measuring: false },
      { films: false },
      { broker: false },
    ];
    for (const choice of choices) {
      const shop = openShop({ records: [before] });
      shop.save(choice);
      assert.deepEqual(
        shop.heard.map(({ cause }) => cause),
        ['withdrawn'],
        JSON.stringify(choice),
      );
      assert.equal(shop.store.cause, 'withdrawn');
    }
  });

  test('is a withdrawal where one permission is gone and another is new', () => {
    const shop = openShop({ records: [answering({ analytics: true })] });
    shop.save({ analytics: false, marketing: true });
    assert.equal(shop.store.cause, 'withdrawn');
  });

  test('is a withdrawal by withdraw, even where nothing was on', () => {
    const shop = openShop({ records: [answering(NONE)] });
    shop.withdraw();
    assert.deepEqual([shop.store.cause, kept(shop)], ['withdrawn', NONE]);
    assert.deepEqual(shop.heard[0]?.changed, []);
  });
});

describe('forget', () => {
  test('deletes the record and opens every question again', () => {
    const shop = openShop({ records: [answering(NONE)] });
    shop.forget();
    assert.deepEqual([shop.steps, shop.shelf], [['clear', 'say', 'first'], []]);
    assert.deepEqual(shop.store.state.asking, ['analytics', 'marketing']);
    assert.deepEqual([shop.store.record, shop.store.persisted, shop.store.state.persisted], [undefined, false, false]);
    assert.equal(shop.store.cause, 'unasked');
    assert.equal('decision' in shop.store.state, false);
  });

  test('is a withdrawal where something was on', () => {
    const shop = openShop({ records: [answering({ analytics: true })] });
    shop.forget();
    assert.equal(shop.heard[0]?.cause, 'withdrawn');
  });

  test('gives the next decision another id, from the first number on', () => {
    const shop = openShop({ records: [answering(ALL)] });
    shop.forget();
    shop.acceptAll();
    assert.deepEqual([shop.store.record?.seq, shop.store.record?.id], [1, 'f'.repeat(32)]);
  });
});

describe('configure', () => {
  const categories = CATEGORIES.map((one) => (one.id === 'sale' ? { ...one, basis: 'opt-in' as const } : one));

  test('keeps answers of the same meaning and asks again only for what changed', () => {
    const shop = openShop({ records: [answering(ALL)] });
    shop.configure(settingsOf({ categories, lang: 'fr', region: 'DE' }));
    assert.deepEqual(shop.store.state.asking, ['sale']);
    assert.equal(standing(shop.store.state, 'analytics'), '+granted, choice');
    assert.equal(standing(shop.store.state, 'sale'), '-unasked, changed');
    assert.equal(shop.store.settings.region, 'DE');
    assert.deepEqual(shop.heard[0]?.changed, ['sale', 'broker']);
    assert.deepEqual(shop.steps, ['first']);
  });

  test('gives the answers back with the settings', () => {
    const shop = openShop({ records: [answering(ALL)] });
    shop.configure(settingsOf({ categories }));
    shop.configure(settingsOf());
    assert.equal(standing(shop.store.state, 'sale'), '+granted, choice');
  });

  test('tells why it is so, not that the shopper did something', () => {
    const shop = openShop();
    shop.configure(settingsOf({ categories }));
    assert.equal(shop.heard[0]?.cause, 'unasked');
    shop.acceptAll();
    shop.configure(settingsOf());
    assert.equal(shop.heard[2]?.cause, 'restored');
    assert.equal(shop.store.cause, 'restored');
  });

  test('takes the newer record of another tab', () => {
    const shop = openShop({ records: [answering(ALL)] });
    shop.shelf.splice(0, 1, encode(answering(NONE, { seq: 9 })));
    shop.configure(settingsOf());
    assert.equal(shop.store.record?.seq, 9);
    assert.equal(standing(shop.store.state, 'analytics'), '-denied, choice');
  });

  test('tells of what came alone', () => {
    const shop = openShop();
    shop.configure(settingsOf({ services: [...SERVICES, { id: 'new', category: 'sale', name: 'New' }] }));
    assert.deepEqual(shop.heard[0]?.changed, ['new']);
  });

  test('tells of a permission that is another though nobody has answered still', () => {
    const shop = openShop();
    shop.configure(settingsOf({ categories }));
    assert.deepEqual(shop.heard[0]?.changed, ['sale', 'broker']);
  });

  test('tells of categories and services that came or went', () => {
    const shop = openShop();
    shop.configure(
      settingsOf({ categories: CATEGORIES.slice(0, 2), services: [{ id: 'new', category: 'analytics', name: '' }] }),
    );
    const gone = ['marketing', 'sale', 'measuring', 'basket', 'counter', 'pixel', 'films', 'broker', 'heatmap'];
    assert.deepEqual(shop.heard[0]?.changed, [...gone, 'new']);
  });
});

describe('a decision that is not kept', () => {
  test('is reported, and holds on this page', () => {
    const shop = openShop({ keeps: false });
    shop.acceptAll();
    assert.match(shop.problems.join('\n'), /^not-kept record of \d+ characters$/);
    assert.deepEqual([shop.store.persisted, shop.store.state.persisted], [false, false]);
    assert.equal(standing(shop.store.state, 'analytics'), '+granted, choice');
  });

  test('more private: leaves no older yes behind', () => {
    const shop = openShop({ keeps: false });
    shop.shelf.push(encode(answering({ analytics: true })));
    shop.rejectAll();
    assert.deepEqual([shop.steps, shop.shelf], [['write', 'clear', 'say', 'first'], []]);
  });

  test('more private: settings that keep nothing write nothing', () => {
    const shop = openShop({ settings: settingsOf({ keep: false }) });
    shop.acceptAll();
    assert.deepEqual([shop.steps, shop.shelf, shop.store.persisted], [['first'], [], false]);
    assert.equal(shop.problems.length, 1);
  });

  const long = (count: number, id: string): { id: string; basis: 'opt-in' }[] =>
    Array.from({ length: count }, (_, index) => ({ id: `${id}${index}`, basis: 'opt-in' }));

  test('is one of more categories than fit', () => {
    const shop = openShop({ settings: settingsOf({ categories: long(90, 'a-name-of-some-length-for-a-category-') }) });
    shop.rejectAll();
    assert.deepEqual([shop.steps, shop.shelf], [['clear', 'say', 'first'], []]);
    assert.match(shop.problems.join('\n'), /^not-kept record of [4-9]\d{3} characters$/);
    assert.equal(shop.store.state.asking.length, 0);
  });

  test('is not one of the very length that fits, but one of a character more', () => {
    const room = 3800 - encode(answering({}, { seq: 1, lang: 'de-AT', source: 'api' })).length - '.:d:'.length;
    const print = '1n67v66';
    for (const more of [0, 1]) {
      const id = 'x'.repeat(room - print.length + more);
      const shop = openShop({ settings: settingsOf({ categories: [{ id, basis: 'opt-in' }], services: [] }) });
      shop.rejectAll();
      assert.equal(shop.store.persisted, more === 0);
      assert.deepEqual(
        shop.shelf.map(({ length }) => length),
        more ? [] : [3800],
      );
    }
  });

  test('is reported too where services lost their own answers, and the rest is kept', () => {
    const services = long(90, 'a-name-of-some-length-for-a-service-').map(({ id }) => ({
      id,
      category: 'marketing',
      name: '',
    }));
    const shop = openShop({ settings: settingsOf({ services }) });
    shop.save({ analytics: true, ...Object.fromEntries(services.map(({ id }, index) => [id, index > 0])) });
    assert.deepEqual(kept(shop), { analytics: true, marketing: false });
    assert.equal(shop.store.persisted, true);
    assert.match(shop.problems.join('\n'), /^not-kept record of \d{2,3} characters$/);
  });
});
