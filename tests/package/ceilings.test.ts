import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { filesBelow } from '../../scripts/files.mjs';

const source = [...filesBelow('src', '.ts')];
const tests = filesBelow('tests', '.ts');
const scripts = filesBelow('scripts', '.mjs');

const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length;

/** The length that a share of the files keep below. */
function quantile(files: readonly string[], share: number): number {
  const lengths = files.map(linesOf).sort((one, other) => one - other);
  return lengths[Math.ceil(share * lengths.length) - 1] ?? 0;
}

const longerThan = (files: readonly string[], lines: number) => files.filter((file) => linesOf(file) > lines);

describe('the ceilings of the code', () => {
  it('keep a folder to 10 files, languages aside', () => {
    const counts = new Map<string, number>();
    for (const file of [...source, ...tests, ...scripts]) {
      counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    }
    assert.deepEqual(
      [...counts].filter(([folder, count]) => count > 10 && folder !== 'src/locales'),
      [],
    );
  });

  it('keep half of the source files to 100 lines, nine in ten to 250 and all to 400', () => {
    assert.ok(quantile(source, 0.5) <= 100);
    assert.ok(quantile(source, 0.9) <= 250);
    assert.deepEqual(longerThan(source, 400), []);
  });

  it('keep a test file to 400 lines and a script to 120', () => {
    assert.deepEqual(longerThan(tests, 400), []);
    assert.deepEqual(longerThan(scripts, 120), []);
  });

  it('keep CONTRIBUTING to 120 lines', () => {
    assert.deepEqual(longerThan(['CONTRIBUTING.md'], 120), []);
  });
});
