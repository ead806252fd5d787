import type { StorageKind } from '../../config/types.js';

/** Where things are kept, how to list their names and how to remove one. */
export interface Room {
  /** Gives nothing where the browser cannot list them. */
  readonly list: () => string[] | Promise<string[] | undefined>;
  /** Answers `false` where nothing of that name was there, and `undefined` where it cannot say. */
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
      // Firefox before 126 cannot list them.
      list: async () =>
        'databases' in indexedDB ? (await indexedDB.databases()).map(({ name = '' }) => name) : undefined,
      remove: deleteDatabase,
      why: 'still open in a page; it goes when that page is closed',
    },
    cache: {
      // Without https a browser has none of these, so nothing can be in them.
      list: () => ('caches' in globalThis ? caches.keys() : []),
      remove: (name) => caches.delete(name),
      why: WRITTEN_AGAIN,
    },
    worker: {
      list: async () =>
        'serviceWorker' in navigator
          ? (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)
          : [],
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

/** @returns whether it was there; nothing where it is open elsewhere: it goes when it is closed, and nobody waits for that. */
function deleteDatabase(name: string): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    const unknown = (): void => {
      resolve(undefined);
    };
    const onsuccess = ({ oldVersion }: IDBVersionChangeEvent): void => {
      resolve(oldVersion > 0);
    };
    Object.assign(indexedDB.deleteDatabase(name), { onsuccess, onerror: unknown, onblocked: unknown });
  });
}
