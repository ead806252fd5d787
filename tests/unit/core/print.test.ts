import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Basis, ServiceConfig, StorageConfig } from '../../../src/config/types.js';
import { printOf } from '../../../src/core/print.js';

const A: ServiceConfig = { id: 'a', category: 'own', name: 'A' };
const B: ServiceConfig = {
  id: 'b',
  category: 'own',
  name: 'B',
  hosts: ['b.example', 'a.example'],
  storage: [
    { kind: 'local', name: '_a' },
    { kind: 'cookie', name: '_b*' },
  ],
};

const print = (services: readonly ServiceConfig[], basis: Basis = 'opt-in'): string => printOf(basis, services, 'own');

describe('printOf', () => {
  test('gives the same on every machine and in every release, or every shopper would be asked again', () => {
    assert.deepEqual([print([]), print([B]), print([B, A])], ['1n67v66', 'gbsgwt', '1y12t8s']);
  });

  test('is made of the letters and digits that a record takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        assert.match(print([{ ...A, id }]), /^[\da-z]{1,7}$/);
      }),
    );
  });

  const same: readonly [string, ServiceConfig[]][] = [
    ['the order of services', [B, A]],
    ['the order of hosts', [A, { ...B, hosts: ['a.example', 'b.example'] }]],
    ['the order of storage', [A, { ...B, storage: [...(B.storage ?? [])].reverse() }]],
    ['a name', [A, { ...B, name: { en: 'Bee', de: 'Biene' } }]],
    ['a purpose', [A, { ...B, purpose: 'Counts.' }]],
    ['a provider', [A, { ...B, provider: 'B Ltd' }]],
    ['the address of a notice', [A, { ...B, privacyUrl: 'https://b.example/' }]],
    ['a purpose of storage', [A, { ...B, storage: B.storage?.map((one) => ({ ...one, purpose: 'Counts.' })) ?? [] }]],
    ['empty lists in place of none', [{ ...A, hosts: [], storage: [] }, B]],
    ['a service of another category', [A, B, { ...A, id: 'c', category: 'else' }]],
  ];
  for (const [what, services] of same) {
    test(`stays the same whatever ${what}`, () => {
      assert.equal(print(services), print([A, B]));
    });
  }

  const other: readonly [string, ServiceConfig[]][] = [
    ['one service less', [A]],
    ['one service more', [A, B, { ...A, id: 'c' }]],
    ['another id', [{ ...A, id: 'c' }, B]],
    ['a host more', [{ ...A, hosts: ['a.example'] }, B]],
    ['a host less', [A, { ...B, hosts: ['a.example'] }]],
    ['another host', [A, { ...B, hosts: ['c.example', 'a.example'] }]],
    [
      'another name of storage',
      [
        A,
        {
          ...B,
          storage: [
            { kind: 'local', name: '_a' },
            { kind: 'cookie', name: '_c' },
          ],
        },
      ],
    ],
    [
      'another kind of storage',
      [
        A,
        {
          ...B,
          storage: [
            { kind: 'session', name: '_a' },
            { kind: 'cookie', name: '_b*' },
          ],
        },
      ],
    ],
    [
      'storage of another service',
      [
        { ...A, storage: [{ kind: 'local', name: '_a' }] },
        { ...B, storage: [{ kind: 'cookie', name: '_b*' }] },
      ],
    ],
  ];
  for (const [what, services] of other) {
    test(`is another with ${what}`, () => {
      assert.notEqual(print(services), print([A, B]));
    });
  }

  test('is another under each basis', () => {
    const bases: Basis[] = ['necessary', 'opt-in', 'opt-out', 'exempt'];
    assert.equal(new Set(bases.map((basis) => print([A], basis))).size, bases.length);
  });

  test('leaves the configuration as it is', () => {
    const before = JSON.stringify([B, A]);
    const services: ServiceConfig[] = JSON.parse(before) as ServiceConfig[];
    print(services);
    assert.equal(JSON.stringify(services), before);
  });

  test('does not depend on any order at all', () => {
    const kind = fc.constantFrom<StorageConfig['kind'][]>('cookie', 'local', 'session');
    const storage = fc.array(fc.record({ kind, name: fc.string() }));
    const service = fc.record({ id: fc.string(), hosts: fc.array(fc.string()), storage });
    fc.assert(
      fc.property(fc.array(service), (parts) => {
        const services = parts.map((part): ServiceConfig => ({ ...part, category: 'own', name: '' }));
        const turned = services.map(({ hosts = [], storage = [], ...rest }) => ({
          ...rest,
          hosts: [...hosts].reverse(),
          storage: [...storage].reverse(),
        }));
        assert.equal(print(turned.reverse()), print(services));
      }),
    );
  });
});
