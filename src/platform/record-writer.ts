import Cookies from 'js-cookie';
import { registrableDomain } from './cookies/registrable-domain.js';
import { removeEverywhere } from './cookies/remove-everywhere.js';
import { attempt, NAME, readRecords } from './record-reader.js';

/** Where and how long the record is kept. */
export interface RecordScope {
  readonly days: number;
  /** The parent domain to share it with, `auto` for the widest that the browser allows, or an empty string for this host alone. */
  readonly domain: string;
}

/** The name of the cookie with an answer about the age, and of its fallback in `sessionStorage`. */
export const AGE_NAME = 'fairsay-age';

/** Cookies by name, their values as they are. */
export const cookies = /* @__PURE__ */ Cookies.withConverter({ read: (value) => value, write: (value) => value });

/**
 * The scopes to try for a cookie of ours, the configured one first: a domain that is not this page's keeps nothing. A frame
 * in a page of another site keeps only what is partitioned, for that site alone (CHIPS).
 */
export function attributes({ domain }: Pick<RecordScope, 'domain'>): Cookies.CookieAttributes[] {
  if (parent !== window && !frameElement) {
    return [{ path: '/', sameSite: 'None', secure: true, partitioned: true }];
  }
  const own: Cookies.CookieAttributes = { path: '/', sameSite: 'Lax', secure: location.protocol === 'https:' };
  const shared = domain === 'auto' ? registrableDomain() : domain;
  return shared ? [{ ...own, domain: shared }, own] : [own];
}

/**
 * Keeps the record in a cookie, else in `localStorage`. Whatever else is found under its name is deleted, on every domain
 * and path: a page can see two cookies of one name, and an older answer must not outlive a newer one.
 *
 * @param refused - Called where the configured domain keeps nothing, and this host alone stands in for it.
 * @returns whether it was found again.
 */
export function writeRecord(value: string, scope: RecordScope, refused: () => void): boolean {
  const scopes = attributes(scope);
  const place = put(value, scopes, scope.days);
  if (place !== scopes[0] && scopes[1]) {
    refused();
  }
  if (readRecords().every((raw) => raw === value || raw === 'null')) {
    return place !== undefined;
  }
  clearRecords();
  return put(value, scopes, scope.days) !== undefined;
}

/** Writes the record where it can be found again, and says where that was: in a scope, or in other storage. */
function put(
  value: string,
  scopes: readonly Cookies.CookieAttributes[],
  days: number,
): Cookies.CookieAttributes | 'elsewhere' | undefined {
  for (const scope of scopes) {
    attempt(() => cookies.set(NAME, value, { ...scope, expires: days }));
    if (readRecords().includes(value)) {
      return scope;
    }
  }
  attempt(() => {
    localStorage.setItem(NAME, value);
  });
  return readRecords().includes(value) ? 'elsewhere' : undefined;
}

/** Deletes the record wherever it may be. */
export function clearRecords(): void {
  removeEverywhere(NAME);
  attempt(() => {
    localStorage.removeItem(NAME);
  });
}

/** Deletes the answers about the age wherever they may be. */
export function clearAges(): void {
  removeEverywhere(AGE_NAME);
  attempt(() => {
    sessionStorage.removeItem(AGE_NAME);
  });
}
