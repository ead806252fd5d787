import type { Listener } from '../core/state.js';
import { StateEvent } from '../events/state-event.js';

/** Turns each change of the state into one event on `document`, whether there are elements or not. */
export const dispatchState: Listener = ({ cause, state, previous, changed }) => {
  document.dispatchEvent(new StateEvent({ cause, state, previous, changed, persisted: state.persisted }));
};
