/** The script tag's entry: a classic script, first in the head, that holds everything until it knows what is allowed. */
import type { ServiceConfig } from './config/types.js';
import type { CleanupDetail } from './events/cleanup-event.js';
import type { Locale } from './locales/messages.js';
import { createFetch } from './page/chunks.js';
import { createPage } from './page/page.js';
import { findConfig } from './page/sources.js';
import type { Fairsay, PageStore } from './page/types.js';
import { readShared, shareStore } from './platform/shared-store.js';
import { warn } from './platform/warn.js';
import { createGoogleSignal } from './signals/google.js';

/** A call that was made before the script had loaded: the name, then what it is given. */
type Call = [name: keyof Fairsay, ...args: unknown[]];

/** What stands on `window` before the script has loaded, and stays usable after. */
interface Queue {
  q?: { push: (...calls: Call[]) => unknown } | Call[];
}

declare global {
  interface Window {
    fairsay?: Queue & Partial<PageStore>;
  }
}

const tag = document.currentScript as HTMLScriptElement | null;

function begin(): void {
  if (readShared()) {
    warn('TWO-COPIES', tag?.src ?? 'fairsay.js', 'Fairsay runs on this page already; this copy does nothing; keep one tag');
    return;
  }
  const fetch = createFetch(tag);
  const page = createPage({
    nonce: tag?.nonce ?? '',
    missing: 'not-loaded',
    define: fetch,
    locale: (lang) => fetch(`lang-${lang}`).then((module) => Object.values(module as Record<string, Locale>)[0], () => undefined),
    cleanUp: async (services) => {
      const chunk = (await fetch('cleanup')) as { cleanUp: (services: readonly ServiceConfig[]) => Promise<CleanupDetail> };
      return chunk.cleanUp(services);
    },
    check: async (config) => {
      const chunk = (await fetch('check')) as { reportConfig: (config: unknown, log: (line: string) => void) => void };
      chunk.reportConfig(config, console.warn);
    },
  });
  shareStore(page);
  drain(page);
  const config = findConfig(tag);
  if (config instanceof Promise) {
    // Google must hear its default before any tag runs, and so before the configuration has arrived.
    createGoogleSignal(window as never, {});
    void config.then(page.start as (config: unknown) => void);
  } else {
    page.start(config as never);
  }
}

/** Runs the calls that were waiting, and from now on each one at once. */
function drain(page: PageStore): void {
  const waiting = window.fairsay?.q;
  const push = (...calls: Call[]): void => {
    for (const [name, ...args] of calls) {
      try {
        (page[name] as (...args: unknown[]) => unknown)(...args);
      } catch (error) {
        warn('QUEUE', `fairsay.q.push(["${name}"])`, 'failed; name a method of the page API', error);
      }
    }
  };
  window.fairsay = Object.assign(page, { q: { push } });
  if (Array.isArray(waiting)) {
    push(...(waiting as Call[]));
  }
}

try {
  begin();
} catch (error) {
  // More private: what could not start releases nothing, and the page goes on without it.
  warn('NOT-STARTED', 'fairsay.js', 'could not start; everything marked stays held', error);
}
