import { expect } from '@open-wc/testing';
import { clean, makeDatabase } from '../../support/clean-up.js';

/** Replaces a property for as long as something is done, and puts it back. */
async function without<T>(owner: object, name: string, action: () => Promise<T>, get?: () => unknown): Promise<T> {
  const property = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
  Reflect.deleteProperty(owner, name);
  if (get) {
    Object.defineProperty(owner, name, { configurable: true, get });
  }
  try {
    return await action();
  } finally {
    Object.defineProperty(owner, name, property);
  }
}

const isThere = async (name: string): Promise<boolean> =>
  (await indexedDB.databases()).some((database) => database.name === name);

describe('a clean-up in hard cases', () => {
  it('takes a name that stands for every name for a mistake, and the cart survives', async () => {
    document.cookie = 'cart=1';
    localStorage.setItem('cart', '1');
    const { events } = await clean([
      { kind: 'cookie', name: '*' },
      { kind: 'local', name: '**' },
    ]);
    expect([document.cookie.includes('cart=1'), localStorage.getItem('cart')]).to.deep.equal([true, '1']);
    expect(events[0]?.kept.map(({ name }) => name)).to.deep.equal(['*', '**']);
    expect(events[0]?.kept[0]?.why).to.contain('every name');
  });

  it('touches no other cookie where a declared name can be none', async () => {
    document.cookie = 'cart=1';
    const names = ['cart=x', 'cart;x', 'cart; Path', ' cart'];
    const { events } = await clean(names.map((name) => ({ kind: 'cookie', name })));
    expect(document.cookie.split('; ')).to.include('cart=1');
    expect(events).to.deep.equal([{ removed: [], kept: [] }]);
  });

  it('says nothing of names that no script may write, as nobody knows whether they are there', async () => {
    const names = ['__Host-id', '__host-id', '__Secure-id', '__Http-id', '__Host-Http-id'];
    const { events } = await clean(names.map((name) => ({ kind: 'cookie', name })));
    expect(events).to.deep.equal([{ removed: [], kept: [] }]);
    expect(document.cookie).to.not.match(/__|probe/i);
  });

  it('removes a name that goes over several lines', async () => {
    localStorage.setItem('count.\n1', '1');
    const { events } = await clean([{ kind: 'local', name: 'count.*' }]);
    expect(events[0]?.removed).to.deep.equal(['count.\n1']);
    expect(localStorage.getItem('count.\n1')).to.equal(null);
  });

  it('is done at once with a name that is long and a pattern with many stars', async () => {
    const long = 'a'.repeat(20_000);
    localStorage.setItem(long, '1');
    const { events } = await clean([{ kind: 'local', name: 'a*a*a*a*a*b' }]);
    expect(events[0]?.removed).to.deep.equal([]);
    localStorage.removeItem(long);
  });

  it('deletes a database by its whole name where a browser cannot list them, and tells of it once', async () => {
    await makeDatabase('count');
    await makeDatabase('count_1');
    const storage = ['count', 'absent', 'count_*'].map((name) => ({ kind: 'indexeddb' as const, name }));
    const { events, offers } = await without(IDBFactory.prototype, 'databases', () => clean(storage));
    expect(events.map(({ removed }) => removed)).to.deep.equal([['count']]);
    expect(events[0]?.kept.map(({ name }) => name)).to.deep.equal(['count_*']);
    expect([await isThere('count'), await isThere('count_1'), offers]).to.deep.equal([false, true, 0]);
    await clean([{ kind: 'indexeddb', name: 'count_1' }]);
  });

  it('offers to reload for what comes back, also where something else of its name is out of reach', async () => {
    const storage = (['local', 'session'] as const).map((kind) => ({ kind, name: 'count' }));
    const { offers, warned } = await without(
      window,
      'localStorage',
      () =>
        clean(storage, (second) => {
          if (second <= 3) {
            sessionStorage.setItem('count', '1');
          }
        }),
      () => {
        throw new DOMException('Denied.', 'SecurityError');
      },
    );
    expect([offers, warned]).to.deep.equal([3, ['comes-back counter']]);
  });

  it('leaves alone what is allowed again while it is at work', async () => {
    localStorage.setItem('count', '1');
    document.cookie = 'count=1';
    const storage = (['cookie', 'local'] as const).map((kind) => ({ kind, name: 'count' }));
    const { events } = await clean(storage, undefined, (allow) => {
      allow();
    });
    expect(events[0]?.removed).to.deep.equal(['count']);
    expect([document.cookie.includes('count'), localStorage.getItem('count')]).to.deep.equal([false, '1']);
    localStorage.removeItem('count');
  });
});
