import Cookies from 'js-cookie';
import type { RecordStorage } from '../core/store.js';

/** Where and how long the record is kept. */
export interface RecordStorageOptions {
  readonly days: number;
  /** The parent domain to share it with, or an empty string for this host alone. */
  readonly domain: string;
}

/** The name of the cookie, and of the fallback in `localStorage`. */
const NAME = 'fairsay';

/** Runs what may throw: in a sandboxed frame even the getters of storage do. */
function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

/** Every value under our name: a cookie of one name can stand on several paths and domains at once. */
function readCookies(): string[] {
  const start = `${NAME}=`;
  const all = attempt(() => document.cookie, '').split('; ');
  return all.filter((pair) => pair.startsWith(start)).map((pair) => pair.slice(start.length));
}

function readLocal(): string[] {
  const value = attempt(() => localStorage.getItem(NAME), null);
  return value === null ? [] : [value];
}

/** Keeps the record in a cookie, else in `localStorage`, else nowhere. Values are read and written raw. */
export function createRecordStorage({ days, domain }: RecordStorageOptions): RecordStorage {
  const raw = Cookies.withConverter({ read: (value) => value, write: (value) => value });
  const attributes = { path: '/', sameSite: 'Lax', secure: location.protocol === 'https:' } as const;
  const scopes = domain ? [{ ...attributes, domain }, attributes] : [attributes];

  function write(value: string): boolean {
    for (const scope of scopes) {
      attempt(() => raw.set(NAME, value, { ...scope, expires: days }), undefined);
      if (readCookies().includes(value)) {
        return true;
      }
    }
    attempt(() => {
      localStorage.setItem(NAME, value);
    }, undefined);
    return readLocal().includes(value);
  }

  return {
    read: () => [...readCookies(), ...readLocal()],
    write,
    clear() {
      for (const scope of scopes) {
        attempt(() => {
          raw.remove(NAME, scope);
        }, undefined);
      }
      attempt(() => {
        localStorage.removeItem(NAME);
      }, undefined);
    },
  };
}
