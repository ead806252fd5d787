import type { Settings } from '../config/settings.js';
import type { AgeAnswer, AgeGlance } from '../core/age/glance.js';
import { createDecisions, type Decisions } from '../core/decisions.js';
import type { Source } from '../core/state.js';
import { cleanUp } from '../gate/cleanup.js';
import { holdAgain } from '../gate/hold-again.js';
import { afterPaint } from '../platform/after-paint.js';
import { randomId } from '../platform/random-id.js';
import { clearAges, clearRecords, writeRecord } from '../platform/record-writer.js';
import type { AgeMeans, Ages } from './age/ages.js';
import type { Running } from './assemble.js';
import type { Host } from './host.js';
import { createReport, reportChange, type Report } from './records/report.js';

/** What a shopper can do, and what puts it on record: it comes when something can be decided, and most pages never need it. */
export interface Actions extends Decisions {
  readonly report: Report;
  /**
   * Takes down what somebody says of their age. A minor's presence turns off what is optional; an adult's answer brings
   * back what was allowed before. Without an answer it looks again at what was answered.
   */
  readonly confirmAge: (answer?: AgeAnswer, source?: Source, shown?: string) => void;
}

/** Creates the actions of a page that runs, and sees to it that a withdrawal leaves nothing behind. */
export function createActions(running: Running, host: Host): Actions {
  const { store, gate } = running;
  const report = createReport(store, host);
  const lang = (): string => language(store.settings.lang);
  const decisions = createDecisions({
    store,
    write: (raw) => writeRecord(raw, store.settings.record),
    clear: () => {
      clearRecords(store.settings.record);
    },
    ages: {
      look: (settings) => (running.ages ? running.ages.look(settings) : unlooked(settings)),
      clear: () => {
        running.ages?.forget();
        clearAges(store.settings.record.domain);
      },
    },
    now: Date.now,
    random: randomId,
    lang,
    report: host.warn,
    first: (change, shown) => {
      running.ages?.mark();
      if (store.settings.log.endpoint) {
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
  return { ...decisions, report, confirmAge: createConfirm(running, host, { ...decisions, report, lang }) };
}

/** More private: until all that was answered has been looked at, a minor may be there. */
function unlooked({ age }: Settings): AgeGlance | false {
  return Object.keys(age).length > 0 && { minor: true };
}

/** What is done about an age is code of its own: pages that ask for none do without. */
function createConfirm(running: Running, host: Host, means: AgeMeans): Actions['confirmAge'] {
  return (answer, source, shown) => {
    const use = (ages: Ages): void => {
      running.ages ??= ages;
      if (answer) {
        ages.confirm(answer, source, shown);
      } else {
        ages.recheck();
      }
    };
    if (running.ages) {
      use(running.ages);
      return;
    }
    host
      .get('age')
      .then(({ createAges }) => {
        use(running.ages ?? createAges(running, host, means));
      })
      .catch((error: unknown) => {
        host.warn('not-decided', error);
      });
  };
}

/** The language that a question is asked in, for the record. */
function language(configured: string): string {
  const lang = configured || document.documentElement.lang;
  return /^[a-z\d-]{1,35}$/i.test(lang) ? lang : 'und';
}
