/** What a {@link ShowEvent} carries. */
export interface ShowDetail {
  /** The name of the element's tag without `fairsay-`; `age` for the question about the age. */
  readonly what: string;
}

/** Fired by an element after an element has come on screen. It cannot be cancelled. */
export class ShowEvent extends Event {
  readonly detail: ShowDetail;

  constructor(detail: ShowDetail) {
    super('fairsay-show', { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fairsay-show': ShowEvent;
  }
}
