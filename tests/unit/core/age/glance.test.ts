import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AgeConfig, MinimumAge } from '../../../../src/config/age.js';
import { glanceAtAge } from '../../../../src/core/age/glance.js';
import { settingsOf } from '../shop.js';
import { ANSWERS, asking, cookieOf, stored } from './answers.js';

const NOBODY_ASKED = { age: undefined, minor: false, minimumAge: 0 };

/** The age that a page asks for. */
const askedFor = (age: AgeConfig, path = '/', region = ''): number | undefined =>
  glanceAtAge(asking(age, region), path, '').minimumAge;

describe('the age that a page asks for', () => {
  test('is none where the shop asks for none', () => {
    assert.deepEqual(glanceAtAge(settingsOf(), '/', ''), NOBODY_ASKED);
    for (const age of [{ minimum: 0 }, { minimum: { '*': 0 } }, { mode: 'date' as const }, { areas: [] }]) {
      assert.deepEqual(glanceAtAge(asking(age), '/', undefined), NOBODY_ASKED);
    }
  });

  const RULES: MinimumAge = { US: 21, 'US-NY': 20, DE: 16, FR: 0, '*': 18 };
  for (const [region, expected] of [
    ['DE', 16],
    ['DE-BY', 16],
    ['US-CA', 21],
    ['US-NY', 20],
    ['FR', 0],
    ['GB', 18],
  ] as const) {
    test(`is that of the region ${region}`, () => {
      assert.equal(askedFor({ minimum: RULES }, '/', region), expected);
    });
  }

  for (const region of ['', 'de', 'eDE', 'Germany', '*', 'constructor']) {
    test(`more private: is the highest where the region ${JSON.stringify(region)} is not known`, () => {
      assert.equal(askedFor({ minimum: RULES }, '/', region), 21);
    });
  }

  test('more private: is the highest where the region is not named', () => {
    assert.equal(askedFor({ minimum: { DE: 16, US: 21 } }, '/', 'GB'), 21);
  });

  test('is the number that a text in its place says', () => {
    const rules = { US: '21', '*': '18' } as unknown as MinimumAge;
    assert.equal(askedFor({ minimum: '18' as unknown as number }), 18);
    assert.deepEqual(
      ['US', 'DE', ''].map((region) => askedFor({ minimum: rules }, '/', region)),
      [21, 18, 21],
    );
  });

  for (const wrong of ['adult', true, NaN, ['x'], { '*': 'adult' }, { DE: 16, US: 'adult' }]) {
    test(`more private: ${JSON.stringify(wrong)} is no age, so a minor may be there, whatever was answered, and nothing is asked for`, () => {
      const rules = asking({ minimum: wrong as unknown as number });
      for (const cookies of ['', cookieOf('adult', 99)]) {
        const { minor, minimumAge } = glanceAtAge(rules, '/', cookies);
        assert.deepEqual([minor, minimumAge], [true, 0]);
      }
    });
  }

  test('is that of the first part of the site that the path begins with', () => {
    const age: AgeConfig = {
      minimum: 12,
      areas: [
        { path: '/knives/butter/', minimum: 0 },
        { path: '/knives/', minimum: { DE: 16, '*': 18 } },
      ],
    };
    const pages = ['/', '/knives', '/knives/', '/knives/long/1', '/knives/butter/', '/shop/knives/'];
    assert.deepEqual(
      pages.map((path) => askedFor(age, path, 'DE')),
      [12, 12, 16, 16, 0, 12],
    );
  });

  test('is none outside those parts where there is no other', () => {
    const age = { areas: [{ path: '/knives/', minimum: 18 }] };
    assert.deepEqual([askedFor(age, '/'), askedFor(age, '/knives/1')], [0, 18]);
  });
});

describe('a first glance', () => {
  test('more private: finds a possible minor where nobody has answered', () => {
    const expected = { age: 'asking', minor: true, minimumAge: 18 };
    for (const cookies of ['', undefined, 'cart=1; fairsay=1.2', 'fairsay-age=', 'fairsay-age=true']) {
      assert.deepEqual(glanceAtAge(asking(), '/', cookies), expected);
    }
  });

  test('finds an adult, among other cookies and alone', () => {
    const expected = { age: 'adult', minor: false, minimumAge: 18 };
    for (const cookies of [cookieOf('adult'), `fairsay-age=${stored('adult')}`, cookieOf('adult', 21)]) {
      assert.deepEqual(glanceAtAge(asking(), '/', cookies), expected);
    }
  });

  test('more private: an answer for a lower age is none', () => {
    assert.equal(glanceAtAge(asking(), '/', cookieOf('adult', 16)).age, 'asking');
  });

  test('finds a minor, with somebody and alone', () => {
    for (const age of ['accompanied', 'declined'] as const) {
      assert.deepEqual(glanceAtAge(asking(), '/', cookieOf(age)), { age, minor: true, minimumAge: 18 });
    }
  });

  test('more private: a minor stays one on pages that ask nobody', () => {
    const age = { areas: [{ path: '/knives/', minimum: 18 }] };
    for (const answer of ['accompanied', 'declined'] as const) {
      const seen = glanceAtAge(asking(age), '/', cookieOf(answer));
      assert.deepEqual(seen, { age: answer, minor: true, minimumAge: 0 });
    }
  });

  test('more private: a cookie that is cut short or has something after it is no answer', () => {
    for (const answer of ANSWERS) {
      for (const raw of [stored(answer).slice(0, -3), `${stored(answer)}.x`, `${stored(answer)} x`]) {
        assert.equal(glanceAtAge(asking(), '/', `fairsay-age=${raw}`).age, 'asking', raw);
      }
    }
  });
});
