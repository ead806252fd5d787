import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { filesBelow } from '../../scripts/files.mjs';

/** The title of a test as it stands in a source: plain, or with parts that its loop fills in. */
const TITLE = /\b(?:test|it)\(\s*(?:'((?:[^'\\]|\\.)+)'|`([^`]+)`)/g;

/** Every title of a test in the project, as an expression that matches it. */
const titles = filesBelow('tests', '.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(TITLE)].map(([, plain, template]) => {
    const parts = (plain ?? template ?? '').split(/\$\{[^}]+\}/);
    return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
  }),
);

/** The rows of every table of docs/faults.md, each with its first cell and the titles in its last. */
const rows = readFileSync('docs/faults.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!what is wrong|-)/.test(line))
  .map((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return {
      fault: cells[1] ?? '',
      tests: (cells[3] ?? '').split('<br>').map((title) => title.replace(/^[*_]|[*_]$/g, '')),
    };
  });

describe('docs/faults.md', () => {
  it('has rows', () => {
    assert.ok(rows.length > 20);
  });

  for (const { fault, tests } of rows) {
    it(`names tests that exist where ${fault}`, () => {
      assert.deepEqual(
        tests.filter((name) => !titles.some((title) => title.test(name))),
        [],
      );
    });
  }
});
