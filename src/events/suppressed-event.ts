/** What a {@link SuppressedEvent} carries. */
export interface SuppressedDetail {
  /** What could not be shown, by the name of its tag without `fairsay-`; `age` for the question about the age. */
  readonly what: string;
  readonly why: 'not-loaded' | 'hidden' | 'not-defined';
}

/** Fired on `document` when something could not be shown. Everything optional stays denied. It cannot be cancelled. */
export class SuppressedEvent extends Event {
  readonly detail: SuppressedDetail;

  constructor(detail: SuppressedDetail) {
    super('fairsay-suppressed', { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fairsay-suppressed': SuppressedEvent;
  }
}
