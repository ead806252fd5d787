/** Puts the layers together as the page API, for the script tag and for bundles alike. */
import { resolveSettings } from '../config/resolve.js';
import type { Settings } from '../config/settings.js';
import { isConfig } from '../config/shape.js';
import type { Config } from '../config/types.js';
import { takeSnapshot } from '../core/snapshot.js';
import type { Listener, State } from '../core/state.js';
import { PROBLEMS } from '../gate/problems.js';
import type { Locale } from '../locales/messages.js';
import { createRecordStorage } from '../platform/record-storage.js';
import { readShared, readStore, shareStore } from '../platform/shared-store.js';
import { warn } from '../platform/warn.js';
import { VERSION } from '../version.js';
import type { Host } from './host.js';
import { assemble, type Actions, type Running } from './running.js';
import type { PageStore } from './types.js';

/** What a page remembers, before and after it has started. */
interface Context {
  readonly host: Host;
  /** Calls from before the start, in their order. */
  readonly waiting: ((running: Running) => void)[];
  readonly locales: Map<string, Promise<Locale | undefined>>;
  readonly ready: (state: State) => void;
  settings: Settings;
  running?: Running | undefined;
}

const ACTIONS: readonly (keyof Actions)[] = [
  'save',
  'acceptAll',
  'rejectAll',
  'withdraw',
  'forget',
  'show',
  'prefetch',
  'scan',
  'loadOnce',
];

/** Creates a page that has not started: nothing optional is allowed, and calls wait for the start. */
export function createPage(host: Host): PageStore {
  let resolveReady: Context['ready'] = () => undefined;
  const ready = new Promise<State>((resolve) => {
    resolveReady = resolve;
  });
  const settings = resolveSettings({}, false);
  const context: Context = { host, waiting: [], locales: new Map(), ready: resolveReady, settings };
  const before = takeSnapshot({ settings, gpc: false, persisted: false, pending: true });
  const page: PageStore = {
    version: VERSION,
    ready,
    get state() {
      return context.running?.store.state ?? before;
    },
    get settings() {
      return context.settings;
    },
    start: (config = {}, { locales = [] } = {}) => {
      for (const locale of locales) {
        context.locales.set(locale.lang, Promise.resolve(locale));
      }
      start(context, page, config);
    },
    stop: () => {
      stop(context, page);
    },
    allows: (what) => allows(context, what),
    whenAllowed: (what) => whenAllowed(page, what),
    subscribe: (listener) => subscribe(context, listener),
    locale: (lang) => findLocale(context, lang),
    ...actionsOf(context),
  };
  return page;
}

function start(context: Context, page: PageStore, config: Config): void {
  if (readShared() && readStore() !== page) {
    warn('TWO-COPIES', 'start', 'another version of Fairsay runs on this page; this one does nothing; keep one of them');
    return;
  }
  shareStore(page);
  const valid = isConfig(config);
  if (!valid) {
    warn('CONFIG', 'start', 'the configuration cannot be used; the defaults stand in, and answers are not stored');
    void context.host.check(config).catch(() => undefined);
  }
  // More private: with a configuration that failed nobody knows what a yes would mean, so it is not kept.
  context.settings = resolveSettings(valid ? config : {}, valid);
  if (context.running) {
    context.running.store.configure(context.settings, createRecordStorage(context.settings.record));
    return;
  }
  context.running = assemble(context.host, () => context.settings);
  for (const call of context.waiting.splice(0)) {
    call(context.running);
  }
  context.ready(context.running.store.state);
}

function stop(context: Context, page: PageStore): void {
  context.running?.stop();
  context.running = undefined;
  if (readStore() === page) {
    shareStore(undefined);
  }
}

function whenStarted(context: Context, call: (running: Running) => void): void {
  if (context.running) {
    call(context.running);
  } else {
    context.waiting.push(call);
  }
}

function actionsOf(context: Context): Actions {
  const actions = ACTIONS.map((name) => [
    name,
    (...args: unknown[]) => {
      whenStarted(context, (running) => {
        (running.actions[name] as (...args: unknown[]) => void)(...args);
      });
    },
  ]);
  return Object.fromEntries(actions) as Actions;
}

function allows({ running }: Context, what: string): boolean {
  const verdict = running?.store.judge(what) ?? 'unmet';
  const problem = PROBLEMS[verdict];
  if (problem) {
    warn('NOT-ALLOWED', `allows("${what}")`, problem);
  }
  return verdict === 'met';
}

function whenAllowed(page: PageStore, what: string): Promise<void> {
  return new Promise((resolve) => {
    const undo = page.subscribe(() => {
      if (page.allows(what)) {
        resolve();
        queueMicrotask(() => {
          undo();
        });
      }
    });
  });
}

function subscribe(context: Context, listener: Listener): () => void {
  let undo: (() => void) | undefined;
  let ended = false;
  whenStarted(context, ({ store }) => {
    undo = ended ? undefined : store.subscribe(listener);
  });
  return () => {
    ended = true;
    undo?.();
  };
}

/** Finds a language: the exact one, then its base. Each is asked for once. */
async function findLocale({ locales, host }: Context, lang: string): Promise<Locale | undefined> {
  for (const tag of [lang, lang.split('-')[0] ?? '']) {
    const known = locales.get(tag) ?? host.locale(tag);
    locales.set(tag, known);
    const locale = await known;
    if (locale) {
      return locale;
    }
  }
  return undefined;
}
