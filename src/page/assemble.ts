import { EMPTY } from '../config/resolve.js';
import type { Settings } from '../config/settings.js';
import { createStore, type Store } from '../core/store.js';
import { createGate, type Gate } from '../gate/gate.js';
import { watch } from '../gate/watch.js';
import { dispatchState } from '../platform/event-bridge.js';
import { readGpc } from '../platform/gpc.js';
import { attempt, dropRecord, readRecords } from '../platform/record-reader.js';
import { readDoor } from '../platform/age/door.js';
import { whenLoaded } from '../platform/when-loaded.js';
import { createGoogleSignal } from '../signals/google.js';
import type { Actions } from './actions.js';
import type { Ages } from './age/ages.js';
import type { Host, Parts } from './host.js';
import { openOnPress } from './way-back.js';
import { expect, show } from './views.js';

/** A page that has started. */
export interface Running {
  readonly store: Store;
  readonly gate: Gate;
  /** Ends the watch over the page. */
  stop: () => void;
  /** What makes decisions, once it has come. */
  actions?: Actions;
  /** What is done about an age, once that has come. */
  ages?: Ages;
}

/** Puts store, gate, signals, events and elements together, in the order in which they hear of a change. */
export function assemble(host: Host, settings: Settings): Running {
  const store = createStore({
    settings,
    // More private: where an age is asked for, and nobody at the door has seen an answer, a minor may be there.
    glance: readDoor() ?? (settings.age !== EMPTY.age && { minor: true }),
    read: readRecords,
    gpc: readGpc(),
    now: Date.now,
    report: (error) => {
      host.warn('listener', error);
    },
  });
  const gate = createGate({
    judge: store.judge,
    nonce: host.nonce,
    warn: host.warn,
    cover: (frame) => {
      expect(host, 'embed', ({ cover }) => {
        cover(frame);
      });
    },
  });
  // At once, but after whoever else listens has heard: Google is told before a tag of its own runs.
  queueMicrotask(() => {
    gate.scan(gate.roots);
  });
  tellGoogle(store);
  store.subscribe(dispatchState);
  store.subscribe(({ state }) => {
    if (state.minor || state.asking.length) {
      show(host, state.minor ? 'age' : 'banner', false);
    }
  });
  openOnPress(host);
  whenLoaded(() => {
    complete(host, store);
  });
  return { store, gate, stop: watch(gate.scan) };
}

/** Does what can wait until the page is there. */
function complete(host: Host, store: Store): void {
  // What an earlier page could not send.
  if (attempt(() => localStorage['fairsay-log'] as unknown)) {
    host.get('log').then(
      ({ send }) => {
        send(store, host.warn);
      },
      () => undefined,
    );
  }
  // A link with a text of the shop's own works without our code, unless it must say that GPC is honoured.
  for (const what of [`link${store.state.gpc ? '' : ':empty'}`, 'newsletter', 'notice']) {
    if (document.querySelector(`fairsay-${what}`)) {
      expect(host, what.split(':')[0] as 'link');
    }
  }
}

function tellGoogle(store: Store): void {
  const { google = {} } = store.settings.signals;
  if (google) {
    const tell = createGoogleSignal(globalThis, google);
    store.subscribe(({ state: { decision, asking } }) => {
      // While nobody has decided and a question is open, Google's default says it all.
      if (decision ?? !asking.length) {
        tell((what) => store.judge(what) === 'met');
      }
    });
  }
}

/** Calls back with what makes decisions: at once where it is there, else when it has come. */
export function whenDeciding(host: Host, running: Running, call: (actions: Actions) => void): void {
  const act = ({ createActions }: Pick<Parts['actions'], 'createActions'>): void => {
    call((running.actions ??= createActions(running, host)));
  };
  if (running.actions ?? host.createActions) {
    act(host as Required<Host>);
    return;
  }
  host
    .get('actions')
    .then(act)
    .catch((error: unknown) => {
      const { store } = running;
      host.warn('not-decided', error);
      // More private: where a decision cannot be taken down, every earlier yes is dropped, here and for later pages.
      dropRecord(store.settings.record.domain);
      store.record = undefined;
      store.look();
    });
}
