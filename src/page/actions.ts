import { createDecisions, type Decisions } from '../core/decisions.js';
import { cleanUp } from '../gate/cleanup.js';
import { holdAgain } from '../gate/hold-again.js';
import { afterPaint } from '../platform/after-paint.js';
import { randomId } from '../platform/random-id.js';
import { attempt } from '../platform/record-reader.js';
import { clearRecords, writeRecord } from '../platform/record-writer.js';
import type { Running } from './assemble.js';
import type { Host } from './host.js';
import { createReport, reportChange, type Report } from './records/report.js';

/** What a shopper can do, and what puts it on record: it comes when something can be decided, and most pages never need it. */
export interface Actions extends Decisions {
  readonly report: Report;
}

/** Creates the actions of a page that runs, and sees to it that a withdrawal leaves nothing behind. */
export function createActions({ store, gate, channel }: Running, host: Host): Actions {
  const report = createReport(store, host);
  const decisions = createDecisions({
    store,
    write: (raw) => writeRecord(raw, store.settings.record),
    clear: () => {
      clearRecords(store.settings.record);
    },
    now: Date.now,
    random: randomId,
    lang: () => language(store.settings.lang),
    report: host.warn,
    say: (word) => {
      // A page that was stopped has nothing to say.
      attempt(() => channel?.postMessage(word));
    },
    first: (change, own, shown) => {
      // Each page reports what was decided on it, and none twice.
      if (own && store.settings.log.endpoint) {
        reportChange(report, change, shown);
      }
      if (change.cause === 'withdrawn') {
        holdAgain(gate);
        cleanUp(store.settings, change).catch((error: unknown) => {
          host.warn('not-cleaned', 'withdraw', error);
        });
      }
      // A choice is seen to be heard before anything is let go.
      afterPaint(() => {
        gate.scan(gate.roots);
      });
    },
  });
  return { ...decisions, report };
}

/** The language that a question is asked in, for the record. */
function language(configured: string): string {
  const lang = configured || document.documentElement.lang;
  return /^[a-z\d-]{1,35}$/i.test(lang) ? lang : 'und';
}
