import { EMPTY } from '../config/resolve.js';
import type { Settings } from '../config/settings.js';
import { createStore, type Store } from '../core/store.js';
import { createGate, type Gate } from '../gate/gate.js';
import { watch } from '../gate/watch.js';
import { dispatchState } from '../platform/event-bridge.js';
import { readGpc } from '../platform/gpc.js';
import { hearOtherPages } from '../platform/other-pages.js';
import { attempt, dropRecord, readRecords } from '../platform/record-reader.js';
import { readDoor } from '../platform/age/door.js';
import { whenLoaded } from '../platform/timing/when-loaded.js';
import type { Actions } from './actions.js';
import type { Ages } from './age/ages.js';
import type { Host, Parts } from './host.js';
import { tellGoogle } from './tell-google.js';
import { openOnPress } from './way-back.js';
import { expect, show } from './views.js';

/** A page that has started. */
export interface Running {
  readonly store: Store;
  readonly gate: Gate;
  /** What the page tells others through, where the browser has it. */
  readonly channel: BroadcastChannel | undefined;
  /** Ends the watch over the page, and what others say is heard no more. */
  stop: () => void;
  ended?: 1;
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
    report: host.warn.bind(host, 'listener'),
  });
  const gate = openGate(host, store);
  tellGoogle(store);
  store.subscribe(dispatchState);
  ask(host, store);
  openOnPress(host);
  whenLoaded(() => {
    complete(host, store);
  });
  const undo = watch(gate.scan);
  const running: Running = {
    store,
    gate,
    channel: hearOtherPages((word) => {
      if (!running.ended) {
        whenDeciding(host, running, ({ agree }) => {
          agree(word);
        });
      }
    }),
    stop: () => {
      undo();
      running.ended = 1;
    },
  };
  return running;
}

/** Asks what is open: one question at a time, that for the age first. */
function ask(host: Host, store: Store): void {
  store.subscribe(({ state: { minor, asking } }) => {
    if (minor || asking.length) {
      show(host, minor ? 'age' : 'banner', false);
    }
  });
}

function openGate(host: Host, { judge }: Store): Gate {
  const gate = createGate({
    ...host,
    judge,
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
  return gate;
}

/** Does what can wait until the page is there. */
function complete(host: Host, store: Store): void {
  // What an earlier page could not send.
  if (attempt(() => localStorage.getItem('fairsay-log'))) {
    host
      .get('log')
      .then(({ send }) => {
        send(store, host.warn);
      })
      .catch(() => undefined);
  }
  // A link with a text of the shop's own works without our code, unless it must say that GPC is honoured.
  for (const what of [`link${store.state.gpc ? '' : ':empty'}`, 'newsletter', 'notice']) {
    if (document.querySelector(`fairsay-${what}`)) {
      expect(host, what.split(':')[0] as 'link');
    }
  }
}

/**
 * Calls back with what makes decisions: at once where it is there, else when it has come.
 *
 * @param own - Given where the shopper decides on this page. A number, as it is shorter than `true` once minified.
 */
export function whenDeciding(host: Host, running: Running, call: (actions: Actions) => void, own?: 1): void {
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
      host.warn('not-decided', error);
      // More private: where a decision of this page cannot be taken down, every earlier yes is dropped, here and for
      // later pages.
      if (own) {
        running.ended = 1;
        dropRecord();
      }
      // What another page decided is kept already, and counts from now on.
      running.store.reload();
    });
}
