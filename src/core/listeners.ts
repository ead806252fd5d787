import type { Change, Listener } from './state.js';

/** Tells changes to listeners, one change after the other. */
export interface Listeners {
  /** Tells a change to everyone. One that is made meanwhile is told afterwards, to everyone in the same order. */
  readonly tell: (change: Change) => void;
  /** Adds a listener and calls it at once. Returns the function that removes it. */
  readonly add: (listener: Listener, first: Change) => () => void;
}

/**
 * Creates an empty set of listeners.
 *
 * @param report - Hears what a listener threw; the others are called all the same.
 */
export function createListeners(report: (error: unknown) => void): Listeners {
  const all = new Set<(change: Change) => void>();
  const waiting: Change[] = [];
  let telling = false;

  return {
    tell(change) {
      waiting.push(change);
      if (telling) {
        return;
      }
      telling = true;
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        for (const call of [...all]) {
          if (all.has(call)) {
            call(next);
          }
        }
      }
      telling = false;
    },
    add(listener, first) {
      const call = (change: Change): void => {
        try {
          listener(change);
        } catch (error) {
          report(error);
        }
      };
      all.add(call);
      call(first);
      return () => {
        all.delete(call);
      };
    },
  };
}
