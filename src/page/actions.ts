import type { Settings } from '../config/settings.js';
import type { AgeAnswer, AgeGlance } from '../core/age/glance.js';
import { createDecisions, type Decisions } from '../core/decisions.js';
import type { Change, Source } from '../core/state.js';
import { holdAgain } from '../gate/hold-again.js';
import { lostServices, tellServices } from '../gate/tell-services.js';
import { afterPaint } from '../platform/timing/after-paint.js';
import { removeEverywhere } from '../platform/cookies/remove-everywhere.js';
import { randomId } from '../platform/random-id.js';
import { attempt } from '../platform/record-reader.js';
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
  const { store, channel } = running;
  const report = createReport(store, host);
  const lang = (): string => language(store.settings.lang);
  const decisions = createDecisions({
    store,
    write: (raw) =>
      writeRecord(raw, store.settings.record, () => {
        host.warn('not-kept', 'record.domain');
      }),
    clear: clearRecords,
    ages: {
      look: (settings) => (running.ages ? running.ages.look(settings) : unlooked(settings)),
      clear: () => {
        running.ages?.forget();
        clearAges();
      },
    },
    now: Date.now,
    random: randomId,
    lang,
    report: host.warn,
    say: (word) => {
      // Whether others can be told or not, it is decided.
      attempt(() => channel?.postMessage(word));
    },
    first: (change, own, shown) => {
      running.ages?.mark();
      // Each page reports what was decided on it, and none twice.
      if (own && store.settings.log.endpoint) {
        reportChange(report, change, shown);
      }
      if (change.cause === 'withdrawn') {
        takeBack(running, host, change);
      }
      letGo(running, host);
    },
  });
  return { ...decisions, report, confirmAge: createConfirm(running, host, { ...decisions, report, lang }) };
}

/** Lets go what is allowed now. A choice is seen to be heard before that. */
function letGo({ store, gate }: Running, host: Host): void {
  afterPaint(() => {
    gate.scan(gate.roots);
    if (store.settings.services.some(({ id }) => store.state.services[id]?.allowed)) {
      // What undoes a yes is fetched with it, so that a no does not wait for the network.
      host.get('cleanup').catch(() => undefined);
    }
  });
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

/** Ends what can be ended, and sees to it that nothing is left behind. What the shop does to a service comes first. */
function takeBack({ store, gate }: Running, host: Host, change: Change): void {
  const { warn } = host;
  const lost = lostServices(store.settings.services, change);
  holdAgain(gate);
  const stopped = tellServices(lost, (id, error) => {
    warn('on-withdraw', id, error);
  });
  const offerReload = (): void => {
    host
      .get('reload')
      .then(({ offer }) => {
        offer();
      })
      .catch((error: unknown) => {
        warn('not-shown', 'reload', error);
      });
  };
  const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
  host
    .get('cleanup')
    .then(({ cleanUp }) =>
      cleanUp({ store, gate, change, lost, stopped, removeCookie: removeEverywhere, offerReload, warn, wait }),
    )
    .catch((error: unknown) => {
      // The permission is gone all the same, and everything is held.
      warn('not-cleaned', 'withdraw', error);
    });
}

/** The language that a question is asked in, for the record. */
function language(configured: string): string {
  const lang = configured || document.documentElement.lang;
  return /^[a-z\d-]{1,35}$/i.test(lang) ? lang : 'und';
}
