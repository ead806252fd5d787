import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { filesBelow } from '../../scripts/files.mjs';

/** The title of a test as it stands in a source: plain, or with parts that its loop fills in. */
const TITLE = /\b(?:test|it|fuzz)\(\s*(?:'((?:[^'\\]|\\.)+)'|`([^`]+)`)/g;

/** How many letters of its own a title needs: what is filled in altogether would match any name. */
const OWN = 8;

/** Every title of a test in the project, as an expression that matches it. */
const titles = filesBelow('tests', '.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(TITLE)]
    .map(([, whole, template]) => (whole ?? template ?? '').split(/\$\{[^}]+\}/))
    .filter((parts) => parts.length === 1 || parts.join('').length >= OWN)
    .map((parts) => new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`)),
);

/** Which of these are titles of no test. */
const unknownIn = (names: readonly string[]): string[] =>
  names.filter((name) => !titles.some((title) => title.test(name)));

/** The tables by topic, and the one by number. */
const [topics = '', list = ''] = readFileSync('docs/faults.md', 'utf8').split('\n## The list by number\n');

/** The cells of the rows that a pattern finds. */
const cellsIn = (text: string, row: RegExp): string[][] =>
  text
    .split('\n')
    .filter((line) => row.test(line))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

const plain = (title: string): string => title.replace(/^[*_]|[*_]$/g, '');

/** The rows of every table by topic, each with its first cell and the titles in its last. */
const rows = cellsIn(topics, /^\| (?!what is wrong|-)/).map((cells) => ({
  fault: cells[1] ?? '',
  tests: (cells[3] ?? '').split('<br>').map(plain),
}));

/** The rows of the list: a number, a fault, and titles, or what is not shown and why. */
const numbered = cellsIn(list, /^\| *\d/).map(([, number = '', fault = '', shown = '']) => ({
  number,
  fault,
  proofs: shown.split('<br>'),
}));

const isTitle = (proof: string): boolean => /^_.+_$/.test(proof);

describe('docs/faults.md', () => {
  it('has rows', () => {
    assert.ok(rows.length > 20);
  });

  for (const { fault, tests } of rows) {
    it(`names tests that exist where ${fault}`, () => {
      assert.deepEqual(unknownIn(tests), []);
    });
  }
});

describe('the list in docs/faults.md', () => {
  it('has each number from 1 to 72 once, in order', () => {
    assert.deepEqual(
      numbered.map(({ number }) => number),
      Array.from({ length: 72 }, (_, index) => `${index + 1}`),
    );
  });

  for (const { number, fault, proofs } of numbered) {
    it(`names tests that exist, or says what is not shown and why, for ${number}: ${fault}`, () => {
      assert.ok(fault);
      assert.deepEqual(unknownIn(proofs.filter(isTitle).map(plain)), []);
      assert.deepEqual(
        proofs.filter((proof) => !isTitle(proof) && !/^not shown(?: yet)?: .+/.test(proof)),
        [],
      );
    });
  }
});
