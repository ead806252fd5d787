import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkConfig } from '../../../../src/config/check/check-config.js';
import { resolveSettings } from '../../../../src/config/resolve.js';
import { MISTAKES } from './mistakes.js';
import { fullConfig } from './valid-config.js';

/** Every problem as `CODE path`. */
function found(value: unknown): string[] {
  return checkConfig(value).map(({ code, path }) => `${code} ${path}`);
}

describe('checkConfig', () => {
  test('finds nothing in a configuration that uses every key', () => {
    assert.deepEqual(checkConfig(fullConfig()), []);
  });

  test('finds nothing in the configuration of the demo', () => {
    assert.deepEqual(checkConfig(JSON.parse(readFileSync('demo/shop.config.json', 'utf8'))), []);
  });

  test('finds nothing in an empty configuration', () => {
    assert.deepEqual(checkConfig({}), []);
  });

  for (const [name, value, expected] of MISTAKES) {
    test(name, () => {
      assert.deepEqual(found(value), expected);
    });
  }

  test('says what the value is, why it is wrong and how to mend it', () => {
    const [problem] = checkConfig({ services: [{ id: 'a', category: 'analytics', name: 'A', hosts: [5] }] });
    assert.deepEqual(problem, {
      code: 'TYPE',
      path: 'services[0].hosts[0]',
      value: '5',
      message: 'is a number, not a text',
      fix: 'write it in quotes',
      severity: 'error',
    });
  });

  test('names the key that was probably meant', () => {
    const [problem] = checkConfig({ categorys: [] });
    assert.equal(problem?.fix, 'did you mean "categories"?');
  });

  test('names the category that was probably meant', () => {
    const problems = checkConfig({ services: [{ id: 'a', category: 'analitics', name: 'A' }] });
    const problem = problems.find(({ code }) => code === 'UNKNOWN-CATEGORY');
    assert.equal(problem?.fix, 'did you mean "analytics"?');
  });

  test('says where the first of two equal ids is', () => {
    const problems = checkConfig({ categories: [{ id: 'ga' }], services: [{ id: 'ga', category: 'ga', name: 'A' }] });
    const problem = problems.find(({ code }) => code === 'DUPLICATE-ID');
    assert.equal(problem?.message, 'is the same as categories[0].id');
  });

  test('lets an answer be kept for as long as the settings allow, and no longer', () => {
    const { days } = resolveSettings({ record: { days: 9999 } }, true).record;
    assert.deepEqual(found({ record: { days } }), []);
    assert.deepEqual(found({ record: { days: days + 1 } }), ['NUMBER record.days']);
  });
});
