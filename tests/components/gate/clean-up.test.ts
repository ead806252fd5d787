import { expect } from '@open-wc/testing';
import type { ServiceConfig, StorageConfig } from '../../../src/config/types.js';
import type { Settings } from '../../../src/config/settings.js';
import type { Change, State } from '../../../src/core/state.js';
import type { CleanupDetail } from '../../../src/events/cleanup-event.js';
import { cleanUp, type CleanUpOptions } from '../../../src/gate/cleanup/clean-up.js';
import { removeEverywhere } from '../../../src/platform/cookies/remove-everywhere.js';

/** A clean-up of one service, whose seconds pass as soon as what happens in each has happened. */
async function clean(
  storage: StorageConfig[],
  each: (second: number) => void = () => undefined,
): Promise<{ events: CleanupDetail[]; warned: string[]; offers: number; seconds: number }> {
  const service: ServiceConfig = { id: 'counter', category: 'analytics', name: 'Counter', storage };
  const state = { categories: {}, services: { counter: { allowed: false } } } as unknown as State;
  const told = { events: [] as CleanupDetail[], warned: [] as string[], offers: 0, seconds: 0 };
  const hear = ({ detail }: { detail: CleanupDetail }): void => {
    told.events.push(detail);
  };
  document.addEventListener('fairsay-cleanup', hear);
  const options: CleanUpOptions = {
    store: { settings: { services: [service] } as unknown as Settings, state },
    gate: { isMet: () => false, roots: new Set([document]) },
    change: { previous: state, state } as Change,
    lost: [service],
    stopped: Promise.resolve(new Set()),
    removeCookie: removeEverywhere,
    offerReload: () => {
      told.offers += 1;
    },
    warn: (...warning) => {
      told.warned.push(warning.join(' '));
    },
    wait: () => {
      told.seconds += 1;
      each(told.seconds);
      return Promise.resolve();
    },
  };
  await cleanUp(options);
  document.removeEventListener('fairsay-cleanup', hear);
  return told;
}

const open = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });

describe('a clean-up', () => {
  it('removes from every kind of storage what was declared, and nothing else', async () => {
    for (const name of ['count_1', 'cart']) {
      document.cookie = `${name}=1`;
      localStorage.setItem(name, '1');
      sessionStorage.setItem(name, '1');
      await open(name);
      await caches.open(name);
    }
    const kinds = ['cookie', 'local', 'session', 'indexeddb', 'cache'] as const;
    const { events } = await clean(kinds.map((kind) => ({ kind, name: 'count*' })));
    expect(events).to.deep.equal([{ removed: ['count_1'], kept: [] }]);
    expect(document.cookie).to.contain('cart=1').and.not.contain('count');
    expect([Object.keys(localStorage), Object.keys(sessionStorage)].map((keys) => keys.includes('cart'))).to.deep.equal(
      [true, true],
    );
    expect(localStorage.getItem('count_1') ?? sessionStorage.getItem('count_1')).to.equal(null);
    expect((await indexedDB.databases()).map(({ name }) => name))
      .to.include('cart')
      .and.not.include('count_1');
    expect(await caches.keys())
      .to.include('cart')
      .and.not.include('count_1');
  });

  it('looks again ten times and no more, where nothing comes back too', async () => {
    const { events, seconds, offers, warned } = await clean([{ kind: 'cookie', name: 'count' }]);
    expect([events.length, seconds, offers, warned]).to.deep.equal([1, 10, 0, []]);
  });

  it('removes again what is written again, offers to reload, and warns at the third time', async () => {
    const { events, warned, offers } = await clean([{ kind: 'local', name: 'count' }], (second) => {
      if (second <= 4) {
        localStorage.setItem('count', '1');
      }
    });
    expect(localStorage.getItem('count')).to.equal(null);
    expect(events.map(({ removed }) => removed)).to.deep.equal([[], ['count'], ['count'], ['count'], ['count']]);
    expect(warned).to.deep.equal(['comes-back counter']);
    expect(offers).to.equal(4);
  });

  it('never removes the record', async () => {
    localStorage.setItem('fairsay', 'x');
    const { events } = await clean([{ kind: 'local', name: 'f*' }]);
    expect([events[0]?.removed, localStorage.getItem('fairsay')]).to.deep.equal([[], 'x']);
    localStorage.removeItem('fairsay');
  });

  it('says why, where the browser does not let it look, once', async () => {
    const getItem = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('Denied.', 'SecurityError');
      },
    });
    const { events, offers } = await clean([{ kind: 'local', name: 'count' }]);
    Object.defineProperty(window, 'localStorage', getItem);
    expect(events).to.have.length(1);
    expect(events[0]?.kept[0]).to.include({ service: 'counter', name: 'count' });
    expect(events[0]?.kept[0]?.why).to.contain('does not let the page look');
    expect(offers).to.equal(0);
  });
});
