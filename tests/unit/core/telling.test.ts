/** The order of effects of a decision, and what listeners may do meanwhile. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createDecisions } from '../../../src/core/decisions.js';
import type { Change } from '../../../src/core/state.js';
import { createStore } from '../../../src/core/store.js';
import { answering, NOW, openShop, settingsOf } from './shop.js';

describe('the order of effects', () => {
  test('is: the record, then the state, then the gate, then listeners in their order', () => {
    const steps: string[] = [];
    const now = (): number => NOW;
    const seen = (step: string) => (): void => {
      steps.push(`${step} ${store.state.decision ? 'new' : 'old'}`);
    };
    const store = createStore({ settings: settingsOf(), read: () => [], gpc: false, now, report: assert.ifError });
    const decisions = createDecisions({
      store,
      now,
      write: () => {
        seen('write')();
        return true;
      },
      clear: seen('clear'),
      random: () => '0'.repeat(32),
      lang: () => 'en',
      say: seen('others'),
      first: seen('gate'),
      report: assert.fail,
    });
    store.subscribe(seen('one'));
    store.subscribe(seen('two'));
    steps.length = 0;
    decisions.acceptAll();
    assert.deepEqual(steps, ['write old', 'others old', 'gate new', 'one new', 'two new']);
    decisions.forget();
    assert.deepEqual(steps.slice(5), ['clear new', 'others new', 'gate old', 'one old', 'two old']);
  });

  test('is synchronous as a whole', () => {
    const shop = openShop();
    shop.acceptAll();
    assert.deepEqual([shop.steps, shop.store.judge('analytics')], [['write', 'say', 'first'], 'met']);
  });
});

describe('a change', () => {
  test('has the state, the one before, and the ids that stand otherwise', () => {
    const { store, heard, save } = openShop({ records: [answering({ analytics: true })] });
    const previous = store.state;
    save({ analytics: true, marketing: true, films: false });
    assert.equal(heard[0]?.state, store.state);
    assert.equal(heard[0]?.previous, previous);
    assert.deepEqual(heard[0]?.changed, ['marketing', 'pixel', 'films']);
  });

  test('comes with the text that was on screen, where whoever decides says so', () => {
    const { said, save, acceptAll, rejectAll, withdraw, forget } = openShop();
    save({ analytics: true }, 'embed', 'placeholder');
    acceptAll('button', 'preferences');
    rejectAll('button', '');
    withdraw('api', 'own dialog');
    acceptAll();
    forget();
    assert.deepEqual(said, ['placeholder', 'preferences', '', 'own dialog', undefined, undefined]);
  });

  test('that a listener makes comes with its own text', () => {
    const { said, store, acceptAll, rejectAll } = openShop();
    store.subscribe(({ cause }) => {
      if (cause === 'choice') {
        rejectAll('button', 'second');
      }
    });
    acceptAll('button', 'first');
    assert.deepEqual(said, ['first', 'second']);
  });

  test('names what was answered though its permission is the same', () => {
    const { heard, save } = openShop();
    save({ sale: true, marketing: false });
    assert.deepEqual(heard[0]?.changed, ['marketing', 'sale', 'pixel', 'films', 'broker']);
  });

  test('names nothing where nothing stands otherwise', () => {
    const { heard, save } = openShop({ records: [answering({ analytics: true })] });
    save({ analytics: true });
    assert.deepEqual(heard[0]?.changed, []);
  });
});

describe('listeners', () => {
  test('hear each change once', () => {
    const { store, acceptAll, rejectAll } = openShop();
    const heard: Change[] = [];
    store.subscribe((change) => heard.push(change));
    acceptAll();
    rejectAll();
    assert.deepEqual(
      heard.map(({ cause }) => cause),
      ['unasked', 'choice', 'withdrawn'],
    );
  });

  test('hear a decision that one of them makes afterwards, all in the same order', () => {
    const shop = openShop();
    const heard: string[] = [];
    const note = (who: string, { changed }: Change): number => heard.push(`${who} ${changed[0]}`);
    shop.store.subscribe((change) => {
      note('one', change);
      if (change.changed.includes('analytics')) {
        shop.save({ marketing: true });
        heard.push('saved');
      }
    });
    shop.store.subscribe((change) => note('two', change));
    heard.length = 0;
    shop.save({ analytics: true });
    assert.deepEqual(heard, ['one analytics', 'saved', 'two analytics', 'one marketing', 'two marketing']);
    assert.deepEqual(
      shop.heard.map(({ changed }) => changed[0]),
      ['analytics', 'marketing'],
    );
    assert.deepEqual([shop.store.judge('analytics marketing'), shop.shelf.length], ['met', 1]);
  });

  test('may be removed during a call: the one removed hears nothing more', () => {
    const { store, acceptAll } = openShop();
    let calls = 0;
    let undo = (): void => undefined;
    store.subscribe(() => {
      undo();
    });
    undo = store.subscribe(() => {
      calls += 1;
    });
    store.subscribe(() => {
      calls += 10;
    });
    calls = 0;
    acceptAll();
    assert.equal(calls, 10);
  });

  test('may remove themselves without another being left out', () => {
    const { store, acceptAll } = openShop();
    const heard: string[] = [];
    const undo = store.subscribe(() => {
      heard.push('one');
      undo?.();
    }) as (() => void) | undefined;
    store.subscribe(() => heard.push('two'));
    heard.length = 0;
    acceptAll();
    acceptAll();
    assert.deepEqual(heard, ['one', 'two', 'two']);
  });

  test('may be added during a call: the new one is called at once, and not again for this change', () => {
    const { store, acceptAll, rejectAll } = openShop();
    const heard: string[] = [];
    let added = true;
    store.subscribe(() => {
      if (!added) {
        added = true;
        store.subscribe(({ cause }) => heard.push(cause));
      }
    });
    added = false;
    acceptAll();
    assert.deepEqual(heard, ['choice']);
    rejectAll();
    assert.deepEqual(heard, ['choice', 'withdrawn']);
  });

  test('that throw are reported, and the others hear all the same', () => {
    const { store, errors, rejectAll } = openShop({ records: [answering({ analytics: true })] });
    const heard: string[] = [];
    store.subscribe(() => {
      throw new Error('from a listener');
    });
    store.subscribe(({ cause }) => heard.push(cause));
    rejectAll();
    assert.deepEqual(heard, ['restored', 'withdrawn']);
    assert.equal(errors.length, 2);
  });
});

describe('a gate that throws', () => {
  test('more private: does not keep a later withdrawal from being told', () => {
    const shop = openShop();
    const heard: string[] = [];
    let broken = true;
    const decisions = createDecisions({
      store: shop.store,
      now: () => NOW,
      write: () => true,
      clear: () => undefined,
      random: () => '0'.repeat(32),
      lang: () => 'en',
      say: () => undefined,
      first: () => {
        if (broken) {
          throw new Error('from the gate');
        }
      },
      report: assert.fail,
    });
    shop.store.subscribe(({ cause }) => heard.push(cause));
    assert.throws(() => {
      decisions.acceptAll();
    }, /from the gate/);
    broken = false;
    decisions.rejectAll();
    assert.deepEqual(heard, ['unasked', 'withdrawn']);
  });
});
