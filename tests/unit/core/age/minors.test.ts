/** What a minor, or somebody who may be one, does to everything else. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AgeGlance } from '../../../../src/core/age/glance.js';
import { answering, openShop, standing, standings, type Shop, type ShopOptions } from '../shop.js';
import { ANSWERS } from './answers.js';

const MAYBE: AgeGlance = { age: 'asking', minor: true, minimumAge: 18 };
const ADULT: AgeGlance = { age: 'adult', minor: false, minimumAge: 18 };
const YES = answering({ analytics: true, marketing: true, films: true, sale: true, measuring: true });

/** A shop in which somebody is, or may be, a minor. */
const open = (options: ShopOptions = {}): Shop => openShop({ glance: MAYBE, ...options });

/** What is allowed, the necessary aside. */
const allowed = ({ store }: Shop): string[] =>
  standings(store.state).filter((each) => each.startsWith('+') && !/necessary|basket/.test(each));

describe('while somebody is, or may be, a minor', () => {
  test('more private: everything optional is denied, whatever is on record and whatever the basis', () => {
    for (const records of [[], [YES]]) {
      const shop = open({ records });
      assert.deepEqual(allowed(shop), []);
      for (const id of ['analytics', 'marketing', 'sale', 'measuring']) {
        assert.equal(standing(shop.store.state, id), '-denied, age');
      }
      assert.equal(standing(shop.store.state, 'films'), '-denied, category');
    }
  });

  test('the necessary stays on', () => {
    const { state } = open().store;
    assert.equal(standing(state, 'necessary'), '+granted, necessary');
    assert.equal(standing(state, 'basket'), '+granted, category');
  });

  test('nothing is asked about consent', () => {
    assert.deepEqual(open().store.state.asking, []);
    assert.deepEqual(open({ glance: { ...MAYBE, age: 'accompanied' } }).store.state.asking, []);
  });

  test('the state says so, and what it waits for', () => {
    const { age, minor, minimumAge } = open().store.state;
    assert.deepEqual({ age, minor, minimumAge }, MAYBE);
    const other = openShop().store.state;
    assert.deepEqual([other.age, other.minor, other.minimumAge], [undefined, undefined, undefined]);
  });

  test('more private: a yes is not taken down, and what was on record stays', () => {
    for (const decide of [
      ({ acceptAll }: Shop) => {
        acceptAll('button');
      },
      ({ save }: Shop) => {
        save({ analytics: true, films: true });
      },
    ]) {
      const shop = open({ records: [YES] });
      const [before] = shop.shelf;
      decide(shop);
      assert.deepEqual([shop.shelf, shop.steps], [[before], []]);
      assert.match(shop.problems.join(), /^minor .*analytics/);
    }
  });

  test('a no is taken down, without the yes beside it', () => {
    const shop = open({ records: [YES] });
    shop.save({ analytics: false, marketing: true });
    assert.deepEqual(shop.problems, ['minor marketing']);
    shop.learn(ADULT);
    assert.equal(standing(shop.store.state, 'analytics'), '-denied, choice');
    assert.equal(standing(shop.store.state, 'marketing'), '+granted, choice');
  });

  test('everything can be refused and withdrawn', () => {
    for (const name of ['rejectAll', 'withdraw'] as const) {
      const shop = open({ records: [YES] });
      shop[name]();
      shop.learn(ADULT);
      assert.deepEqual([allowed(shop), shop.problems], [[], []]);
    }
  });

  test('a choice that is none is as harmless as ever', () => {
    const shop = open();
    shop.save(undefined as never);
    assert.deepEqual(shop.problems, []);
  });
});

describe('once an adult has answered', () => {
  test('what was allowed before is in force again, and the event says which', () => {
    const shop = open({ records: [YES] });
    shop.learn(ADULT, 'signal');
    assert.deepEqual(allowed(shop), [
      '+analytics: granted, choice',
      '+marketing: granted, choice',
      '+sale: granted, choice',
      '+measuring: granted, choice',
      '+counter: granted, category',
      '+pixel: granted, category',
      '+films: granted, choice',
      '+broker: granted, category',
      '+heatmap: granted, category',
    ]);
    const [change] = shop.heard;
    assert.equal(change?.cause, 'signal');
    assert.ok(change.changed.includes('analytics') && !change.changed.includes('necessary'));
  });

  test('the questions of consent are open', () => {
    const shop = open();
    shop.learn(ADULT, 'signal');
    assert.deepEqual(shop.store.state.asking, ['analytics', 'marketing']);
  });

  test('more private: a minor who comes after them is a withdrawal, and is cleaned up after', () => {
    const shop = openShop({ glance: ADULT, records: [YES] });
    shop.learn({ age: 'declined', minor: true, minimumAge: 18 }, 'signal');
    assert.equal(shop.heard[0]?.cause, 'withdrawn');
    assert.deepEqual(allowed(shop), []);
  });
});

describe('what is known of an age', () => {
  const shelf = (glance: AgeGlance, cleared: string[] = []) => ({
    look: () => glance,
    clear: () => {
      cleared.push('ages');
    },
  });

  test('is looked at again with another configuration', () => {
    const shop = openShop({ ages: shelf(MAYBE) });
    shop.configure(shop.store.settings);
    assert.equal(shop.store.state.age, 'asking');
  });

  test('is forgotten with everything else', () => {
    const cleared: string[] = [];
    const shop = openShop({ glance: ADULT, ages: shelf(MAYBE, cleared) });
    shop.forget();
    assert.deepEqual([cleared, shop.store.state.age, shop.heard.length], [['ages'], 'asking', 1]);
  });

  test('stays as it is through every other decision', () => {
    for (const age of ANSWERS) {
      const glance = { age, minor: age !== 'adult', minimumAge: 18 };
      const shop = openShop({ glance });
      shop.rejectAll();
      shop.withdraw();
      shop.save({ analytics: false });
      assert.equal(shop.store.state.age, age);
    }
  });
});
