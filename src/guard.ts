/** The script tag's entry: a classic script, first in the head, that holds everything until it knows what is allowed. */
import { createFetchPart } from './page/fetch-part.js';
import type { Host } from './page/host.js';
import { createPage } from './page/page.js';
import { findConfig } from './page/sources.js';
import { openGoogle } from './page/tell-google.js';
import type { Fairsay, PageStore } from './page/types.js';
import { readShared, shareStore } from './platform/shared-store.js';

/** A call that was made before the script had loaded: the name, then what it is given. */
type Call = [name: keyof Fairsay, ...args: unknown[]];

declare global {
  interface Window {
    /** The page API once the script has loaded; before that a queue for it. */
    fairsay?: Partial<PageStore> & { q?: { push: (...calls: Call[]) => unknown } };
  }
}

const tag = document.currentScript as HTMLScriptElement | null;
const attributes = tag?.dataset ?? {};
// Without either, chunks are looked for beside the page, and the warning that they are not there names the address.
const fetchPart = createFetchPart(attributes['base'] ?? tag?.src ?? '');

const host: Host = {
  nonce: tag?.nonce ?? '',
  get: fetchPart as Host['get'],
  warn: (...args) => {
    host.get('help').then(
      ({ explain }) => {
        explain(...args);
      },
      () => {
        // Without the words there is still the code, and what it is about.
        console.warn('[fairsay]', ...args);
      },
    );
  },
};

function begin(): void {
  if (readShared()) {
    host.warn('two-copies');
    return;
  }
  const page = createPage(host);
  shareStore(page);
  const waiting = window.fairsay?.q;
  const push = (...calls: Call[]): void => {
    for (const [name, ...args] of calls) {
      const method = page[name] as ((...args: unknown[]) => unknown) | undefined;
      (method ?? host.warn.bind(host, 'queue', name))(...args);
    }
  };
  window.fairsay = Object.assign(page, { q: { push } });
  if (Array.isArray(waiting)) {
    push(...(waiting as Call[]));
  }
  const config = findConfig(attributes, host.warn);
  if (config instanceof Promise) {
    // Google must hear its default before any tag runs, and so before the configuration has arrived.
    openGoogle(page.settings);
    void config.then(page.start as (config: unknown) => void);
  } else {
    page.start(config as never);
  }
}

try {
  begin();
} catch (error) {
  // More private: what could not start releases nothing, and the page goes on without it.
  host.warn('not-started', error);
}
