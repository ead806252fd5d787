import { expect } from '@open-wc/testing';
import { clean, makeDatabase } from '../../support/clean-up.js';

describe('a clean-up', () => {
  it('removes from every kind of storage what was declared, and nothing else', async () => {
    for (const name of ['count_1', 'cart']) {
      document.cookie = `${name}=1`;
      localStorage.setItem(name, '1');
      sessionStorage.setItem(name, '1');
      await makeDatabase(name);
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

  it('never removes the record, the log that waits, nor the history', async () => {
    const own = ['fairsay', 'fairsay-log', 'fairsay-history'];
    own.forEach((name) => {
      localStorage.setItem(name, 'x');
    });
    const { events } = await clean([{ kind: 'local', name: 'f*' }]);
    expect(events).to.deep.equal([{ removed: [], kept: [] }]);
    expect(own.map((name) => localStorage.getItem(name))).to.deep.equal(['x', 'x', 'x']);
    own.forEach((name) => {
      localStorage.removeItem(name);
    });
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
