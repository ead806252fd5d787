import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Settings } from '../../../src/config/settings.js';
import { answer, everything, fit, keepAnswers, MAX_LENGTH, type Answers } from '../../../src/core/choices.js';
import { encode } from '../../../src/core/choices.js';
import { printOf } from '../../../src/core/print.js';
import { NOBODY_ASKED } from '../../../src/core/age/glance.js';
import type { ConsentRecord } from '../../../src/core/record.js';
import { takeSnapshot } from '../../../src/core/snapshot.js';
import { answersIn, CATEGORIES, recordOf, SERVICES, settingsOf, standing } from './shop.js';

const settings = settingsOf();

/** Answers a choice on top of what was answered before, and tells both what is answered now and what was ignored. */
function after(
  choice: Record<string, unknown>,
  before: Record<string, boolean> = {},
): [Record<string, boolean>, string[]] {
  const answers = answersIn(settings, before);
  const ignored = answer(settings, answers, choice, printOf);
  return [plain(answers), ignored];
}

function plain(answers: ReadonlyMap<string, { granted: boolean }>): Record<string, boolean> {
  return Object.fromEntries([...answers].map(([id, { granted }]) => [id, granted]));
}

describe('answer', () => {
  test('answers what is named and keeps the rest', () => {
    assert.deepEqual(after({ marketing: false, sale: true }, { analytics: true, marketing: true })[0], {
      analytics: true,
      marketing: false,
      sale: true,
    });
  });

  test('notes what each answer was given to', () => {
    const answers: Answers = new Map();
    answer(settings, answers, { analytics: true, measuring: false, pixel: true }, printOf);
    assert.deepEqual(answers, answersIn(settings, { analytics: true, measuring: false, pixel: true }));
  });

  test('ignores what is not declared, necessary, or in a necessary category', () => {
    const ignored = ['necessary', 'basket', 'unheard-of', '__proto__', 'toString'];
    const choice = Object.fromEntries(ignored.map((id) => [id, true]));
    assert.deepEqual(after({ ...choice, analytics: true }), [{ analytics: true }, Object.keys(choice)]);
  });

  test('ignores a service of a category that is not declared', () => {
    const stray = settingsOf({ services: [{ id: 'stray', category: 'else', name: '' }] });
    const answers: Answers = new Map();
    assert.deepEqual(answer(stray, answers, { stray: true }, printOf), ['stray']);
    assert.equal(answers.size, 0);
  });

  for (const value of ['true', 'granted', 1, {}, [], null, undefined, NaN]) {
    test(`more private: ${JSON.stringify(value)} of type ${typeof value} is no yes`, () => {
      assert.deepEqual(after({ analytics: value, films: value }), [{}, ['analytics', 'films']]);
    });
  }

  test('more private: what a choice inherits is no answer', () => {
    const choice = Object.create({ analytics: true }) as Record<string, unknown>;
    assert.deepEqual(after(choice), [{}, []]);
  });

  test('takes no choice for one that names nothing', () => {
    const answers = answersIn(settings, { sale: false });
    assert.deepEqual(answer(settings, answers, undefined, printOf), []);
    assert.deepEqual(plain(answers), { sale: false });
  });

  test('more private: an id that is twice declared is answered as the category', () => {
    const twice = settingsOf({ services: [{ id: 'analytics', category: 'marketing', name: '' }] });
    const answers = answersIn(settings, { marketing: true });
    assert.deepEqual(answer(twice, answers, { analytics: false }, printOf), []);
    assert.deepEqual(plain(answers), { marketing: true, analytics: false });
  });

  describe('for a service', () => {
    test('keeps an answer that is not its category\u2019s', () => {
      assert.deepEqual(after({ films: true }, { marketing: false })[0], { marketing: false, films: true });
      assert.deepEqual(after({ films: false }, { marketing: true })[0], { marketing: true, films: false });
    });

    test('keeps an answer where its category has none', () => {
      assert.deepEqual(after({ films: true })[0], { films: true });
      assert.deepEqual(after({ broker: false })[0], { broker: false });
    });

    test('drops an answer that is its category\u2019s, so that it follows', () => {
      assert.deepEqual(after({ films: true }, { marketing: true, films: false })[0], { marketing: true });
      assert.deepEqual(after({ films: false }, { marketing: false, films: true })[0], { marketing: false });
    });

    test('goes by the category\u2019s answer in the same choice', () => {
      assert.deepEqual(after({ films: true, marketing: true }, { marketing: false })[0], { marketing: true });
      assert.deepEqual(after({ films: false, marketing: true }, { marketing: false })[0], {
        films: false,
        marketing: true,
      });
    });

    test('keeps an exception while its category is answered anew', () => {
      assert.deepEqual(after({ marketing: true }, { marketing: false, films: false })[0], {
        marketing: true,
        films: false,
      });
    });

    for (const granted of [true, false]) {
      test(`keeps a ${granted ? 'yes' : 'no'} where the category\u2019s was given to another meaning`, () => {
        const answers: Answers = new Map([['marketing', { granted, print: 'before' }]]);
        answer(settings, answers, { films: granted }, printOf);
        assert.deepEqual(plain(answers), { marketing: granted, films: granted });
      });
    }

    test('more private: keeps a no where another category has the print that its own was answered with', () => {
      const services = SERVICES.filter(({ category }) => category === 'marketing');
      const here = settingsOf({ services });
      const answers: Answers = new Map([['marketing', { granted: false, print: printOf('opt-in', [], 'analytics') }]]);
      answer(here, answers, { films: false }, printOf);
      assert.deepEqual(plain(answers), { marketing: false, films: false });
    });
  });
});

describe('everything', () => {
  test('answers each question, and leaves necessary alone', () => {
    const ids = ['analytics', 'marketing', 'sale', 'measuring'];
    assert.deepEqual(everything(settings, true), Object.fromEntries(ids.map((id) => [id, true])));
    assert.deepEqual(everything(settings, false), Object.fromEntries(ids.map((id) => [id, false])));
  });
});

describe('keepAnswers', () => {
  const choice = {
    analytics: true,
    marketing: false,
    sale: true,
    measuring: true,
    broker: true,
    films: true,
    pixel: false,
  };
  const before = recordOf({ answers: answersIn(settings, choice) });
  const keep = (record: ConsentRecord, gpc: boolean, under: Settings = settings): Record<string, boolean> =>
    plain(keepAnswers(under, record, gpc, printOf));

  test('keeps every answer, in a map of its own', () => {
    assert.deepEqual(keep(before, false), choice);
    assert.notEqual(keepAnswers(settings, before, false, printOf), before.answers);
  });

  test('keeps every answer that was given under the signal', () => {
    assert.deepEqual(keep({ ...before, gpc: true }, true), choice);
    assert.deepEqual(keep({ ...before, gpc: true }, false), choice);
  });

  test('more private: drops a yes to a sale from before the signal, and no other', () => {
    const { sale: _sale, broker: _broker, ...rest } = choice;
    assert.deepEqual(keep(before, true), rest);
  });

  test('keeps a no to a sale from before the signal', () => {
    const record = recordOf({ answers: answersIn(settings, { sale: false, broker: false }) });
    assert.deepEqual(keep(record, true), { sale: false, broker: false });
  });

  test('more private: drops a yes from before the signal that may be one to a sale in another region', () => {
    const here = settingsOf({ categories: CATEGORIES.map((one) => ({ ...one, basis: 'opt-in' })), services: [] });
    const kept = keep(before, true, here);
    assert.deepEqual(kept, { marketing: false, pixel: false });
  });

  test('more private: drops a yes from before the signal to what is not declared, whatever else has its print', () => {
    const here = settingsOf({ services: [] });
    const answers: Answers = new Map([['gone', { granted: true, print: printOf('opt-in', [], 'analytics') }]]);
    assert.deepEqual(keep(recordOf({ answers }), true, here), {});
  });
});

describe('fit', () => {
  /** Services that make a record too long once each has an answer. */
  const many = Array.from({ length: 110 }, (_, index) => ({
    id: `${'long-name-'.repeat(5)}${index}`,
    category: ['analytics', 'marketing', 'sale', 'measuring'][index % 4] ?? '',
    name: '',
  }));
  const large = settingsOf({ services: [...SERVICES, ...many] });
  const record = (choice: Record<string, boolean>): ConsentRecord => recordOf({ answers: answersIn(large, choice) });
  const services = (granted: boolean, category = ''): Record<string, boolean> =>
    Object.fromEntries(many.filter((one) => one.category !== category).map(({ id }) => [id, granted]));
  const short = (choice: Record<string, boolean>): Record<string, boolean> =>
    plain(fit(large, record(choice), printOf).answers);

  test('leaves a record alone that is as long as it may be, and not one that is longer', () => {
    const exact = recordOf({ lang: 'e'.repeat(MAX_LENGTH - encode(recordOf({ lang: '' })).length) });
    assert.equal(encode(exact).length, 3800);
    assert.equal(fit(settings, exact, printOf), exact);
    const longer = { ...exact, lang: `${exact.lang}e` };
    assert.notEqual(fit(settings, longer, printOf), longer);
  });

  test('drops the answers of services, and leaves the decision and the categories', () => {
    const wanted = record({ analytics: true, marketing: false, ...services(true) });
    const fitted = fit(large, wanted, printOf);
    assert.deepEqual(fitted, { ...wanted, answers: answersIn(large, { analytics: true, marketing: false }) });
    assert.ok(encode(fitted).length <= MAX_LENGTH);
  });

  test('more private: refuses a category as a whole of which one service was refused', () => {
    const choice = { analytics: true, marketing: true, sale: true, measuring: true, ...services(true), pixel: false };
    assert.deepEqual(short(choice), { analytics: true, marketing: false, sale: true, measuring: true });
  });

  test('more private: refuses a category that has no answer of its own, where one of its services was refused', () => {
    const choice = { analytics: true, ...services(true), broker: false, heatmap: false, pixel: false };
    assert.deepEqual(short(choice), { analytics: true, marketing: false, sale: false, measuring: false });
    const state = takeSnapshot({
      settings: large,
      gpc: false,
      persisted: true,
      glance: NOBODY_ASKED,
      record: fit(large, record(choice), printOf),
    });
    assert.equal(standing(state, 'sale'), '-denied, choice');
    assert.equal(standing(state, 'marketing'), '-denied, choice');
  });

  test('more private: refuses what a category means now, whatever was said to what it meant before', () => {
    const whole = record({ ...services(true), pixel: false });
    const answers = new Map([...whole.answers, ['marketing', { granted: true, print: 'before' }] as const]);
    const fitted = fit(large, { ...whole, answers }, printOf);
    assert.deepEqual(fitted.answers, answersIn(large, { marketing: false }));
  });

  test('leaves a category without an answer where none of its services was refused', () => {
    assert.deepEqual(short({ sale: true, ...services(false, 'measuring'), heatmap: true }), {
      analytics: false,
      marketing: false,
      sale: false,
    });
  });

  test('more private: allows nothing that the whole record would not', () => {
    const patterns = [services(true), services(false), services(true, 'sale'), services(false, 'sale')];
    for (const own of patterns) {
      for (const granted of [{}, everything(large, true), everything(large, false)]) {
        const whole = record({ ...granted, ...own, broker: false });
        const [before, now] = [whole, fit(large, whole, printOf)].map((one) =>
          takeSnapshot({ settings: large, gpc: false, persisted: true, glance: NOBODY_ASKED, record: one }),
        );
        for (const [id, { allowed }] of Object.entries({ ...now?.services })) {
          assert.ok(!allowed || before?.services[id]?.allowed, id);
        }
      }
    }
  });

  test('drops the answers to what is not declared', () => {
    const wanted = recordOf({
      answers: new Map([...record(services(true)).answers, ['gone', { granted: true, print: '1' }]]),
    });
    assert.deepEqual(plain(fit(large, wanted, printOf).answers), {});
  });
});
