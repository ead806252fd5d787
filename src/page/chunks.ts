import { warn } from '../platform/warn.js';

/** The files of the chunks, by part; the build fills them in. */
declare const __CHUNKS__: Record<string, string>;

/** Fetches a part of the library. */
export type Fetch = (part: string) => Promise<unknown>;

/**
 * Creates what fetches chunks from beside the guard. Always by absolute address: Chromium refuses a relative one in a
 * classic script from another origin.
 */
export function createFetch(tag: HTMLScriptElement | null): Fetch {
  const base = tag?.dataset.base ?? tag?.src;
  if (!base) {
    warn('BASE', 'data-base', 'the address of fairsay.js is not known; set data-base on its tag');
  }
  const chunks = new Map(Object.entries(__CHUNKS__));
  const fetched = new Map<string, Promise<unknown>>();

  return (part) => {
    const name = chunks.get(part);
    if (!name) {
      return Promise.reject(new Error(part));
    }
    const address = new URL(name, new URL(base ?? '', document.baseURI)).href;
    // Once more under another address: browsers remember that a module's address has failed.
    const known = fetched.get(part) ?? import(address).catch(() => import(`${address}?again`));
    fetched.set(part, known);
    return known;
  };
}
