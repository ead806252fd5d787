import type { Settings } from '../config/settings.js';
import { agree } from './pages/agree.js';
import type { AgeGlance } from './age/glance.js';
import { answer, everything, fit, keepAnswers, MAX_LENGTH, type Answers, encode } from './choices.js';
import type { ConsentRecord, Entry } from './record.js';
import type { Cause, Change, Source, Standing, State } from './state.js';
import type { Store } from './store.js';

/** What can go wrong with a decision. */
export type DecisionProblem = 'not-kept' | 'not-answered' | 'minor';

/** What decisions are given: they look nothing up by themselves. */
export interface DecisionOptions {
  readonly store: Store;
  /** Keeps a record. Returns whether it was found again afterwards. Never throws. */
  readonly write: (raw: string) => boolean;
  /** Deletes the record in every place. Never throws. */
  readonly clear: () => void;
  /** What is known of an age. Absent where nobody is asked for one. */
  readonly ages?: AgeShelf;
  /** Now, in milliseconds since 1970. */
  readonly now: () => number;
  /** 128 random bits as 32 hexadecimal digits. */
  readonly random: () => string;
  /** The language that a question is asked in now, as a BCP 47 tag. */
  readonly lang: () => string;
  /** Tells the other pages of the site: a record as `write` gets it, after a `-` where it was deleted. Never throws. */
  readonly say: (word: string) => void;
  /**
   * Hears of a change before everyone else: the log and the gate. `own` is whether this page made it, `shown` what was on
   * screen, where that was said.
   */
  readonly first: (change: Change, own: boolean, shown?: string) => void;
  /** Hears what went wrong and what it is about. */
  readonly report: (problem: DecisionProblem, about: string) => void;
}

/** Where answers about an age are. */
export interface AgeShelf {
  /** What they mean for this page, under some settings. */
  readonly look: (settings: Settings) => AgeGlance | false;
  /** Deletes them in every place. Never throws. */
  readonly clear: () => void;
}

/** The deciding half of a store. Every call is synchronous: the record is kept, then the state changes, then listeners hear. */
export interface Decisions {
  /** Answers for the ids named; the others keep their state. */
  readonly save: (choice: Choice, source?: Source, shown?: string) => void;
  /** Allows every category. */
  readonly acceptAll: (source?: Source, shown?: string) => void;
  /** Refuses every category but the necessary ones. */
  readonly rejectAll: (source?: Source, shown?: string) => void;
  /** Refuses them too, as a withdrawal even where nothing was on. */
  readonly withdraw: (source?: Source, shown?: string) => void;
  /** Deletes the record, and the answer about the age: every question is open again. */
  readonly forget: () => void;
  /** Takes another configuration. Answers with the same meaning stay. */
  readonly configure: (settings: Settings) => void;
  /** Takes over what another page of the site decided. `word` is what it said; without one, what is stored is looked at. */
  readonly agree: (word?: unknown) => void;
  /** Takes over what was learnt of the shopper's age, which is no choice of theirs, and tells. */
  readonly learn: (glance: AgeGlance, cause?: Cause) => void;
}

type Choice = Readonly<Record<string, boolean>>;

type Tell = DecisionOptions['first'];

/** The highest `seq` that can be read again. A record that has it is replaced by one with the same. */
const MAX_SEQ = 999_999_999_999_999;

/** Creates what makes decisions for a store. */
export function createDecisions(options: DecisionOptions): Decisions {
  const { store, ages, clear, first } = options;
  const tell = createTeller(store, first);
  const look = (settings: Settings): Store['glance'] => (ages ? ages.look(settings) : store.glance);
  const all =
    (granted: boolean, cause?: Cause): Decisions['acceptAll'] =>
    (source, shown) => {
      const choice = allowed(options, everything(store.settings, granted));
      if (choice) {
        decide(options, tell, new Map(), choice, source, shown, cause);
      }
    };
  return {
    save: (wanted, source, shown) => {
      const choice = allowed(options, wanted);
      if (choice) {
        decide(options, tell, earlierAnswers(store), choice, source, shown);
      }
    },
    acceptAll: all(true),
    rejectAll: all(false),
    withdraw: all(false, 'withdrawn'),
    forget: () => {
      const deleted = latest(store);
      clear();
      options.say(farewell(deleted));
      ages?.clear();
      change(store, tell, { record: undefined, persisted: false, glance: look(store.settings) }, 'unasked');
    },
    configure: (settings) => {
      change(store, tell, { settings, record: latest(store), glance: look(settings) });
    },
    agree: (word) => {
      takeOver(store, tell, word);
    },
    learn: (glance, cause) => {
      change(store, tell, { glance }, cause);
    },
  };
}

/** The word that a record was deleted. It names the record, as that can still be read elsewhere when the word arrives. */
function farewell(record: ConsentRecord | undefined): string {
  return `-${rawOf(record)}`;
}

/** Takes over what another page decided. */
function takeOver(store: Store, tell: Tell, word: unknown): void {
  const [own, stored] = [store.record, store.stored()].map((record) =>
    word === farewell(record) ? undefined : record,
  );
  const record = agree(own, stored, store.decode(String(word)));
  if (rawOf(record) !== rawOf(store.record)) {
    change(store, tell, { record, persisted: !!record && rawOf(record) === rawOf(stored) }, 'sync');
  }
}

/** The last decision, of this page or of another. */
function latest(store: Store): ConsentRecord | undefined {
  return agree(store.record, store.stored());
}

function rawOf(record: ConsentRecord | undefined): string {
  return record ? encode(record) : '';
}

/** The answers that a choice which names only some ids leaves as they are. */
function earlierAnswers(store: Store): Answers {
  const { settings, state, printOf } = store;
  const base = latest(store);
  return base && !store.isExpired(base) ? keepAnswers(settings, base, state.gpc, printOf) : new Map<string, Entry>();
}

/**
 * What of a choice may be taken down. More private: a yes that is said while a minor is there, or may be, is none; one that
 * an adult has said before stays on record.
 *
 * @returns nothing where nothing is left of it.
 */
function allowed({ store, report }: DecisionOptions, choice: Choice): Choice | undefined {
  const given = Object.entries((choice as Choice | undefined) ?? {});
  const refused = given.filter(([, granted]) => store.state.minor && granted !== false);
  if (!refused.length) {
    return choice;
  }
  report('minor', refused.map(([id]) => id).join(' '));
  const kept = given.filter((one) => !refused.includes(one));
  return kept.length ? Object.fromEntries(kept) : undefined;
}

function decide(
  options: DecisionOptions,
  tell: Tell,
  answers: Answers,
  choice: Choice,
  source?: Source,
  shown?: string,
  cause: Cause = 'choice',
): void {
  const { store, write, report } = options;
  const { settings } = store;
  for (const id of answer(settings, answers, choice, store.printOf)) {
    report('not-answered', id);
  }
  const wanted = recordOf(options, answers, source);
  const record = fit(settings, wanted, store.printOf);
  const raw = encode(record);
  const persisted = settings.keep && raw.length <= MAX_LENGTH && write(raw);
  if (settings.keep && !persisted) {
    // More private: an older yes that was left behind would be in force again on the next page.
    options.clear();
  }
  if (!persisted || record !== wanted) {
    report('not-kept', `record of ${raw.length} characters`);
  }
  if (settings.keep) {
    options.say(raw);
  }
  change(store, tell, { record, persisted }, cause, shown);
}

/** One decision more. Another tab may have decided since: its record is the one that it follows. */
function recordOf(options: DecisionOptions, answers: Answers, source: Source | undefined): ConsentRecord {
  const { store, now, random, lang } = options;
  const { seq, id } = latest(store) ?? { seq: 0, id: random() };
  return {
    seq: Math.min(seq + 1, MAX_SEQ),
    time: Math.floor(now() / 1000),
    id,
    // A source that no record can hold would make one that cannot be read again.
    source: source && /^[a-z]+$/.test(source) ? source : 'api',
    gpc: store.state.gpc,
    lang: lang(),
    answers,
  };
}

/** Takes what is known now, and tells. A change by the shopper is a withdrawal as soon as a permission is gone. */
function change(store: Store, tell: Tell, next: Partial<Store>, byShopper?: Cause, shown?: string): void {
  const previous = store.state;
  Object.assign(store, next);
  store.look();
  const { state } = store;
  const changed = difference(previous, state);
  const lost = changed.some((id) => standing(previous, id)?.allowed && !standing(state, id)?.allowed);
  const cause = byShopper ? (lost ? 'withdrawn' : byShopper) : store.cause;
  store.cause = cause;
  tell({ cause, state, previous, changed }, byShopper !== 'sync', shown);
}

/** Tells one change after the other: one that a listener makes is told afterwards, to everyone in the same order. */
function createTeller({ listeners }: Store, first: DecisionOptions['first']): Tell {
  const waiting: Parameters<Tell>[] = [];
  let telling = false;
  return (...told) => {
    waiting.push(told);
    if (telling) {
      return;
    }
    telling = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        first(...next);
        for (const listener of [...listeners]) {
          if (listeners.has(listener)) {
            listener(next[0]);
          }
        }
      }
    } finally {
      // Whatever fails, a later change is told, as it may be a withdrawal.
      telling = false;
    }
  };
}

/** The ids whose state or permission is not the same in both. */
function difference(before: State, after: State): string[] {
  const ids = [before, after].flatMap(({ categories, services }) => Object.keys({ ...categories, ...services }));
  return [...new Set(ids)].filter((id) => {
    const [old, now] = [standing(before, id), standing(after, id)];
    return old?.state !== now?.state || old?.allowed !== now?.allowed;
  });
}

function standing(state: State, id: string): Standing | undefined {
  return state.categories[id] ?? state.services[id];
}
