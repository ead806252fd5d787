import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Settings } from '../../../src/config/settings.js';
import type { Basis } from '../../../src/config/types.js';
import { NOBODY_ASKED } from '../../../src/core/age/glance.js';
import type { ConsentRecord } from '../../../src/core/record.js';
import { takeSnapshot, type Facts } from '../../../src/core/snapshot.js';
import type { State } from '../../../src/core/state.js';
import { answering, answersIn, CATEGORIES, recordOf, SERVICES, settingsOf, standing, standings } from './shop.js';

function look(record?: ConsentRecord, part: Partial<Facts> = {}): State {
  return takeSnapshot({ settings: settingsOf(), gpc: false, persisted: false, glance: NOBODY_ASKED, record, ...part });
}

/** The shop's settings, but for the basis of one category. */
function withBasis(id: string, basis: Basis): Settings {
  return settingsOf({ categories: CATEGORIES.map((one) => (one.id === id ? { ...one, basis } : one)) });
}

/** The shop's settings with one service more in a category. */
function withService(category: string): Settings {
  return settingsOf({ services: [...SERVICES, { id: 'new', category, name: 'New' }] });
}

describe('takeSnapshot', () => {
  test('stands by the basis alone where nobody was asked', () => {
    assert.deepEqual(standings(look()), [
      '+necessary: granted, necessary',
      '-analytics: unasked, unasked',
      '-marketing: unasked, unasked',
      '+sale: unasked, opt-out',
      '+measuring: unasked, exempt',
      '+basket: granted, category',
      '-counter: unasked, category',
      '-pixel: unasked, category',
      '-films: unasked, category',
      '+broker: unasked, category',
      '+heatmap: unasked, category',
    ]);
  });

  test('turns off a sale, and nothing else, by Global Privacy Control', () => {
    const [without, under] = [look(), look(undefined, { gpc: true })].map(standings);
    const differing = under?.filter((each) => !without?.includes(each));
    assert.deepEqual(differing, ['-sale: denied, gpc', '-broker: denied, category']);
  });

  test('follows the answers of a record', () => {
    const state = look(answering({ analytics: true, marketing: false, sale: false, measuring: false }));
    assert.deepEqual(standings(state).slice(1, 5), [
      '+analytics: granted, choice',
      '-marketing: denied, choice',
      '-sale: denied, choice',
      '-measuring: denied, choice',
    ]);
  });

  test('leaves necessary on whatever a record says, and its services', () => {
    const state = look(answering({ necessary: false, basket: false }));
    assert.equal(standing(state, 'necessary'), '+granted, necessary');
    assert.equal(standing(state, 'basket'), '+granted, category');
  });

  test('asks for the opt-in categories without an answer, in their order, and for no other', () => {
    assert.deepEqual(look().asking, ['analytics', 'marketing']);
    assert.deepEqual(look(answering({ analytics: false })).asking, ['marketing']);
    assert.deepEqual(look(answering({ analytics: false, marketing: true })).asking, []);
    assert.deepEqual(look(undefined, { gpc: true }).asking, ['analytics', 'marketing']);
  });

  test('tells of the signal, the basis and whether it is kept', () => {
    const state = look(undefined, { gpc: true, persisted: true });
    assert.deepEqual([state.gpc, state.persisted], [true, true]);
    assert.deepEqual([look().gpc, look().persisted], [false, false]);
    assert.deepEqual(
      Object.values(state.categories).map(({ basis }) => basis),
      CATEGORIES.map(({ basis }) => basis),
    );
  });

  test('tells of the decision in force, without its answers', () => {
    const { answers: _, ...decision } = recordOf({ gpc: true, source: 'embed' });
    assert.deepEqual(look(recordOf({ gpc: true, source: 'embed' })).decision, decision);
    assert.equal('decision' in look(), false);
  });

  test('more private: an expired record grants nothing and is not in force', () => {
    const record = answering({ analytics: true, films: true, sale: true }, { gpc: true });
    const state = look(record, { expired: true, gpc: true });
    assert.deepEqual(standings(state), standings(look(undefined, { gpc: true })));
    assert.deepEqual(state.asking, ['analytics', 'marketing']);
    assert.equal('decision' in state, false);
  });

  describe('after a change of meaning', () => {
    test('more private: asks again for a yes to an opt-in that has one service more', () => {
      const settings = withService('analytics');
      const state = look(answering({ analytics: true, marketing: true }), { settings });
      assert.equal(standing(state, 'analytics'), '-unasked, changed');
      assert.equal(standing(state, 'counter'), '-unasked, category');
      assert.equal(standing(state, 'marketing'), '+granted, choice');
      assert.deepEqual(state.asking, ['analytics']);
    });

    test('more private: a no to an opt-out or an exempt stays', () => {
      const record = answering({ sale: false, measuring: false });
      assert.equal(standing(look(record, { settings: withService('sale') }), 'sale'), '-denied, choice');
      assert.equal(standing(look(record, { settings: withService('measuring') }), 'measuring'), '-denied, choice');
    });

    test('more private: a no to an opt-in stays where the basis became opt-out', () => {
      const state = look(answering({ analytics: false }), { settings: withBasis('analytics', 'opt-out') });
      assert.equal(standing(state, 'analytics'), '-denied, choice');
    });

    test('more private: a yes to an opt-out is none where the basis became opt-in', () => {
      const state = look(answering({ sale: true, broker: true }), { settings: withBasis('sale', 'opt-in') });
      assert.equal(standing(state, 'sale'), '-unasked, changed');
      assert.equal(standing(state, 'broker'), '-unasked, category');
    });

    test('asks again for a no to an opt-in, which stays off meanwhile', () => {
      const state = look(answering({ analytics: false }), { settings: withService('analytics') });
      assert.equal(standing(state, 'analytics'), '-unasked, changed');
    });
  });

  describe('of a service', () => {
    test('makes an exception of one that was allowed in a category that was refused', () => {
      const state = look(answering({ marketing: false, films: true }));
      assert.equal(standing(state, 'films'), '+granted, choice');
      assert.equal(standing(state, 'pixel'), '-denied, category');
    });

    test('makes an exception of one that was refused in a category that was allowed', () => {
      const state = look(answering({ marketing: true, pixel: false, sale: true, broker: false }));
      assert.equal(standing(state, 'pixel'), '-denied, choice');
      assert.equal(standing(state, 'films'), '+granted, category');
      assert.equal(standing(state, 'broker'), '-denied, choice');
    });

    test('does not ask for a category because of one of its services', () => {
      assert.deepEqual(look(answering({ films: true })).asking, ['analytics', 'marketing']);
    });

    test('more private: a no holds whatever becomes of the service', () => {
      const record = answering({ pixel: false });
      const services = SERVICES.map((one) => (one.id === 'pixel' ? { ...one, hosts: ['pixel.example'] } : one));
      const yes = answersIn(settingsOf({ services }), { marketing: true });
      const answers = new Map([...record.answers, ...yes]);
      const state = look({ ...record, answers }, { settings: settingsOf({ services }) });
      assert.equal(standing(state, 'pixel'), '-denied, choice');
      assert.equal(standing(state, 'films'), '+granted, category');
    });

    test('more private: a yes to what the service meant before counts no more', () => {
      const services = SERVICES.map((one) => (one.id === 'films' ? { ...one, hosts: ['films.example'] } : one));
      const state = look(answering({ films: true }), { settings: settingsOf({ services }) });
      assert.equal(standing(state, 'films'), '-unasked, category');
    });

    test('more private: the signal outweighs a yes to one service of a sale from before', () => {
      const record = answering({ broker: true });
      assert.equal(standing(look(record, { gpc: true }), 'broker'), '-denied, category');
      assert.equal(standing(look({ ...record, gpc: true }, { gpc: true }), 'broker'), '+granted, choice');
    });

    test('more private: one of a category that is not declared is not declared either', () => {
      const services = ['else', 'toString', '__proto__', ''].map((category) => ({
        id: `of-${category}`,
        category,
        name: '',
      }));
      assert.deepEqual(Object.keys(look(undefined, { settings: settingsOf({ services }) }).services), []);
    });
  });

  test('is frozen to the bottom', () => {
    const state = look(answering({ analytics: true, films: false }));
    const parts = [state, state.categories, state.services, state.asking, state.decision];
    for (const part of [...parts, ...Object.values(state.categories), ...Object.values(state.services)]) {
      assert.ok(part && Object.isFrozen(part), JSON.stringify(part));
    }
  });

  test('has no prototype to mistake a name for', () => {
    for (const part of [look().categories, look().services]) {
      assert.equal(Object.getPrototypeOf(part), null);
      assert.equal(part['toString'], undefined);
      assert.equal(part['__proto__'], undefined);
    }
  });

  test('leaves the record alone', () => {
    const record = answering({ analytics: true });
    look(record);
    assert.ok(!Object.isFrozen(record) && record.answers.size === 1);
  });
});
