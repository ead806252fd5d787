import type { Settings } from '../config/settings.js';
import type { StorageConfig } from '../config/types.js';
import { matchesName } from '../core/hosts/storage.js';
import type { Change } from '../core/state.js';
import { CleanupEvent } from '../events/cleanup-event.js';

/**
 * Removes what the services that lost their permission have stored, by the names that the shop declared and no others:
 * a basket survives. Then tells the page.
 */
export async function cleanUp(settings: Settings, { previous, state }: Change): Promise<void> {
  const services = settings.services.filter(({ id }) => previous.services[id]?.allowed && !state.services[id]?.allowed);
  const removed = new Set<string>();
  const kept: { name: string; why: string }[] = [];
  for (const { kind, name } of services.flatMap(({ storage = [] }) => storage)) {
    const room = ROOMS[kind];
    try {
      for (const found of (await room.list()).filter((each) => matchesName(name, each))) {
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
  document.dispatchEvent(new CleanupEvent({ removed: Object.freeze([...removed]), kept: Object.freeze(kept) }));
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
        request.onsuccess =
          request.onerror =
          request.onblocked =
            () => {
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
