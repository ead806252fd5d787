import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ServiceConfig } from '../../../../src/config/types.js';
import { takeSnapshot } from '../../../../src/core/snapshot.js';
import type { State } from '../../../../src/core/state.js';
import { answersIn, recordOf, settingsOf } from '../shop.js';
import { factsIn, groupIn, outline, sectionOf, tableIn, textsIn, WORDS } from './shop.js';

const PLAYER: ServiceConfig = {
  id: 'player',
  category: 'marketing',
  name: 'Player',
  provider: 'Player Inc.',
  purpose: 'Plays films.',
  privacyUrl: 'https://player.example/privacy',
  hosts: ['a.example', 'b.example'],
  storage: [
    { kind: 'cookie', name: '_p', purpose: 'A number.', days: 30 },
    { kind: 'cookie', name: '_s' },
    { kind: 'local', name: 'p' },
    { kind: 'session', name: 'p' },
    { kind: 'indexeddb', name: 'p' },
    { kind: 'cache', name: 'p' },
    { kind: 'worker', name: '/p' },
  ],
};

describe('a service', () => {
  const blocks = groupIn(sectionOf(outline({ services: [PLAYER] }), 'storage'), 'Player');

  test('is told with its use, its purpose, its provider and where data go', () => {
    assert.deepEqual(factsIn(blocks), [
      ['Use', 'Marketing'],
      ['Purpose', 'Plays films.'],
      ['Provider', 'Player Inc.'],
      ['Sends data to', 'a.example, b.example'],
    ]);
  });

  test('leads to its provider’s own notice', () => {
    assert.deepEqual(blocks[1], { link: 'Privacy notice of Player', url: 'https://player.example/privacy' });
  });

  test('is told with each thing that it stores, and how long', () => {
    assert.deepEqual(tableIn(blocks), [
      ['Name', 'Kind', 'Purpose', 'Kept for'],
      ['_p', 'Cookie', 'A number.', '30 days'],
      ['_s', 'Cookie', '', 'Until you close the browser'],
      ['p', 'Local storage', '', 'Until deleted'],
      ['p', 'Session storage', '', 'Until you close the browser'],
      ['p', 'Database', '', 'Until deleted'],
      ['p', 'Cache', '', 'Until deleted'],
      ['/p', 'Service worker', '', 'Until deleted'],
    ]);
  });

  test('that stores nothing says so', () => {
    const services: ServiceConfig[] = [{ id: 'a', category: 'nowhere', name: 'A' }];
    const told = groupIn(sectionOf(outline({ services }), 'storage'), 'A');
    assert.deepEqual(textsIn(told), ['Stores nothing in your browser.']);
    assert.deepEqual(factsIn(told), []);
  });
});

test('what cookies are is said before the services', () => {
  assert.deepEqual(textsIn(sectionOf(outline(), 'storage').blocks), [WORDS.storageText]);
});

describe('how a service stands for this shopper', () => {
  const settings = settingsOf({
    services: [...settingsOf().services, { id: 'lost', category: 'nowhere', name: 'Lost' }],
  });
  const stateOf = (answers: Record<string, boolean>, gpc = false): State =>
    takeSnapshot({ settings, gpc, persisted: true, record: recordOf({ answers: answersIn(settings, answers) }) });
  const standing = (state: State | undefined, name: string): string | undefined =>
    factsIn(groupIn(sectionOf(outline(settings, { state }), 'storage'), name)).find(([fact]) => fact === 'Now')?.[1];

  test('is not said to everyone', () => {
    assert.equal(standing(undefined, 'Counter'), undefined);
  });

  for (const [what, answers, gpc, name, said] of [
    ['a necessary one', {}, false, 'Basket', 'Always on'],
    ['one that was allowed with its category', { analytics: true }, false, 'Counter', 'On, as you chose'],
    ['one that was refused with its category', { analytics: false }, false, 'Counter', 'Off, as you chose'],
    ['one that was allowed by itself', { marketing: false, films: true }, false, 'Films', 'On, as you chose'],
    ['one that was refused by itself', { marketing: true, films: false }, false, 'Films', 'Off, as you chose'],
    ['one that waits for an answer', {}, false, 'Counter', 'Off until you allow it'],
    ['a sale that nobody objected to', {}, false, 'Broker', 'On until you object'],
    ['a sale that the browser objects to', {}, true, 'Broker', WORDS.gpcNote],
    ['what is allowed without consent', {}, false, 'Heat map', 'On until you object'],
    ['more private: one of no category', {}, false, 'Lost', 'Off until you allow it'],
  ] as const) {
    test(`is said of ${what}`, () => {
      assert.equal(standing(stateOf(answers, gpc), name), said);
    });
  }
});
