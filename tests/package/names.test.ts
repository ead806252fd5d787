import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesBelow } from '../../scripts/files.mjs';

/**
 * What lists of ad blockers hide or block by name, in the words of their habits rather than their rules: such a list
 * grows, and a shop whose consent tool is blocked has none.
 */
const BLOCKED = [
  /cookie[-_.]?(?:consent|banner|notice|bar|popup|policy|alert|law|manager|control|choices|script)/,
  /(?:^|[/_.-])(?:js-)?cookies?[-_.]/,
  /consent/,
  /gdpr|ccpa|cpra|tcf/,
  /(?:^|[/_.-])(?:cmp|cc)[-_.]/,
  /privacy/,
  /(?:^|[/_.])banner\.(?:min\.)?js/,
  /age[-_]?(?:gate|verif|check)[^/]*\.js/,
  /newsletter[-_]?(?:popup|modal)/,
  /terms[-_]of[-_]service/,
  /(?:^|[/_.-])(?:ads?|adserver|advert\w*|analytics|tracker|tracking|pixel|popups?)[-_.]/,
];

const isBlocked = (path: string) => BLOCKED.some((pattern) => pattern.test(path.toLowerCase()));

describe('the names of the published files', () => {
  it('are none that ad blockers look for', () => {
    const files = filesBelow('dist');
    assert.ok(files.length > 0);
    assert.deepEqual(files.filter(isBlocked), []);
  });

  for (const path of [
    'dist/cookie-consent.js',
    'dist/elements/cookie-banner/define.js',
    'dist/consent-manager.js',
    'dist/chunks/banner.js',
    'dist/banner.min.js',
    'dist/age-gate.js',
    'dist/elements/age-gate.styles.js',
    'dist/gdpr.js',
    'dist/cmp-loader.js',
    'dist/chunks/js-cookie-a1b2c3.js',
    'dist/privacy-policy.js',
  ]) {
    it(`would not be ${path}`, () => {
      assert.ok(isBlocked(path));
    });
  }
});
