import Cookies from 'js-cookie';
import { attempt, NAME, readRecords } from './record-reader.js';

/** Where and how long the record is kept. */
export interface RecordScope {
  readonly days: number;
  /** The parent domain to share it with, or an empty string for this host alone. */
  readonly domain: string;
}

/** The name of the cookie with an answer about the age, and of its fallback in `sessionStorage`. */
export const AGE_NAME = 'fairsay-age';

/** Cookies by name, their values as they are. */
export const cookies = /* @__PURE__ */ Cookies.withConverter({ read: (value) => value, write: (value) => value });

/** The scopes to try, the configured one first: a domain that is not this page's keeps nothing. */
export function attributes({ domain }: Pick<RecordScope, 'domain'>): Cookies.CookieAttributes[] {
  const own: Cookies.CookieAttributes = { path: '/', sameSite: 'Lax', secure: location.protocol === 'https:' };
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
  clear(NAME, scope);
  attempt(() => {
    localStorage.removeItem(NAME);
  });
}

/** Deletes the answers about the age wherever they may be. */
export function clearAges(domain: string): void {
  clear(AGE_NAME, { domain });
  attempt(() => {
    sessionStorage.removeItem(AGE_NAME);
  });
}

function clear(name: string, scope: Pick<RecordScope, 'domain'>): void {
  for (const own of attributes(scope)) {
    attempt(() => {
      cookies.remove(name, own);
    });
  }
}
