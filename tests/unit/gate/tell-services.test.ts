import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import type { ServiceConfig } from '../../../src/config/types.js';
import type { Change } from '../../../src/core/state.js';
import { lostServices, tellServices } from '../../../src/gate/tell-services.js';

const service = (id: string, onWithdraw?: ServiceConfig['onWithdraw']): ServiceConfig => ({
  id,
  category: 'analytics',
  name: id,
  ...(onWithdraw && { onWithdraw }),
});

const unheard = (): void => {
  throw new Error('nothing fails here');
};

describe('the hooks of services', () => {
  test('are for those that lost their permission alone', () => {
    const standing = (allowed: boolean) => ({ services: { kept: { allowed: true }, lost: { allowed }, new: {} } });
    const change = { previous: standing(true), state: standing(false) } as unknown as Change;
    const services = ['kept', 'lost', 'new', 'unknown'].map((id) => service(id));
    assert.deepEqual(
      lostServices(services, change).map(({ id }) => id),
      ['lost'],
    );
  });

  test('are called at once, with the id of the service', () => {
    const hook = mock.fn();
    void tellServices([service('counter', hook)], unheard);
    assert.deepEqual(
      hook.mock.calls.map((call): unknown => call.arguments),
      [['counter']],
    );
  });

  test('say who has been stopped, and who has no hook is not', async () => {
    const stopped = await tellServices([service('a', () => Promise.resolve()), service('b')], unheard);
    assert.deepEqual([...stopped], ['a']);
  });

  test('that throw or reject are told, and the others are called', async () => {
    const failed: unknown[] = [];
    const stopped = await tellServices(
      [
        service('a', () => {
          throw new Error('thrown');
        }),
        service('b', () => Promise.reject(new Error('rejected'))),
        service('c', () => 1),
      ],
      (id, error) => failed.push([id, String(error)]),
    );
    assert.deepEqual(failed, [
      ['a', 'Error: thrown'],
      ['b', 'Error: rejected'],
    ]);
    assert.deepEqual([...stopped], ['c']);
  });

  test('are waited for a second at most', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const told = tellServices([service('slow', () => new Promise(() => undefined))], unheard);
    mock.timers.tick(1000);
    assert.deepEqual([...(await told)], []);
    mock.timers.reset();
  });
});
