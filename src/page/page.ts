/** Puts the layers together as the page API, for the script tag and for bundles alike. */
import { EMPTY, resolveSettings } from '../config/resolve.js';
import type { Settings } from '../config/settings.js';
import { isConfig } from '../config/shape.js';
import { takeSnapshot } from '../core/snapshot.js';
import { shareStore } from '../platform/shared-store.js';
import { assemble, whenDeciding, type Running } from './assemble.js';
import type { Host } from './host.js';
import { openGoogle } from './tell-google.js';
import type { PageStore } from './types.js';
import { show } from './views.js';

declare global {
  interface Document {
    /** Whether the page is only prepared, in browsers that do so. */
    readonly prerendering?: boolean;
  }
}

/** The calls that decide. */
const DECISIONS = ['save', 'acceptAll', 'rejectAll', 'withdraw', 'forget', 'confirmAge'] as const;

type Deciding = Pick<PageStore, (typeof DECISIONS)[number]>;

/** Calls back with the running page: at once, or at the start. */
type WhenStarted = (call: (running: Running) => void) => void;

/** Creates a page that has not started: nothing optional is allowed, and calls wait for the start. */
export function createPage(host: Host): PageStore {
  const settings = EMPTY as unknown as Settings;
  const before = takeSnapshot({ settings, gpc: false, persisted: false });
  const waiting: ((running: Running) => void)[] = [];
  let running: Running | undefined;
  const whenStarted: WhenStarted = (call) => {
    if (running) {
      call(running);
    } else {
      waiting.push(call);
    }
  };
  const page: PageStore = {
    get state() {
      return running?.store.state ?? before;
    },
    get settings() {
      return running?.store.settings ?? settings;
    },
    start: (config = {}) => {
      const settings = settingsOf(host, config);
      whenActive(settings, () => {
        running = start(host, running, settings);
        waiting.splice(0).forEach(whenStarted);
      });
    },
    stop: () => {
      running?.stop();
      running = undefined;
      shareStore(undefined);
    },
    ...listening(host, whenStarted, () => running),
    ...deciding(host, whenStarted),
    show: (what = 'preferences') => {
      show(host, what, true);
    },
    get: host.get,
  };
  return page;
}

type Listening = Pick<PageStore, 'allows' | 'ready' | 'whenAllowed' | 'subscribe' | 'scan'>;

function listening(host: Host, whenStarted: WhenStarted, now: () => Running | undefined): Listening {
  const allows = (what: string): boolean => {
    const verdict = now()?.store.judge(what);
    if (verdict === 'unknown') {
      host.warn(verdict, what);
    }
    return verdict === 'met';
  };
  const subscribe = subscriber(whenStarted);
  return {
    allows,
    whenAllowed: (what) =>
      new Promise((resolve) => {
        subscribe(() => {
          if (allows(what)) {
            resolve();
          }
        });
      }),
    ready: new Promise((resolve) => {
      subscribe(({ state }) => {
        resolve(state);
      });
    }),
    subscribe,
    scan: (root) => {
      whenStarted(({ gate }) => {
        gate.roots.add(root);
        gate.scan([root]);
      });
    },
  };
}

function subscriber(whenStarted: WhenStarted): PageStore['subscribe'] {
  return (listener) => {
    let undo: (() => void) | undefined;
    let ended: true | undefined;
    whenStarted(({ store }) => {
      undo = ended ? undefined : store.subscribe(listener);
    });
    return () => {
      ended = true;
      undo?.();
    };
  };
}

/** Calls back once the page is there to be seen: one that is only prepared shows, writes and runs nothing. */
function whenActive(settings: Settings, call: () => void): void {
  if (document.prerendering) {
    openGoogle(settings);
    document.addEventListener('prerenderingchange', call);
  } else {
    call();
  }
}

function start(host: Host, running: Running | undefined, settings: Settings): Running {
  if (running) {
    whenDeciding(host, running, ({ configure }) => {
      configure(settings);
    });
  }
  return running ?? assemble(host, settings);
}

function settingsOf(host: Host, config: unknown): Settings {
  const valid = isConfig(config);
  if (!valid) {
    host.warn('config', config);
  }
  // More private: with a configuration that failed nobody knows what a yes would mean, so it is not kept.
  return resolveSettings(valid ? config : {}, valid);
}

function deciding(host: Host, whenStarted: WhenStarted): Deciding {
  const calls = DECISIONS.map((name) => {
    const call = (...args: unknown[]): void => {
      whenStarted((running) => {
        whenDeciding(
          host,
          running,
          (actions) => {
            const decide: (...args: never[]) => void = actions[name];
            decide(...(args as never[]));
          },
          1,
        );
      });
    };
    return [name, call] as const;
  });
  return Object.fromEntries<unknown>(calls) as unknown as Deciding;
}
