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

const cookies = /* @__PURE__ */ Cookies.withConverter({ read: (value) => value, write: (value) => value });

/**
 * Keeps the record in a cookie, else in `localStorage`. Whatever else is found under its name is deleted, on every domain
 * and path: a page can see two cookies of one name, and an older answer must not outlive a newer one.
 *
 * @param refused - Called where the configured domain keeps nothing, and this host alone stands in for it.
 * @returns whether it was found again.
 */
export function writeRecord(value: string, scope: RecordScope, refused: () => void): boolean {
  const domain = scope.domain === 'auto' ? registrableDomain() : scope.domain;
  const place = put(value, domain, scope.days);
  if (place !== domain && domain) {
    refused();
  }
  if (readRecords().every((raw) => raw === value || raw === 'null')) {
    return place !== undefined;
  }
  clearRecords();
  return put(value, domain, scope.days) !== undefined;
}

/**
 * Writes the record where it can be found again: the domain, this host (an empty string), or other storage (a dash). A frame
 * in a page of another site keeps only what is partitioned, for that site alone (CHIPS).
 */
function put(value: string, domain: string, days: number): string | undefined {
  const isForeign = parent !== window && !frameElement;
  const own: Cookies.CookieAttributes = isForeign
    ? { sameSite: 'None', secure: true, partitioned: true }
    : { sameSite: 'Lax', secure: location.protocol === 'https:' };
  for (const place of new Set([isForeign ? '' : domain, ''])) {
    const scope = place ? { domain: place } : {};
    attempt(() => cookies.set(NAME, value, { path: '/', ...own, ...scope, expires: days }));
    if (readRecords().includes(value)) {
      return place;
    }
  }
  attempt(() => {
    localStorage.setItem(NAME, value);
  });
  return readRecords().includes(value) ? '-' : undefined;
}

/** Deletes the record wherever it may be. */
export function clearRecords(): void {
  removeEverywhere(NAME);
  attempt(() => {
    localStorage.removeItem(NAME);
  });
}
