import { decidedIn, type Chosen, type Decided, type Draft } from '../../core/receipt/draft.js';
import type { Change } from '../../core/state.js';
import type { Store } from '../../core/store.js';
import { randomId } from '../../platform/random-id.js';
import { attempt } from '../../platform/record-reader.js';
import type { Host } from '../host.js';

/** Where records wait for the log, a line for each. The guard looks there at the start of a page. */
const LOG = 'fairsay-log';

/** How much may wait, in characters: where the code of the log does not load, the oldest records make room. */
const FULL = 1e5;

/**
 * Puts a choice on record, for the log of the shop. Nothing waits for it, and it never throws. In a shop without a log the
 * cookie is the record, and nothing else is kept.
 */
export type Report = (chosen: Chosen | Decided) => void;

/** Creates what puts choices on record. */
export function createReport(store: Store, { get, warn }: Host): Report {
  return (chosen) => {
    const { settings, state } = store;
    if (settings.log.endpoint) {
      const draft: Draft = {
        id: randomId(),
        at: Date.now(),
        gpc: state.gpc,
        region: settings.region,
        decision: state.decision,
        ...chosen,
      };
      // First on the shelf: by the time the log is there, the page may have been left.
      attempt(() => {
        localStorage[LOG] = [localStorage[LOG], JSON.stringify({ draft })].join('\n').slice(-FULL);
      });
      get('log')
        .then(({ send }) => {
          send(store, warn, draft);
        })
        .catch((error: unknown) => {
          warn('log-waits', error);
        });
    }
  };
}

/**
 * Puts a change of the state on record, if the shopper made it, with the text that was on screen; called before anything
 * there is another. An element says its text. Where none does, and a question was open, a press was one on the banner.
 */
export function reportChange(report: Report, change: Change, shown: string | undefined): void {
  const decided = decidedIn(change);
  if (decided) {
    const pressed = change.previous.asking[0] && /^[bs]/.test(`${change.state.decision?.source}`);
    const banner = pressed && document.querySelector('fairsay-banner');
    report({ ...decided, shown: shown ?? (banner ? textOf(banner) : '') });
  }
}

/** What the banner reads: it draws its text, and its buttons stand in the page. */
function textOf({ shadowRoot, children }: Element): string {
  return [...(shadowRoot?.children ?? []), ...children].map((part) => (part as HTMLElement).innerText).join('\n');
}
