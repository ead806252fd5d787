import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { filesBelow } from '../../scripts/files.mjs';

/** The rows of the table: a number, a rule, and the tests that show it, each in code quotes. */
const rows = readFileSync('docs/promises.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| +\d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** The titles of all tests. What is filled in when they run stands as `…`, as it does in the document. */
const titles = new Set(
  filesBelow('tests', '.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:it|test)\(\s*(['`])(.+?)\1,/g)].map(([, , title = '']) =>
      title.replace(/\$\{[^}]*\}/g, '…').replaceAll("\\'", "'"),
    ),
  ),
);

const namedIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, title = '']) => title);

describe('the promises in docs/promises.md', () => {
  it('are numbered without a gap', () => {
    assert.ok(rows.length > 0);
    assert.deepEqual(
      rows.map(([, number]) => Number(number)),
      rows.map((_, index) => index + 1),
    );
  });

  it('name tests that exist', () => {
    const named = rows.flatMap(([, , , shown]) => namedIn(shown));
    assert.ok(named.length > rows.length / 2);
    assert.deepEqual(
      named.filter((title) => !titles.has(title)),
      [],
    );
  });

  it('have a test each, or say that they have none yet', () => {
    assert.deepEqual(
      rows.filter(([, , , shown = '']) => !namedIn(shown).length && !shown.startsWith('None yet:')),
      [],
    );
  });
});
