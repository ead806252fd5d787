import type { Listener } from '../core/state.js';
import { StateEvent } from '../events/state-event.js';

/** Turns each change of the state into one event on `document`, whether there are elements or not. */
export const dispatchState: Listener = (change) => {
  document.dispatchEvent(new StateEvent({ ...change, persisted: change.state.persisted }));
};
