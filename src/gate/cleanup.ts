import type { ServiceConfig, StorageConfig } from '../config/types.js';
import type { CleanupDetail } from '../events/cleanup-event.js';

/**
 * Removes what services have stored, by the names that the shop declared and no others: a basket survives.
 * A chunk of its own: most pages never see a withdrawal.
 */
export async function cleanUp(services: readonly ServiceConfig[]): Promise<CleanupDetail> {
  const removed = new Set<string>();
  const kept: { name: string; why: string }[] = [];
  for (const { kind, name } of services.flatMap(({ storage = [] }) => storage)) {
    const room = ROOMS[kind];
    try {
      for (const found of (await room.list()).filter(matcher(name))) {
        await room.remove(found);
        if ((await room.list()).includes(found)) {
          kept.push({ name: found, why: room.why });
        } else {
          removed.add(found);
        }
      }
    } catch (error) {
      kept.push({ name, why: String(error) });
    }
  }
  return { removed: Object.freeze([...removed]), kept: Object.freeze(kept) };
}

/** Where things are kept, how to list their names and how to remove one. */
interface Room {
  readonly list: () => string[] | Promise<string[]>;
  readonly remove: (name: string) => unknown;
  /** What it means when a name is still there afterwards. */
  readonly why: string;
}

const ROOMS: Record<StorageConfig['kind'], Room> = {
  cookie: {
    list: () => document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''),
    remove: removeCookie,
    why: 'set for a path or domain that this page cannot reach',
  },
  local: {
    list: () => Object.keys(localStorage),
    remove: (name) => {
      localStorage.removeItem(name);
    },
    why: 'written again',
  },
  session: {
    list: () => Object.keys(sessionStorage),
    remove: (name) => {
      sessionStorage.removeItem(name);
    },
    why: 'written again',
  },
  indexeddb: {
    list: async () => (await indexedDB.databases()).map(({ name = '' }) => name),
    remove: (name) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = request.onblocked = () => {
          resolve();
        };
      }),
    why: 'still open in a page',
  },
  cache: {
    list: () => caches.keys(),
    remove: (name) => caches.delete(name),
    why: 'opened again',
  },
  worker: {
    list: async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    remove: async (scope) => (await navigator.serviceWorker.getRegistration(scope))?.unregister(),
    why: 'still serves a page',
  },
};

/** A browser keeps a cookie by name, domain and path, and tells a page only the name: every combination is tried. */
function removeCookie(name: string): void {
  const labels = location.hostname.split('.');
  const domains = ['', ...labels.map((_, index) => `; Domain=${labels.slice(index).join('.')}`)];
  const steps = location.pathname.split('/');
  const paths = steps.flatMap((_, index) => {
    const path = steps.slice(0, index + 1).join('/');
    return [path || '/', `${path}/`];
  });
  for (const domain of domains) {
    for (const path of new Set(paths)) {
      for (const partition of ['', '; Secure; Partitioned']) {
        document.cookie = `${name}=; Max-Age=0; Path=${path}${domain}${partition}`;
      }
    }
  }
}

/** Matches a declared name, in which `*` stands for any run of characters. */
function matcher(pattern: string): (name: string) => boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${escaped.join('.*')}$`);
  return (name) => name !== '' && expression.test(name);
}
