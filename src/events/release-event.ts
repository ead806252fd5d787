/** What a {@link ReleaseEvent} carries. */
export interface ReleaseDetail {
  /** The held elements that are about to be released, in document order. */
  readonly elements: readonly Element[];
}

/** Fired on `document` before a batch of held elements is released. Cancelled, they stay held until the next change. */
export class ReleaseEvent extends Event {
  readonly detail: ReleaseDetail;

  constructor(detail: ReleaseDetail) {
    super('fairsay-release', { bubbles: true, composed: true, cancelable: true });
    this.detail = Object.freeze(detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fairsay-release': ReleaseEvent;
  }
}
