import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkConfig } from '../../../../src/config/check/check-config.js';
import { SEVERITY } from '../../../../src/config/check/problem.js';
import { MISTAKES } from './mistakes.js';
import { paths, written } from './mutation.js';
import { fullConfig } from './valid-config.js';

const page = readFileSync('docs/configuration.md', 'utf8');

/** The rows of every table whose first cell is a word of code, by that word. */
const rows = new Map(
  [...page.matchAll(/^\| `([^`]+)` +\| *([^|]*?) *\|/gm)].map(([, word = '', next = '']) => [word, next]),
);

/** Every key of the full configuration, but for those that are the shop's own: languages, regions and texts. */
const keys = new Set(
  paths(fullConfig())
    .map((path) => written(path).replace(/\[\d+\]/g, '[]'))
    .filter((path) => !/\[\]$|\["|^texts\.|\.(basis|minimum|name|label|purpose|types)\.|\.de$|\.en$/.test(path)),
);

describe('docs/configuration.md', () => {
  test('has a row for each code of the check, with its severity', () => {
    for (const [code, severity] of Object.entries(SEVERITY)) {
      assert.equal(rows.get(code), severity, code);
    }
  });

  test('has a row for each key', () => {
    assert.ok(keys.size > 35);
    for (const key of keys) {
      assert.ok(rows.has(key), key);
    }
  });

  test('has no row for a key that does not exist', () => {
    const bases = ['necessary', 'opt-in', 'opt-out', 'exempt'];
    for (const row of rows.keys()) {
      assert.ok(keys.has(row) || row in SEVERITY || bases.includes(row), row);
    }
  });

  test('gives an example in which nothing is wrong', () => {
    const [example] = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, json = '']) => json);
    assert.deepEqual(checkConfig(JSON.parse(example ?? '')), []);
  });
});

test('each code of the check is met by a test', () => {
  const met = new Set(MISTAKES.flatMap(([, , expected]) => expected.map((line) => line.split(' ')[0] ?? '')));
  const hostile = ['UNREADABLE', 'TOO-LARGE', 'MORE'];
  assert.deepEqual([...met, ...hostile].sort(), Object.keys(SEVERITY).sort());
});
