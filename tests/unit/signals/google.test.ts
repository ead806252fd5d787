import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GoogleSignalConfig } from '../../../src/config/types.js';
import { evaluate } from '../../../src/core/grammar.js';
import { createGoogleSignal, type GoogleSignal } from '../../../src/signals/google.js';

const TYPES = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
];

/** What all types stand at, and what is told beside. */
function all(value: string, more: object = {}): object {
  return { ...Object.fromEntries(TYPES.map((type) => [type, value])), security_storage: 'granted', ...more };
}

const DEFAULTS = all('denied', { wait_for_update: 500 });

/** What allows the ids named, in a shop with the default categories. */
function allowing(...ids: string[]): (what: string) => boolean {
  const declared = ['functional', 'analytics', 'marketing'];
  return (what) => evaluate(what, (id) => (declared.includes(id) ? ids.includes(id) : undefined)) === 'met';
}

interface Heard {
  readonly page: Record<string, unknown>;
  readonly tell: GoogleSignal;
  /** Every command, as a list. */
  commands(): unknown[][];
}

function listen(config: GoogleSignalConfig = {}, page: Record<string, unknown> = {}): Heard {
  const tell = createGoogleSignal(page, config);
  const name = config.dataLayer ?? 'dataLayer';
  return { page, tell, commands: () => (page[name] as ArrayLike<unknown>[]).map((one) => Array.from(one)) };
}

/** The types that are granted after an update. */
function granted(config: GoogleSignalConfig, ...ids: string[]): string[] {
  const { tell, commands } = listen(config);
  tell(allowing(...ids));
  const values = commands()[1]?.[2] as Record<string, string>;
  return Object.keys(values).filter((type) => values[type] === 'granted');
}

describe('createGoogleSignal', () => {
  test('more private: denies everything at once, and asks tags to wait', () => {
    assert.deepEqual(listen().commands(), [['consent', 'default', DEFAULTS]]);
  });

  test('speaks in Arguments objects, as arrays would be data', () => {
    const { page, tell } = listen();
    tell(allowing('marketing'));
    for (const command of page['dataLayer'] as unknown[]) {
      assert.equal(Object.prototype.toString.call(command), '[object Arguments]');
    }
  });

  test('waits as long as it is told', () => {
    assert.deepEqual(listen({ waitForUpdate: 2000 }).commands()[0]?.[2], { ...DEFAULTS, wait_for_update: 2000 });
    assert.deepEqual(listen({ waitForUpdate: 0 }).commands()[0]?.[2], { ...DEFAULTS, wait_for_update: 0 });
  });

  test('keeps a queue that is there, and what is in it', () => {
    const queue: unknown[] = [{ event: 'page' }];
    const { page, tell } = listen({}, { dataLayer: queue });
    tell(allowing());
    assert.equal(page['dataLayer'], queue);
    assert.deepEqual([queue.length, queue[0]], [3, { event: 'page' }]);
  });

  test('makes a queue in place of what is none', () => {
    for (const dataLayer of [undefined, null, {}, 'queue', { push: 1 }]) {
      assert.equal(listen({}, { dataLayer }).commands().length, 1);
    }
  });

  test('speaks to a queue of another name, and to no other', () => {
    const { page, commands } = listen({ dataLayer: 'gtmQueue' });
    assert.equal(commands().length, 1);
    assert.deepEqual(Object.keys(page), ['gtmQueue']);
  });

  test('tells the value of each type in an update, without asking to wait', () => {
    const { tell, commands } = listen();
    tell(allowing('functional', 'analytics', 'marketing'));
    tell(allowing());
    assert.deepEqual(commands().slice(1), [
      ['consent', 'update', all('granted')],
      ['consent', 'update', all('denied')],
    ]);
  });

  const categories: readonly [string, string[]][] = [
    ['marketing', ['ad_storage', 'ad_user_data', 'ad_personalization', 'security_storage']],
    ['analytics', ['analytics_storage', 'security_storage']],
    ['functional', ['functionality_storage', 'personalization_storage', 'security_storage']],
  ];
  for (const [id, types] of categories) {
    test(`grants by ${id} the types that belong to it, and no other`, () => {
      assert.deepEqual(granted({}, id), types);
    });
  }

  test('asks for what the shop says that a type needs, and leaves the others', () => {
    const types = { ad_storage: 'analytics', ad_user_data: 'analytics marketing', analytics_storage: '!marketing' };
    assert.deepEqual(granted({ types }, 'analytics'), ['ad_storage', 'analytics_storage', 'security_storage']);
    assert.deepEqual(granted({ types }, 'marketing'), ['ad_personalization', 'security_storage']);
  });

  test('more private: denies by an expression that names what is not declared, or nothing', () => {
    const types = {
      ad_storage: 'ads',
      ad_user_data: '!ads',
      ad_personalization: '',
      analytics_storage: 'analytics ads',
    };
    assert.deepEqual(granted({ types }, 'analytics', 'marketing'), ['security_storage']);
  });

  test('grants security_storage always, as it is necessary, whatever the shop says', () => {
    const types = { security_storage: 'marketing' };
    const { tell, commands } = listen({ types });
    tell(allowing());
    for (const [, , values] of commands()) {
      assert.equal((values as Record<string, string>)['security_storage'], 'granted');
    }
  });
});
