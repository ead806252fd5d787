import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matchesHost } from '../../../../src/core/hosts/match.js';

describe('matchesHost', () => {
  const cases: readonly [pattern: string, host: string, matches: boolean][] = [
    ['t.example', 't.example', true],
    ['t.example', 'a.t.example', false],
    ['t.example', 't.example.net', false],
    ['t.example', 'not-t.example', false],
    ['*.t.example', 'a.t.example', true],
    ['*.t.example', 'a.b.t.example', true],
    ['*.t.example', 't.example', false],
    ['*.t.example', '.t.example', false],
    ['*.t.example', 'at.example', false],
    ['*.t.example', 'a.t.example.net', false],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', '127.0.0.10', false],
    ['[::1]', '[::1]', true],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example', true],
    ['a.*.example', 'a.b.example', false],
    ['*', 't.example', false],
    ['', 't.example', false],
  ];
  for (const [pattern, host, matches] of cases) {
    test(`says that "${pattern}" stands for ${host}: ${matches ? 'yes' : 'no'}`, () => {
      assert.equal(matchesHost(pattern, host), matches);
    });
  }

  test('more private: takes a host with a full stop at its end for the same host', () => {
    assert.equal(matchesHost('t.example', 't.example.'), true);
    assert.equal(matchesHost('*.t.example', 'a.t.example.'), true);
    assert.equal(matchesHost('*.t.example', 't.example.'), false);
  });

  test('more private: takes a declaration in capitals for the host that it means', () => {
    assert.equal(matchesHost('T.Example', 't.example'), true);
    assert.equal(matchesHost('*.T.Example', 'a.t.example'), true);
  });
});
