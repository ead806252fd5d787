import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { NewsletterConfig } from '../../../../src/config/newsletter.js';
import { offerOf } from '../../../../src/core/newsletter/offer.js';

const NOTHING = {
  endpoint: '',
  topics: [],
  frequencies: [],
  channels: [],
  pauses: [14, 30, 90],
  tokenParameter: 'token',
  atOnce: false,
};

describe('offerOf', () => {
  test('has defaults', () => {
    assert.deepEqual(offerOf({}), NOTHING);
    assert.deepEqual(offerOf(undefined), NOTHING);
  });

  test('keeps what is declared', () => {
    const config: Required<NewsletterConfig> = {
      endpoint: '/newsletter',
      topics: [{ id: 'news', label: 'News', purpose: 'What is new.' }],
      frequencies: [{ id: 'weekly', label: 'Weekly' }],
      channels: [{ id: 'email', label: 'E-mail', consentText: 'Yes.' }],
      pauses: [7],
      tokenParameter: 't',
      save: 'change',
    };
    const { save, ...rest } = config;
    assert.deepEqual(offerOf(config), { ...rest, atOnce: save === 'change' });
  });

  test('is more private: it does not offer what cannot be named', () => {
    const topics = [null, {}, { id: 5 }, { id: 'a b' }, { id: '__proto__' }, { id: 'news', label: 'News' }, 'text'];
    const { topics: offered } = offerOf({ topics } as unknown as NewsletterConfig);
    assert.deepEqual(
      offered.map(({ id }) => id),
      ['news'],
    );
  });

  test('offers no pause without end', () => {
    const pauses = [0, -1, 1.5, 7, 366, 367, Infinity, '14'];
    assert.deepEqual(offerOf({ pauses } as unknown as NewsletterConfig).pauses, [7, 366]);
  });

  test('never throws on anything that JSON can hold', () => {
    const keys = fc.constantFrom(...Object.keys(NOTHING), 'save');
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (config) => {
        offerOf(config);
      }),
    );
  });
});
