import type { Cause, State } from '../core/state.js';

/** What a {@link StateEvent} carries. */
export interface StateDetail {
  readonly cause: Cause;
  readonly state: State;
  readonly previous: State;
  /** The ids of the categories and services that stand otherwise now. */
  readonly changed: readonly string[];
  /** Whether the decision in force is kept for later pages. */
  readonly persisted: boolean;
}

/**
 * Fired on `document` once at the start and then at every change, after it was stored. It cannot be cancelled.
 * The file is not called after the event, as ad blockers stop addresses with that word.
 */
export class StateEvent extends Event {
  readonly detail: StateDetail;

  constructor(detail: StateDetail) {
    super('fairsay-consent', { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fairsay-consent': StateEvent;
  }
}
