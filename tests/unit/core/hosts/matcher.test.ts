import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matcher } from '../../../../src/core/hosts/matcher.js';

describe('a declared name', () => {
  for (const [pattern, taken, left] of [
    ['_ga', ['_ga'], ['_ga_1', 'x_ga', '', '_GA']],
    ['_ga_*', ['_ga_', '_ga_1'], ['_ga', 'x_ga_1']],
    ['ph_*_posthog', ['ph_key_posthog', 'ph__posthog'], ['ph_key_posthog2', 'ph_posthog']],
    ['a*a', ['aa', 'aba', 'aaa'], ['a', 'ab', 'ba']],
    ['ab*ba', ['abba', 'abxba'], ['aba', 'ab', 'abb']],
    ['a*b*c*d', ['abcd', 'axbxcxd', 'abbccd', 'abcbcd'], ['acbd', 'abd', 'abcdx']],
    ['*bc*bc', ['bcbc', 'abcbc'], ['bc', 'abc', 'bcb']],
    ['a**b', ['ab', 'axb'], ['a', 'b']],
    ['a*', ['a\nb', 'a\u2028'], ['b\na']],
    ['a.b', ['a.b'], ['axb']],
    ['a+(b)[c]$', ['a+(b)[c]$'], ['aab']],
    ['*', ['a'], ['']],
    ['', [], ['', 'a']],
  ] as const) {
    test(`${pattern} matches what it says and no more`, () => {
      const matches = matcher(pattern);
      assert.deepEqual(
        taken.map(matches),
        taken.map(() => true),
      );
      assert.deepEqual(
        left.map(matches),
        left.map(() => false),
      );
    });
  }
});
