import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ServiceConfig } from '../../../../src/config/types.js';
import { holdsAny, ruleHost, type HostFacts } from '../../../../src/core/hosts/judge.js';
import { answering, openShop, settingsOf } from '../shop.js';

/** Services of one shop, some of which share a host. */
const SERVICES: readonly ServiceConfig[] = [
  { id: 'basket', category: 'necessary', name: 'Basket', hosts: ['cdn.example', 'pay.example'] },
  { id: 'counter', category: 'analytics', name: 'Counter', hosts: ['counter.example', '*.tags.example'] },
  { id: 'pixel', category: 'marketing', name: 'Pixel', hosts: ['www.tags.example', 'pay.example'] },
  { id: 'films', category: 'marketing', name: 'Films' },
  { id: 'broker', category: 'sale', name: 'Broker', hosts: ['broker.example'] },
  { id: 'lost', category: 'nowhere', name: 'Lost', hosts: ['lost.example'] },
];

const settings = settingsOf({ services: SERVICES });

/** What decides after these answers. */
function facts(
  choice: Readonly<Record<string, boolean>> = {},
  services: readonly ServiceConfig[] = SERVICES,
): HostFacts {
  const shop = openShop({ settings: settingsOf({ services }) });
  if (Object.keys(choice).length) {
    shop.save(choice);
  }
  return shop.store;
}

const rule = (host: string, choice?: Readonly<Record<string, boolean>>, strict = false) =>
  ruleHost(host, facts(choice), strict);

describe('ruleHost', () => {
  test('holds the host of a service while its category is unasked, and an answer may still let it pass', () => {
    assert.deepEqual(rule('counter.example'), { services: 'counter', isOpen: true });
  });

  test('lets it pass once the category is allowed', () => {
    assert.equal(rule('counter.example', { analytics: true }), undefined);
  });

  test('holds it after a no, which nothing waits for', () => {
    assert.deepEqual(rule('counter.example', { analytics: false }), { services: 'counter', isOpen: false });
  });

  test('follows the exception of a service', () => {
    assert.equal(rule('counter.example', { analytics: false, counter: true }), undefined);
    assert.deepEqual(rule('counter.example', { analytics: true, counter: false }), {
      services: 'counter',
      isOpen: false,
    });
  });

  test('lets pass what is allowed without being asked about, until it is refused', () => {
    assert.equal(rule('broker.example'), undefined);
    assert.deepEqual(rule('broker.example', { sale: false }), { services: 'broker', isOpen: false });
  });

  test('lets a host pass that nobody declares', () => {
    assert.equal(rule('other.example'), undefined);
    assert.equal(rule('tags.example'), undefined);
  });

  test('lets a host pass that a necessary service declares, whoever else does', () => {
    assert.equal(rule('cdn.example', { marketing: false }), undefined);
    assert.equal(rule('pay.example', { marketing: false }), undefined);
  });

  test('more private: holds a host that services share until all of them are allowed', () => {
    const host = 'www.tags.example';
    assert.deepEqual(rule(host), { services: 'counter pixel', isOpen: true });
    assert.deepEqual(rule(host, { analytics: true, marketing: false }), { services: 'counter pixel', isOpen: false });
    assert.deepEqual(rule(host, { analytics: false, marketing: true }), { services: 'counter pixel', isOpen: false });
    assert.equal(rule(host, { analytics: true, marketing: true }), undefined);
  });

  test('waits for a shared host as long as only some of it is allowed and nothing is refused', () => {
    assert.deepEqual(rule('www.tags.example', { analytics: true }), { services: 'counter pixel', isOpen: true });
  });

  test('more private: holds the host of a service whose category is not declared, whatever is allowed', () => {
    const everything = { analytics: true, marketing: true, sale: true };
    assert.deepEqual(rule('lost.example', everything), { services: 'lost', isOpen: false });
  });

  test('holds a host that nobody declares where it is strict, and nobody has refused it', () => {
    assert.deepEqual(rule('other.example', {}, true), { services: '', isOpen: true });
    assert.deepEqual(rule('other.example', { analytics: true, marketing: true }, true), { services: '', isOpen: true });
  });

  test('lets declared hosts pass by the same rules where it is strict', () => {
    assert.equal(rule('cdn.example', {}, true), undefined);
    assert.equal(rule('counter.example', { analytics: true }, true), undefined);
  });

  test('more private: takes one host in place of a list for that host, and what is no text for none', () => {
    const odd = [
      { id: 'one', category: 'analytics', name: 'One', hosts: 'one.example' },
      { id: 'two', category: 'analytics', name: 'Two', hosts: [null, 7, {}, 'two.example'] },
      { id: 'three', category: 'analytics', name: 'Three', hosts: null },
    ] as unknown as ServiceConfig[];
    const { state } = openShop().store;
    const services = {
      one: state.services['counter'],
      two: state.services['counter'],
    } as HostFacts['state']['services'];
    const strange = { settings: { services: odd }, state: { ...state, services } };
    assert.deepEqual(ruleHost('one.example', strange, false), { services: 'one', isOpen: true });
    assert.deepEqual(ruleHost('two.example', strange, false), { services: 'two', isOpen: true });
    assert.equal(ruleHost('three.example', strange, false), undefined);
  });

  test('reads an answer of an earlier page', () => {
    const { store } = openShop({ settings, records: [] });
    assert.ok(ruleHost('counter.example', store, false));
    const later = openShop({ records: [answering({ analytics: true })] }).store;
    assert.equal(ruleHost('counter.example', later, false), undefined);
  });
});

describe('holdsAny', () => {
  test('is true while something that has hosts is not allowed', () => {
    assert.equal(holdsAny(facts({}, SERVICES.slice(0, 5))), true);
    assert.equal(holdsAny(facts({ analytics: true, marketing: false }, SERVICES.slice(0, 5))), true);
  });

  test('is false once all of it is allowed', () => {
    assert.equal(holdsAny(facts({ analytics: true, marketing: true }, SERVICES.slice(0, 5))), false);
  });

  test('is false where nothing declares a host, and where all that does is necessary', () => {
    assert.equal(holdsAny(facts({}, [{ id: 'films', category: 'marketing', name: 'Films' }])), false);
    assert.equal(holdsAny(facts({}, SERVICES.slice(0, 1))), false);
    assert.equal(holdsAny(facts({}, [])), false);
  });

  test('is true for a pattern alone', () => {
    const service = { id: 'a', category: 'analytics', name: 'A', hosts: ['*.a.example'] };
    assert.equal(holdsAny(facts({}, [service])), true);
  });
});
