/** What would have waited. */
export interface ReportItem {
  readonly host: string;
  /** How it was asked for: the name of an element, or `fetch`, `xhr`, `beacon`, `websocket`, `eventsource`. */
  readonly kind: string;
  readonly url: string;
  /** The services that declare the host, with spaces between; empty for a host that nobody declares. */
  readonly services: string;
}

/** What a {@link ReportEvent} carries. */
export interface ReportDetail {
  /** What was new since the last one, each address once for each kind. */
  readonly items: readonly ReportItem[];
}

/** Fired on `document` in report-only mode, after something passed that would have waited. */
export class ReportEvent extends Event {
  readonly detail: ReportDetail;

  constructor(detail: ReportDetail) {
    super('fairsay-report', { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fairsay-report': ReportEvent;
  }
}
