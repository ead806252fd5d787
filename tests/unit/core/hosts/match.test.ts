import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
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

/** How often the matcher is tried, and with which seed: the same one gives the same tries. */
const RUNS = 10_000;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

const label = fc.stringMatching(/^[a-z\d]([a-z\d-]{0,6}[a-z\d])?$/);
const labels = fc.array(label, { minLength: 1, maxLength: 4 });

/** The same question, asked label by label. */
function byLabels(pattern: readonly string[], host: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  const end = host.slice(-rest.length);
  return first === '*'
    ? host.length > rest.length && rest.every((each, index) => each === end[index])
    : pattern.length === host.length && pattern.every((each, index) => each === host[index]);
}

describe(`matchesHost, tried ${RUNS} times with SEED=${seed}`, () => {
  test('says of any two hosts what their labels say', (context) => {
    context.diagnostic(`SEED=${seed}`);
    let met = 0;
    const pair = labels.chain((host) =>
      // Half of the patterns are made of the host, or nearly all would match nothing.
      fc.tuple(
        fc.constant(host),
        fc.oneof(
          labels,
          fc.nat(3).map((cut) => host.slice(cut)),
        ),
        fc.boolean(),
      ),
    );
    fc.assert(
      fc.property(pair, ([host, rest, star]) => {
        const pattern = star && rest.length ? ['*', ...rest] : rest;
        const matches = matchesHost(pattern.join('.'), host.join('.'));
        met += Number(matches);
        assert.equal(matches, byLabels(pattern, host));
      }),
      { numRuns: RUNS, seed },
    );
    assert.ok(met > RUNS / 20, `${met} matches`);
  });

  test('takes any two texts without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (pattern, host) => {
        assert.equal(typeof matchesHost(pattern, host), 'boolean');
      }),
      { numRuns: RUNS, seed },
    );
  });
});
