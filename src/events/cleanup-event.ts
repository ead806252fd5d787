/** What a {@link CleanupEvent} carries. */
export interface CleanupDetail {
  /** The names of the declared cookies and other storage that were removed. */
  readonly removed: readonly string[];
  /**
   * What was found and could not be removed, and the other sites whose frames were here, by their hosts. The service is a
   * category where a frame was marked with that alone.
   */
  readonly kept: readonly { readonly service: string; readonly name: string; readonly why: string }[];
}

/**
 * Fired on `document` after a withdrawal has been cleaned up, and again in the ten seconds after if something was written
 * anew and removed once more. It cannot be cancelled.
 */
export class CleanupEvent extends Event {
  readonly detail: CleanupDetail;

  constructor(detail: CleanupDetail) {
    super('fairsay-cleanup', { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fairsay-cleanup': CleanupEvent;
  }
}
