import type { Settings } from '../config/settings.js';
import type { AgeGlance } from './age/glance.js';
import { evaluate, type Verdict } from './grammar.js';
import { printOf } from './print.js';
import { decode, newest, type ConsentRecord } from './record.js';
import { takeSnapshot } from './snapshot.js';
import type { Cause, Listener, State } from './state.js';

/** What a store is given: it looks nothing up by itself. */
export interface StoreOptions {
  readonly settings: Settings;
  /** Everything found under the record's name, in any place. Never throws. */
  readonly read: () => readonly string[];
  /** What is known of the shopper's age at the start; absent where nobody is asked. */
  readonly glance?: AgeGlance | false | undefined;
  /** Whether Global Privacy Control is on. */
  readonly gpc: boolean;
  /** Now, in milliseconds since 1970. */
  readonly now: () => number;
  /** Hears what a listener threw. */
  readonly report: (error: unknown) => void;
}

/**
 * Holds what the shopper decided. It is the reading half, which every page view needs. The deciding half,
 * `decisions.ts`, comes when there is something to decide; only it writes what is not `readonly` here.
 */
export interface Store {
  settings: Settings;
  /** The record in force, expired or not. */
  record: ConsentRecord | undefined;
  /** Whether that record is kept for later pages. */
  persisted: boolean;
  /** What is known of the shopper's age; absent where nobody is asked. */
  glance?: AgeGlance | false | undefined;
  /** What holds now. */
  state: State;
  /** Why it holds. */
  cause: Cause;
  /** Everyone to tell of a change, in their order. None throws. */
  readonly listeners: Set<Listener>;
  /** What an expression comes to, with the mistake where there is one. */
  readonly judge: (what: string) => Verdict;
  /** Calls back at once, then at each change. Returns the function that ends it. */
  readonly subscribe: (listener: Listener) => () => void;
  /** Works out the state, and why it is so where nobody has just decided, from what is known now. */
  readonly look: () => void;
  /** The newest record that is kept, by whichever page. */
  readonly stored: () => ConsentRecord | undefined;
  /** Takes what is kept, and works out the state. */
  readonly reload: () => void;
  /** Whether a record is too old, or from a time that cannot be. */
  readonly isExpired: (record: ConsentRecord | undefined) => boolean;
  readonly decode: typeof decode;
  readonly printOf: typeof printOf;
}

const DAY = 86_400;

/** Creates a store that reads its first state at once. */
export function createStore({ settings, glance, read, gpc, now, report }: StoreOptions): Store {
  const stored = (): ConsentRecord | undefined => newest(read().map(decode));
  const isExpired = (record: ConsentRecord | undefined): boolean => {
    const age = record ? now() / 1000 - record.time : 0;
    // More private: a decision from more than a day ahead was dated by a clock that cannot be trusted, and with days
    // that are no number none is young enough.
    return !(age <= store.settings.record.days * DAY && age >= -DAY);
  };
  const store = {
    settings,
    glance,
    listeners: new Set(),
    stored,
    isExpired,
    decode,
    printOf,
    judge: (what) => evaluate(what, (id) => (store.state.categories[id] ?? store.state.services[id])?.allowed),
    subscribe: (listener) => {
      const call = safely(listener, report);
      const { listeners, cause, state } = store;
      listeners.add(call);
      call({ cause, state, previous: state, changed: [] });
      return () => {
        listeners.delete(call);
      };
    },
    look: () => {
      const expired = isExpired(store.record);
      store.state = takeSnapshot({ ...store, gpc, expired });
      store.cause = !store.record ? (gpc ? 'signal' : 'unasked') : expired ? 'expired' : 'restored';
    },
    reload: () => {
      store.record = stored();
      store.persisted = !!store.record;
      store.look();
    },
  } as Store;
  store.reload();
  return store;
}

/** One listener that fails keeps nothing from the others. */
function safely(listener: Listener, report: StoreOptions['report']): Listener {
  return (change) => {
    try {
      listener(change);
    } catch (error) {
      report(error);
    }
  };
}
