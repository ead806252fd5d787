import type { Settings } from '../config/settings.js';
import type { Change, Source } from '../core/state.js';
import { createStore, type Store } from '../core/store.js';
import { CleanupEvent } from '../events/cleanup-event.js';
import { createGate, type Gate } from '../gate/gate.js';
import { watch } from '../gate/watch.js';
import { dispatchState } from '../platform/event-bridge.js';
import { readGpc } from '../platform/gpc.js';
import { randomId } from '../platform/random-id.js';
import { createRecordStorage } from '../platform/record-storage.js';
import { warn } from '../platform/warn.js';
import { whenIdle } from '../platform/when-idle.js';
import { createGoogleSignal } from '../signals/google.js';
import type { Host } from './host.js';
import { createPresenter, type Presenter } from './presenter.js';
import type { PageStore } from './types.js';
import { openOnPress } from './way-back.js';

/** The calls of the page API that wait for the start. */
export type Actions = Pick<
  PageStore,
  'save' | 'acceptAll' | 'rejectAll' | 'withdraw' | 'forget' | 'show' | 'prefetch' | 'scan' | 'loadOnce'
>;

/** A page that has started: everything that works on it, put together once. */
export interface Running {
  readonly store: Store;
  readonly actions: Actions;
  readonly stop: () => void;
}

const REPORTS = {
  'NOT-KEPT': 'could not be stored and holds for this page only; allow cookies, shorten it, or mend record.domain',
  'NOT-ANSWERED': 'cannot be answered; name a category or service that is declared and not necessary, with true or false',
  LISTENER: 'threw an error; the others were called',
};

/** Puts store, gate, signals, events and elements together, in the order in which they hear of a change. */
export function assemble(host: Host, settings: () => Settings): Running {
  const storage = createRecordStorage(settings().record);
  const store = createStore({
    settings: settings(),
    storage,
    gpc: readGpc(),
    now: Date.now,
    random: randomId,
    lang: () => language(settings().lang),
    report: (code, about, error) => {
      warn(code, about || 'subscribe', REPORTS[code], ...(error === undefined ? [] : [error]));
    },
  });
  const placeholders = (): boolean => settings().gate.placeholders !== false;
  const gate = createGate({ judge: store.judge, nonce: host.nonce, placeholders });
  const presenter = createPresenter(host, () => store.state.gpc);
  const unwatch = watch((roots) => {
    gate.scan(roots);
    if (document.readyState !== 'loading') {
      presenter.scan(roots);
    }
  });
  tellEveryone(host, settings, store, gate, presenter);
  const forgetPresses = openOnPress(presenter);
  whenIdle(() => {
    presenter.scan([document]);
    if (/^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)) {
      console.info(`[fairsay] ${gate.count()}`);
    }
  });
  const stop = (): void => {
    unwatch();
    forgetPresses();
    presenter.stop();
  };
  return { store, actions: actionsOf(store, gate, presenter), stop };
}

function tellEveryone(host: Host, settings: () => Settings, store: Store, gate: Gate, presenter: Presenter): void {
  store.subscribe(({ cause }) => {
    gate.update(cause === 'choice' || cause === 'withdrawn');
  });
  const { google } = settings().signals;
  const signal = google === false ? undefined : createGoogleSignal(globalThis as never, google ?? {});
  store.subscribe(({ state }) => {
    // Before anyone has decided and while nothing optional is on, Google's default says it all.
    if (state.decision ?? Object.values(state.categories).some(({ allowed, basis }) => allowed && basis !== 'necessary')) {
      signal?.(store.allows);
    }
  });
  store.subscribe(dispatchState);
  store.subscribe((change) => {
    if (change.state.asking.length) {
      presenter.ask();
    }
    if (change.cause === 'withdrawn') {
      void cleanUp(host, settings(), change);
    }
  });
}

/** Removes what the services that lost their permission have stored. */
async function cleanUp(host: Host, { services }: Settings, { previous, state }: Change): Promise<void> {
  const lost = services.filter(({ id }) => previous.services[id]?.allowed && !state.services[id]?.allowed);
  try {
    document.dispatchEvent(new CleanupEvent(await host.cleanUp(lost)));
  } catch (error) {
    warn('NOT-CLEANED', 'withdraw', 'what was stored is still there; reload the page and withdraw again', error);
  }
}

function actionsOf(store: Store, gate: Gate, presenter: Presenter): Actions {
  const by = (source: Source | undefined): Source => source ?? 'api';
  return {
    save: (choice, source) => {
      store.save(choice, by(source));
    },
    acceptAll: (source) => {
      store.acceptAll(by(source));
    },
    rejectAll: (source) => {
      store.rejectAll(by(source));
    },
    withdraw: (source) => {
      store.withdraw(by(source));
    },
    forget: store.forget,
    show: (what) => {
      presenter.show(what ?? 'preferences');
    },
    prefetch: presenter.prefetch,
    scan: (root) => {
      gate.scan([root]);
      presenter.scan([root]);
    },
    loadOnce: gate.loadOnce,
  };
}

/** The language that a question is asked in, for the record. */
function language(configured: string): string {
  const lang = configured || document.documentElement.lang;
  return /^[a-z\d-]{1,35}$/i.test(lang) ? lang : 'und';
}
