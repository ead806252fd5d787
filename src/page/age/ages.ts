/** What a page does about an age beside the question: it looks, marks, and takes down. */
import type { Settings } from '../../config/settings.js';
import { createAgeDesk, type AgeDesk } from '../../core/age/age-desk.js';
import { glanceAtAge, type AgeAnswer, type AgeGlance } from '../../core/age/glance.js';
import type { Source, State } from '../../core/state.js';
import { turnOf } from '../../core/turn/turn.js';
import { keepAges, readAges } from '../../platform/age/age-keeper.js';
import { drawCurtain, liftCurtain, markDocument } from '../../platform/age/curtain.js';
import { readDoor } from '../../platform/age/door.js';
import { randomId } from '../../platform/random-id.js';
import type { Actions } from '../actions.js';
import type { Running } from '../assemble.js';
import type { Host } from '../host.js';
import { watchReturns } from './watch-returns.js';

/** What is done about an age on a page that asks for one. */
export interface Ages {
  /** What the stored answers mean for this page, under some settings. */
  readonly look: (settings: Settings) => AgeGlance;
  /** Takes down what somebody says, and tells. */
  readonly confirm: (answer: AgeAnswer, source?: Source, shown?: string) => void;
  /** Looks again at all that was answered, and tells where that means something else now. */
  readonly recheck: () => void;
  /** Marks the document while it, or a part of it, waits for an answer. */
  readonly mark: () => void;
  /** Forgets what holds for this page alone. */
  readonly forget: () => void;
}

/** What it is done with, of what makes decisions. */
export type AgeMeans = Pick<Actions, 'learn' | 'report'> & { readonly lang: () => string };

/** What an answer is taken down with. */
interface Own {
  readonly running: Running;
  readonly host: Host;
  readonly means: AgeMeans;
}

/** What waits for an answer about the age, where a page marks parts. */
const PARTS = 'body [data-fairsay-age]';

/** The machine that a shop is built on. */
const LOCAL = /^(localhost$|127\.|\[)/;

const isRead = (): boolean => document.readyState !== 'loading';

/** Creates what is done about an age. */
export function createAges(running: Running, host: Host, means: AgeMeans): Ages {
  const { store } = running;
  const desk = createAgeDesk({
    store,
    look: lookHere,
    readAges,
    keepAges: (kept) => {
      keepAges(kept, store.settings.record.domain);
    },
    now: Date.now,
    random: randomId,
    lang: means.lang,
  });
  const recheck = (): void => {
    const glance = desk.look(store.settings);
    if (JSON.stringify(glance) !== JSON.stringify(store.glance)) {
      means.learn(glance);
    }
  };
  const mark = createMark(running);
  let told = false;
  watchReturns(running, recheck);
  return {
    look: desk.look,
    forget: desk.forget,
    mark,
    confirm: (answer, source, shown) => {
      confirm({ running, host, means }, desk, answer, source, shown);
    },
    recheck: () => {
      recheck();
      mark();
      const problem = problemOf(store.state);
      if (problem && !told) {
        told = true;
        host.warn(problem);
      }
    },
  };
}

/** What a shop has to mend: an age that is none, or, on its developer's machine, a question that comes late. */
function problemOf(state: State): 'no-age' | 'no-door' | undefined {
  if (state.age === 'asking' && !state.minimumAge) {
    return 'no-age';
  }
  return turnOf(state) === 'age-gate' && !readDoor() && LOCAL.test(location.hostname) ? 'no-door' : undefined;
}

/** Takes an answer down, puts it on record, and tells. */
function confirm(
  { running: { store }, host, means }: Own,
  desk: AgeDesk,
  answer: AgeAnswer,
  source: Source = 'api',
  shown = '',
): void {
  const { age: before, minimumAge = 0 } = store.state;
  const outcome = desk.take(answer, source);
  if (outcome === 'not-asked') {
    host.warn('not-answered', `age ${answer}`);
    return;
  }
  if (outcome === 'held') {
    host.warn('not-kept', `age ${answer}`);
  }
  if (outcome !== 'refused') {
    const choices = { status: answer, method: 'self-declared', minimumAge };
    const previous = before && before !== 'asking' ? { previous: { status: before } } : {};
    means.report({ kind: 'age', source, age: answer, choices, ...previous, shown, lang: means.lang() });
  }
  // No choice, but something that the page learns of the shopper, as it does by Global Privacy Control.
  means.learn(desk.look(store.settings), 'signal');
}

/** Sees what cookies mean for this page. Where only marked parts wait, and all read there are none, it asks nobody. */
function lookHere(settings: Settings, cookies: string): AgeGlance {
  const asksNobody = settings.age.scope === 'parts' && isRead() && !document.querySelector(PARTS);
  return glanceAtAge(asksNobody ? { ...settings, age: {} } : settings, location.pathname, cookies);
}

/** Creates what keeps the mark on the document as it should be: on what waits, but on no whole page that would be locked. */
function createMark({ store }: Running): () => void {
  let drawn = false;
  let failed = false;
  document.addEventListener('fairsay-suppressed', ({ detail }) => {
    failed ||= detail.what === 'age';
  });
  return () => {
    const { scope = 'page' } = store.settings.age;
    if (turnOf(store.state) !== 'age-gate' || (failed && scope === 'page')) {
      liftCurtain();
    } else if (drawn || readDoor()) {
      markDocument(scope);
    } else {
      drawn = true;
      drawCurtain(scope);
    }
  };
}
