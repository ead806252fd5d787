/** The version of the package, which the names of its files carry; the build fills it in. */
declare const __VERSION__: string;

/** Fetches a part of the library. */
export type FetchPart = (part: string) => Promise<unknown>;

/**
 * Creates what fetches chunks from beside the guard. Always by absolute address: Chromium refuses a relative one in a
 * classic script from another origin. A part is fetched once, and whoever waits for it is served in the order of asking: a
 * yes and then a no must not become a no and then a yes.
 */
export function createFetchPart(base: string): FetchPart {
  const parts: Record<string, Promise<unknown>> = {};
  return (part) => {
    const { href } = new URL(`chunks/${part}-${__VERSION__}.js`, new URL(base, document.baseURI));
    // Once more under another address: browsers remember that a module's address has failed.
    return (parts[part] ??= import(href).catch(() => import(`${href}?again`)));
  };
}
