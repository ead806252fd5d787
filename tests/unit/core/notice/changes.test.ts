import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NoticeConfig } from '../../../../src/config/notice.js';
import { takeSnapshot } from '../../../../src/core/snapshot.js';
import type { State } from '../../../../src/core/state.js';
import { answering, settingsOf } from '../shop.js';
import { factsIn, groupIn, NOTICE, outline, sectionOf, textsIn } from './shop.js';

const settings = settingsOf();

/** The state of a shopper who decided on a day. */
function chosenOn(day: string, gpc = false): State {
  const record = answering({ analytics: true }, { time: Date.parse(day) / 1000 });
  return takeSnapshot({ settings, gpc, persisted: true, record });
}

const notesFor = (state?: State, notice: NoticeConfig = NOTICE) => outline({ notice }, { state }).notes;

describe('the versions', () => {
  const changes = sectionOf(outline({ notice: NOTICE }), 'changes');

  test('are listed with the day from which each holds, the one to come too', () => {
    assert.deepEqual(
      changes.blocks.map((block) => 'group' in block && block.group),
      [
        'Version 3, in effect from January 1, 2027',
        'Version 2, in effect since March 1, 2026',
        'Version 1, in effect since March 1, 2009',
      ],
    );
  });

  test('say in words what is different, by section', () => {
    assert.deepEqual(factsIn(groupIn(changes, 'Version 1, in effect since March 1, 2009')), [
      ['Changed: Your rights', 'More of them.'],
      ['Removed: letters', 'No more letters.'],
    ]);
  });

  test('say nothing of changes where there are none', () => {
    assert.deepEqual(factsIn(groupIn(changes, 'Version 3, in effect from January 1, 2027')), []);
  });

  test('hold from their day on', () => {
    const versions = [{ id: '7', date: '2026-06-01' }];
    assert.deepEqual(textsIn(outline({ notice: { versions } }).notes), ['Version 7, in effect since June 1, 2026']);
  });

  test('keep a day as it was written where it is none', () => {
    const versions = [{ id: '7', date: '1.3.2026' }];
    assert.deepEqual(textsIn(outline({ notice: { versions } }).notes), ['Version 7, in effect since 1.3.2026']);
  });
});

describe('the notes before the first layer', () => {
  test('say which version holds and when it was reviewed', () => {
    assert.deepEqual(notesFor(), [
      { text: 'Version 2, in effect since March 1, 2026' },
      { text: 'Last reviewed on April 1, 2026' },
    ]);
  });

  test('say nothing where nothing is declared', () => {
    assert.deepEqual(notesFor(undefined, {}), []);
  });

  test('say that Global Privacy Control is honoured', () => {
    assert.match(textsIn(notesFor(chosenOn('2026-05-01', true), {})).join(), /Global Privacy Control/);
  });

  test('say what has changed since the shopper’s choice', () => {
    const notes = notesFor(chosenOn('2026-02-28T23:59:59Z'));
    assert.equal(textsIn(notes).at(-1), 'Changed since your choice on February 28, 2026:');
    assert.deepEqual(factsIn(notes), [['Added: Cookies and storage', 'A player.']]);
  });

  test('tell every version since then', () => {
    assert.equal(factsIn(notesFor(chosenOn('2008-01-01'))).length, 3);
  });

  for (const day of ['2026-03-01', '2026-05-01']) {
    test(`say nothing of a change to who decided on ${day}, as it was there to be read`, () => {
      assert.equal(notesFor(chosenOn(day)).length, 2);
    });
  }

  test('say nothing of a change to who has not decided', () => {
    const state = takeSnapshot({ settings, gpc: false, persisted: false });
    assert.equal(notesFor(state).length, 2);
  });

  test('say nothing of a version to come', () => {
    const versions = [{ id: '3', date: '2027-01-01' }];
    assert.deepEqual(notesFor(chosenOn('2026-05-01'), { versions }), []);
  });
});
