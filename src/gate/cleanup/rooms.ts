import type { StorageKind } from '../../config/types.js';

/** Where things are kept, how to list their names and how to remove one. */
export interface Room {
  readonly list: () => string[] | Promise<string[]>;
  readonly remove: (name: string) => unknown;
  /** What it means when a name is still there afterwards. */
  readonly why: string;
  /** A declared name as it stands in the list. */
  readonly written?: (name: string) => string;
}

export type Rooms = Readonly<Record<StorageKind, Room>>;

const WRITTEN_AGAIN = 'written again by code that still runs';

/**
 * Creates the rooms of this page.
 *
 * @param removeCookie - Removes a cookie on every domain and path.
 */
export function createRooms(removeCookie: (name: string) => void): Rooms {
  return {
    cookie: {
      list: () => document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''),
      remove: removeCookie,
      why: WRITTEN_AGAIN,
    },
    local: webStorage(() => localStorage),
    session: webStorage(() => sessionStorage),
    indexeddb: {
      list: async () => (await indexedDB.databases()).map(({ name = '' }) => name),
      remove: deleteDatabase,
      why: 'still open in a page; it goes when that page is closed',
    },
    cache: {
      list: () => caches.keys(),
      remove: (name) => caches.delete(name),
      why: WRITTEN_AGAIN,
    },
    worker: {
      list: async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      remove: async (scope) => (await navigator.serviceWorker.getRegistration(scope))?.unregister(),
      why: 'still serves a page; it goes when that page is closed',
      // A shop writes `/push/`, and a browser tells the whole address.
      written: (scope) => new URL(scope, location.href).href,
    },
  };
}

/** @param find - Where even the getter throws, in a sandboxed frame, the caller says so. */
function webStorage(find: () => Storage): Room {
  return {
    list: () => Object.keys(find()),
    remove: (name) => {
      find().removeItem(name);
    },
    why: WRITTEN_AGAIN,
  };
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      resolve();
    };
    const request = indexedDB.deleteDatabase(name);
    // One that is open elsewhere goes when it is closed: nobody waits for that.
    Object.assign(request, { onsuccess: done, onerror: done, onblocked: done });
  });
}
