import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkConfig } from '../../../../src/config/check/check-config.js';

function found(value: unknown): string[] {
  return checkConfig(value).map(({ code, path }) => `${code} ${path}`);
}

/** An object whose every inspection throws. */
function revoked(list: boolean): object {
  const { proxy, revoke } = Proxy.revocable<object>(list ? [] : {}, {});
  revoke();
  return proxy;
}

describe('checkConfig of hostile values', () => {
  test('takes a configuration that holds itself', () => {
    const config: Record<string, unknown> = {};
    config['site'] = config;
    assert.deepEqual(found(config), ['UNKNOWN-KEY site.site']);
  });

  test('takes a list that holds itself', () => {
    const services: unknown[] = [];
    services.push(services);
    assert.deepEqual(found({ services }), ['TYPE services[0]']);
  });

  test('takes a getter that throws', () => {
    const config = {
      get lang(): string {
        throw new Error('no');
      },
    };
    assert.deepEqual(found(config), ['UNREADABLE lang']);
  });

  test('takes a proxy that throws, at the top and below', () => {
    assert.deepEqual(found(revoked(false)), ['UNREADABLE ']);
    assert.deepEqual(found({ services: revoked(true) }), ['UNREADABLE services']);
    assert.deepEqual(found({ unknown: revoked(true) }), ['UNKNOWN-KEY unknown']);
  });

  test('takes a list whose length is a lie', () => {
    const services = new Proxy([], { get: (_, key) => (key === 'length' ? Infinity : 1) });
    assert.equal(found({ services }).at(-2), 'TOO-LARGE ');
  });

  test('takes values that do not convert to a text', () => {
    assert.deepEqual(found({ lang: Symbol('x'), region: 1n, texts: () => 1 }), [
      'TYPE lang',
      'TYPE region',
      'TYPE texts',
    ]);
  });

  test('does not touch the prototype of objects', () => {
    checkConfig(JSON.parse('{"__proto__":{"bad":1},"texts":{"__proto__":{"bad":"1"}},"site":{"__proto__":{"bad":1}}}'));
    assert.equal(Object.hasOwn(Object.prototype, 'bad'), false);
  });

  test('tells 100 problems of 100 000, and how many more there are', () => {
    const problems = checkConfig({ services: new Array(50_000).fill(7) });
    assert.equal(problems.length, 101);
    assert.equal(problems.at(-1)?.message, 'has 49900 more problems');
    assert.equal(problems.at(-1)?.severity, 'error');
  });

  test('calls the problems that it does not tell warnings where they are no more', () => {
    const contact = { email: 'x' };
    const texts = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`text${index}`, 'x']));
    const problems = checkConfig({ site: { contact }, texts: { en: texts } });
    assert.equal(problems.at(-1)?.severity, 'warning');
  });

  test('stops reading what is too large for a configuration', { timeout: 5_000 }, () => {
    const hosts = new Array(100_000).fill('a.example');
    const services = new Array(100_000).fill({ id: 'a', category: 'analytics', name: 'A', hosts });
    assert.deepEqual(found({ services }), ['TOO-LARGE ']);
  });

  test('takes a megabyte of junk', { timeout: 5_000 }, () => {
    const junk = 'a*'.repeat(500_000);
    const values = [
      junk,
      { [junk]: junk },
      { lang: junk, texts: { [junk]: { [junk]: junk } } },
      { site: { links: { privacy: junk } }, record: { domain: junk } },
      { services: [{ id: junk, category: junk, name: junk, hosts: [junk], storage: [{ kind: junk, name: junk }] }] },
      JSON.parse(`{${Array.from({ length: 90_000 }, (_, index) => `"k${index}":1`).join(',')}}`) as unknown,
    ];
    for (const value of values) {
      const problems = checkConfig(value);
      assert.ok(problems.length > 0);
      assert.ok(problems.every(({ path, value: printed }) => path.length < 200 && printed.length < 200));
    }
  });

  test('takes many services with unknown categories in linear time', { timeout: 5_000 }, () => {
    const categories = Array.from({ length: 10_000 }, (_, index) => ({ id: `category${index}` }));
    const services = Array.from({ length: 10_000 }, (_, index) => ({
      id: `s${index}`,
      category: `c${index}`,
      name: 'S',
    }));
    assert.equal(checkConfig({ categories, services }).length, 101);
  });
});
