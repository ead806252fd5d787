import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ServiceConfig } from '../../../src/config/types.js';
import { holdsAny, ruleHost } from '../../../src/core/hosts/judge.js';
import { matchesHost } from '../../../src/core/hosts/match.js';
import { openShop, settingsOf } from '../core/shop.js';
import { fuzz, RUNS } from './runs.js';

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

/** A host, and a pattern for one. Half of the patterns are made of the host, or nearly all would match nothing. */
const pair = labels.chain((host) =>
  fc
    .tuple(
      fc.oneof(
        labels,
        fc.nat(3).map((cut) => host.slice(cut)),
      ),
      fc.boolean(),
    )
    .map(([rest, star]) => [host, star && rest.length ? ['*', ...rest] : rest] as const),
);

describe('the matcher of hosts', () => {
  let met = 0;

  fuzz('says of any two hosts what their labels say', pair, ([host, pattern]) => {
    const matches = matchesHost(pattern.join('.'), host.join('.'));
    met += Number(matches);
    assert.equal(matches, byLabels(pattern, host));
  });

  test('met a host often enough in these tries', () => {
    assert.ok(met > RUNS / 20, `${met} matches`);
  });

  const text = fc.string({ unit: 'binary' });

  fuzz('takes any two texts without an error', fc.tuple(text, text), ([pattern, host]) => {
    assert.equal(typeof matchesHost(pattern, host), 'boolean');
  });
});

const host = fc.constantFrom('a.example', 'b.example', 'x.a.example', 'a.example.', 'own');
const services = fc.array(
  fc.record({
    category: fc.constantFrom('necessary', 'analytics', 'marketing', 'sale', 'nowhere'),
    hosts: fc.array(fc.oneof(host, fc.constantFrom('*.example', '*.a.example', '')), { maxLength: 3 }),
  }),
  { maxLength: 4 },
);
const answers = fc.record(
  { analytics: fc.boolean(), marketing: fc.boolean(), sale: fc.boolean() },
  { requiredKeys: [], noNullPrototype: true },
);

describe('the ruling about a host', () => {
  const shops = fc.tuple(services, answers, host, fc.boolean());

  fuzz('more private: lets pass what all of its services are allowed, or a necessary one declares', shops, (input) => {
    const [declared, choice, asked, strict] = input;
    const all = declared.map((one, index): ServiceConfig => ({ ...one, id: `s${index}`, name: 'S' }));
    const shop = openShop({ settings: settingsOf({ services: all }) });
    if (Object.keys(choice).length) {
      shop.save(choice);
    }
    const { store } = shop;
    const own = all.filter(({ hosts = [] }) => hosts.some((pattern) => matchesHost(pattern, asked)));
    const passes = own.length
      ? own.some(({ category }) => category === 'necessary') || own.every(({ id }) => store.state.services[id]?.allowed)
      : !strict;
    const ruling = ruleHost(asked, store, strict);
    assert.equal(ruling === undefined, passes);
    assert.ok(passes || ruling?.services === own.map(({ id }) => id).join(' '));
    // What is held is never on a page that is left as it is.
    assert.ok(passes || strict || holdsAny(store));
  });
});
