import Cookies from 'js-cookie';
import { attempt, NAME, readRecords } from './record-reader.js';

/** Where and how long the record is kept. */
export interface RecordScope {
  readonly days: number;
  /** The parent domain to share it with, or an empty string for this host alone. */
  readonly domain: string;
}

const cookies = /* @__PURE__ */ Cookies.withConverter({ read: (value) => value, write: (value) => value });

/**
 * The scopes to try, the configured one first: a domain that is not this page's keeps nothing. A frame in a page of another
 * site keeps only what is partitioned, for that site alone (CHIPS).
 */
function attributes({ domain }: RecordScope): Cookies.CookieAttributes[] {
  const own: Cookies.CookieAttributes = { path: '/', sameSite: 'Lax', secure: location.protocol === 'https:' };
  if (parent !== window && !frameElement) {
    return [{ path: '/', sameSite: 'None', secure: true, partitioned: true }];
  }
  return domain ? [{ ...own, domain }, own] : [own];
}

/**
 * Keeps the record in a cookie, else in `localStorage`.
 *
 * @returns whether it was found again.
 */
export function writeRecord(value: string, scope: RecordScope): boolean {
  for (const own of attributes(scope)) {
    attempt(() => cookies.set(NAME, value, { ...own, expires: scope.days }));
    if (readRecords().includes(value)) {
      return true;
    }
  }
  attempt(() => {
    localStorage.setItem(NAME, value);
  });
  return readRecords().includes(value);
}

/** Deletes the record wherever it may be. */
export function clearRecords(scope: RecordScope): void {
  for (const own of attributes(scope)) {
    attempt(() => {
      cookies.remove(NAME, own);
    });
  }
  attempt(() => {
    localStorage.removeItem(NAME);
  });
}
