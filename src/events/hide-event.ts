/** What a {@link HideEvent} carries. */
export interface HideDetail {
  /** The name of the element's tag without `fairsay-`; `age` for the question about the age. */
  readonly what: string;
}

/** Fired by an element after an element has left the screen. It cannot be cancelled. */
export class HideEvent extends Event {
  readonly detail: HideDetail;

  constructor(detail: HideDetail) {
    super('fairsay-hide', { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fairsay-hide': HideEvent;
  }
}
