import { createDecisions, type Decisions } from '../core/decisions.js';
import type { AgeAnswer } from '../core/age/glance.js';
import type { Listener, Source } from '../core/state.js';
import { cleanUp } from '../gate/cleanup.js';
import { holdAgain } from '../gate/hold-again.js';
import { afterPaint } from '../platform/after-paint.js';
import { randomId } from '../platform/random-id.js';
import { attempt } from '../platform/record-reader.js';
import { clearAges, clearRecords, writeRecord } from '../platform/record-writer.js';
import type { Ages } from './age/ages.js';
import { markDocument } from './age/mark-document.js';
import type { Running } from './assemble.js';
import type { Host } from './host.js';

/** What a shopper can do: it comes when something can be decided, and most pages never need it. */
export interface Actions extends Decisions {
  /**
   * Takes down what somebody says of their age. A minor's presence turns off what is optional; an adult's answer brings
   * back what was allowed before.
   */
  readonly confirmAge: (answer: AgeAnswer, source?: Source) => void;
  /** Has the age asked for, where something waits for the answer. Rejects where it cannot be. */
  readonly askAge: () => Promise<void>;
}

/** Creates the actions of a page that runs, and sees to it that a withdrawal leaves nothing behind. */
export function createActions(running: Running, host: Host): Actions {
  const { store } = running;
  const decisions = createDecisions({
    store,
    write: (raw) => writeRecord(raw, store.settings.record),
    clear: () => {
      clearRecords(store.settings.record);
    },
    ages: {
      look: (settings) => {
        const cookies = attempt(() => document.cookie);
        return running.ages?.look(settings) ?? store.glanceAtAge(settings, location.pathname, cookies);
      },
      clear: () => {
        running.ages?.forget();
        clearAges(store.settings.record.domain);
      },
    },
    now: Date.now,
    random: randomId,
    lang: () => language(store.settings.lang),
    report: host.warn,
    first: hearFirst(running, host),
  });
  return { ...decisions, ...aboutAge(running, host, decisions.learn) };
}

/** What is done about an age is code of its own: pages that ask for none do without. */
function aboutAge(running: Running, host: Host, learn: Actions['learn']): Pick<Actions, 'askAge' | 'confirmAge'> {
  const about = async <T>(use: (ages: Ages) => T): Promise<Awaited<T>> => {
    const { createAges } = await host.get('age');
    return await use((running.ages ??= createAges(running, host, learn)));
  };
  return {
    askAge: () => about(({ ask }) => ask()),
    confirmAge: (answer, source) => {
      if (running.ages) {
        running.ages.confirm(answer, source);
        return;
      }
      about(({ confirm }) => {
        confirm(answer, source);
      }).catch((error: unknown) => {
        host.warn('not-decided', error);
      });
    },
  };
}

/** What happens before everyone else hears of a change. */
function hearFirst({ store, gate }: Running, host: Host): Listener {
  return (change) => {
    markDocument(store);
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
  };
}

/** The language that a question is asked in, for the record. */
export function language(configured: string): string {
  const lang = configured || document.documentElement.lang;
  return /^[a-z\d-]{1,35}$/i.test(lang) ? lang : 'und';
}
