import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AgeConfig } from '../../../../src/config/age.js';
import { createAgeDesk, type AgeDesk, type KeptAges } from '../../../../src/core/age/age-desk.js';
import { decodeAge } from '../../../../src/core/age/age-record.js';
import { glanceAtAge, type AgeAnswer } from '../../../../src/core/age/glance.js';
import { NOW, openShop } from '../shop.js';
import { asking, stored } from './answers.js';

interface Open extends AgeDesk {
  /** What is kept: the cookie, then the storage of the tab. */
  readonly shelf: string[];
  /** What the desk wanted to be kept, last. */
  readonly kept: KeptAges[];
  /** How the question stands now. */
  readonly age: () => string | undefined;
  /** Asks for another age, as another part of the site does. */
  readonly turnTo: (age: AgeConfig) => void;
}

function openDesk(age: AgeConfig = { minimum: 18 }, records: readonly string[] = [], keeps = true): Open {
  const shelf = [...records];
  const kept: KeptAges[] = [];
  const { store } = openShop({ settings: asking(age) });
  const desk = createAgeDesk({
    store,
    look: (settings, cookies) => glanceAtAge(settings, '/', cookies),
    readAges: () => shelf,
    keepAges: (next) => {
      kept.push(next);
      if (keeps) {
        shelf.splice(0, Infinity, ...[next.cookie, next.session].filter(Boolean));
      }
    },
    now: () => NOW,
    random: () => 'f'.repeat(32),
    lang: () => 'de-AT',
  });
  return {
    ...desk,
    shelf,
    kept,
    age: () => desk.look(store.settings).age,
    turnTo: (other) => {
      store.settings = asking(other);
    },
  };
}

/** What is kept, each as its answer and its age. */
const answers = ({ shelf }: Open): string[] =>
  shelf.map((raw) => {
    const { answer, minimum } = decodeAge(raw) ?? {};
    return `${answer} ${minimum}`;
  });

describe('an answer about an age', () => {
  for (const answer of ['adult', 'accompanied', 'declined'] as const) {
    test(`of ${answer} is kept with when and in which language it was given, and stands`, () => {
      const desk = openDesk();
      assert.equal(desk.take(answer), 'kept');
      assert.deepEqual(desk.shelf, [`1.18.${answer}.${(NOW / 1000).toString(36)}.${'f'.repeat(32)}.de-AT`]);
      assert.equal(desk.age(), answer);
    });
  }

  test('is kept for thirty days from an adult, for as long as the shop says, and for 400 at most', () => {
    const daysOf = (answer: AgeAnswer, days?: number): number | undefined => {
      const desk = openDesk({ minimum: 18, ...(days !== undefined && { days }) });
      desk.take(answer);
      return desk.kept[0]?.days;
    };
    assert.deepEqual(
      [undefined, 0, 7, 400, 9999].map((days) => daysOf('adult', days)),
      [30, 0, 7, 400, 400],
    );
  });

  test('more private: is kept no longer than the session from a minor', () => {
    for (const answer of ['accompanied', 'declined'] as const) {
      const desk = openDesk({ minimum: 18, days: 400 });
      desk.take(answer);
      assert.equal(desk.kept[0]?.days, 0);
    }
  });

  test('is none where the page asks for none, or for none of the kind', () => {
    assert.equal(openDesk({ minimum: 0 }).take('adult'), 'not-asked');
    assert.equal(openDesk({ minimum: 18, accompanied: false }).take('accompanied'), 'not-asked');
    assert.equal(openDesk().take('verified' as AgeAnswer), 'not-asked');
    assert.equal(openDesk({ minimum: 18, accompanied: false }).take('declined'), 'kept');
  });

  test('stands for the whole years that are asked for', () => {
    const desk = openDesk({ minimum: 17.5 });
    desk.take('adult');
    assert.deepEqual(answers(desk), ['adult 18']);
    assert.equal(desk.age(), 'adult');
  });

  test('replaces the one before it about the same age', () => {
    const desk = openDesk();
    desk.take('declined');
    desk.take('accompanied', 'button');
    assert.deepEqual(answers(desk), ['accompanied 18']);
    desk.take('adult');
    assert.deepEqual(answers(desk), ['adult 18']);
    desk.take('declined', 'button');
    assert.deepEqual(answers(desk), ['declined 18']);
  });

  test('more private: has no second try in a session, by hand or by script', () => {
    for (const source of ['button', 'script', 'embed'] as const) {
      const desk = openDesk({ minimum: 18 }, [stored('declined')]);
      assert.equal(desk.take('adult', source), 'refused');
      assert.deepEqual([desk.age(), desk.kept], ['declined', []]);
    }
  });

  test('has a second try by the shop’s own code, which may know better', () => {
    const desk = openDesk({ minimum: 18 }, [stored('declined')]);
    assert.equal(desk.take('adult'), 'kept');
    assert.equal(desk.age(), 'adult');
  });
});

describe('answers about several ages', () => {
  const LOWER: AgeConfig = { minimum: 16 };
  const HIGHER: AgeConfig = { minimum: 18 };

  test('both stand: old enough for one, and under the other', () => {
    const desk = openDesk(LOWER);
    desk.take('adult', 'button');
    desk.turnTo(HIGHER);
    assert.equal(desk.age(), 'asking');
    desk.take('declined', 'button');
    assert.deepEqual(answers(desk), ['adult 16', 'declined 18']);
    assert.equal(desk.age(), 'declined');
    desk.turnTo(LOWER);
    assert.equal(desk.age(), 'adult');
  });

  test('more private: an answer to the lower one gives no second try at the higher', () => {
    const desk = openDesk(HIGHER);
    desk.take('declined', 'button');
    desk.turnTo(LOWER);
    assert.equal(desk.age(), 'asking');
    desk.take('adult', 'button');
    assert.deepEqual(answers(desk), ['adult 16', 'declined 18']);
    desk.turnTo(HIGHER);
    assert.equal(desk.take('adult', 'button'), 'refused');
    assert.equal(desk.age(), 'declined');
  });

  test('the cookie is the one that lets in, and keeps its days', () => {
    const desk = openDesk(HIGHER, [stored('adult', 16)]);
    desk.take('accompanied');
    const [kept] = desk.kept;
    assert.deepEqual([kept?.cookie, kept?.days], [stored('adult', 16), 30]);
    assert.match(kept?.session ?? '', /^1\.18\.accompanied\./);
  });

  test('a wider answer replaces a narrower one', () => {
    const old = openDesk(HIGHER, [stored('adult', 16)]);
    old.take('adult');
    assert.deepEqual(answers(old), ['adult 18']);
    const young = openDesk(LOWER, [stored('declined', 18)]);
    young.take('declined');
    assert.deepEqual(answers(young), ['declined 16']);
    const twice = openDesk(LOWER, [stored('adult', 21)]);
    twice.take('adult');
    assert.deepEqual(answers(twice), ['adult 16']);
    const changed = openDesk(HIGHER, ['no answer', stored('adult', 21)]);
    changed.take('declined');
    assert.deepEqual(answers(changed), ['declined 18']);
  });
});

describe('an answer that cannot be kept', () => {
  test('holds for the page, and is told', () => {
    for (const answer of ['adult', 'accompanied', 'declined'] as const) {
      const desk = openDesk({ minimum: 18 }, [], false);
      assert.equal(desk.take(answer), 'held');
      assert.equal(desk.age(), answer);
    }
  });

  test('more private: holds against what could not be replaced', () => {
    const desk = openDesk({ minimum: 18 }, [stored('adult')], false);
    desk.take('declined');
    assert.equal(desk.age(), 'declined');
  });

  test('is asked for again once it is forgotten', () => {
    const desk = openDesk({ minimum: 18 }, [], false);
    desk.take('adult');
    desk.forget();
    assert.equal(desk.age(), 'asking');
    desk.shelf.push(stored('declined'));
    assert.equal(desk.age(), 'declined');
  });
});
