import type { AgeAnswer } from '../core/age/glance.js';

/** What an {@link AgeEvent} carries: an outcome, never a birth date. */
export interface AgeDetail {
  readonly status: AgeAnswer;
  /** That somebody said so themselves, and that nothing was verified. */
  readonly method: 'self-declared';
  /** The age asked for, in years. */
  readonly minimumAge: number;
}

/** Fired by the age gate after an answer has been stored. It cannot be cancelled. */
export class AgeEvent extends Event {
  readonly detail: AgeDetail;

  constructor(detail: AgeDetail) {
    super('fairsay-age', { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fairsay-age': AgeEvent;
  }
}
