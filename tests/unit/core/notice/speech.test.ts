import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { speak } from '../../../../src/core/notice/speech.js';
import { WORDS } from './shop.js';

describe('a text of the configuration', () => {
  const text = { fr: 'F', 'de-AT': 'A', de: 'D', en: 'E' };
  const tell = (lang: string, value: Parameters<ReturnType<typeof speak>['tell']>[0]) => speak(lang, WORDS).tell(value);

  test('is itself where it is one for every language', () => {
    assert.equal(tell('de', 'All'), 'All');
  });

  test('is that of the language, else of its base, else English, else the first', () => {
    assert.equal(tell('de-AT', text), 'A');
    assert.equal(tell('de-CH', text), 'D');
    assert.equal(tell('it', text), 'E');
    assert.equal(tell('it', { fr: 'F', es: 'S' }), 'F');
  });

  test('is nothing where there is none', () => {
    assert.equal(tell('en', undefined), '');
    assert.equal(tell('en', {}), '');
  });
});

test('places in a text are filled, and those without a value stay', () => {
  assert.equal(speak('en', WORDS).fill('{a} and {b}', { a: 1 }), '1 and {b}');
});

test('days are written in the language', () => {
  assert.equal(speak('de', WORDS).days(2, 'de'), '2 Tage');
});

describe('a category', () => {
  const { category } = speak('en', WORDS);

  test('has the texts of the shop', () => {
    assert.deepEqual(category({ id: 'a', basis: 'opt-in', label: 'L', purpose: 'P' }), { label: 'L', purpose: 'P' });
  });

  test('has those of the language where it is one of the four', () => {
    const { label, purpose } = category({ id: 'analytics', basis: 'opt-in' });
    assert.deepEqual([label, purpose], ['Analytics', WORDS.analyticsPurpose]);
  });

  test('has its id for a name where there is no other', () => {
    assert.deepEqual(category({ id: 'own', basis: 'opt-in' }), { label: 'own', purpose: '' });
  });
});
