import type { Settings } from '../config/settings.js';
import { answerAll, answerSome, fit } from './choices.js';
import { evaluate, type Verdict } from './grammar.js';
import { createListeners, type Listeners } from './listeners.js';
import { decode, encode, MAX_LENGTH, newest, type ConsentRecord, type Entry } from './record.js';
import { takeSnapshot } from './snapshot.js';
import type { Cause, Listener, Source, Standing, State } from './state.js';

/** Where records are kept. Nothing in it throws. */
export interface RecordStorage {
  /** Everything found under the record's name, in any place. */
  read(): readonly string[];
  /** Keeps a record. Returns whether it was found again afterwards. */
  write(raw: string): boolean;
  /** Deletes the record in every place. */
  clear(): void;
}

/** What a store is given: it looks nothing up by itself. */
export interface StoreOptions {
  readonly settings: Settings;
  readonly storage: RecordStorage;
  /** Whether Global Privacy Control is on. */
  readonly gpc: boolean;
  /** Now, in milliseconds since 1970. */
  readonly now: () => number;
  /** 128 random bits as 32 hexadecimal digits. */
  readonly random: () => string;
  /** The language that a question is asked in now. */
  readonly lang: () => string;
  /** Hears what went wrong, as a code and what it is about; `error` is what a listener threw. */
  readonly report: (code: 'NOT-KEPT' | 'NOT-ANSWERED' | 'LISTENER', about: string, error?: unknown) => void;
}

/** Holds what the shopper decided, and tells. Every call is synchronous: storage is written, then the state changes, then listeners hear. */
export interface Store {
  readonly state: State;
  readonly allows: (what: string) => boolean;
  /** What an expression comes to, with the mistake where there is one. */
  readonly judge: (what: string) => Verdict;
  readonly subscribe: (listener: Listener) => () => void;
  readonly save: (choice: Readonly<Record<string, boolean>>, source: Source) => void;
  readonly acceptAll: (source: Source) => void;
  readonly rejectAll: (source: Source) => void;
  readonly withdraw: (source: Source) => void;
  readonly forget: () => void;
  /** Takes another configuration. Answers with the same meaning stay. */
  readonly configure: (settings: Settings, storage: RecordStorage) => void;
}

const DAY = 86_400;

/** What changes in a store. */
interface Context {
  readonly options: StoreOptions;
  readonly listeners: Listeners;
  settings: Settings;
  storage: RecordStorage;
  record: ConsentRecord | undefined;
  persisted: boolean;
  state: State;
  cause: Cause;
}

type Answers = ReadonlyMap<string, Entry>;

/** Creates a store that reads its first state from `storage` at once. */
export function createStore(options: StoreOptions): Store {
  const context = open(options);
  const judge = (what: string): Verdict => evaluate(what, (id) => standing(context.state, id)?.allowed);
  const answer = (source: Source, granted: boolean, cause?: Cause): void => {
    decide(context, source, () => answerAll(context.settings, granted), cause);
  };
  return {
    get state() {
      return context.state;
    },
    judge,
    allows: (what) => judge(what) === 'met',
    subscribe: (listener) => {
      const { cause, state, listeners } = context;
      return listeners.add(listener, { cause, state, previous: state, changed: [] });
    },
    save: (choice, source) => {
      decide(context, source, (before) => choose(context, before, choice));
    },
    acceptAll: (source) => {
      answer(source, true);
    },
    rejectAll: (source) => {
      answer(source, false);
    },
    withdraw: (source) => {
      answer(source, false, 'withdrawn');
    },
    forget: () => {
      forget(context);
    },
    configure: (settings, storage) => {
      Object.assign(context, { settings, storage });
      context.record = newest([context.record, ...storage.read().map(decode)]);
      change(context, () => startCause(context));
    },
  };
}

function open(options: StoreOptions): Context {
  const { settings, storage, report } = options;
  const record = newest(storage.read().map(decode));
  const context: Context = {
    options,
    listeners: createListeners((error) => {
      report('LISTENER', '', error);
    }),
    settings,
    storage,
    record,
    persisted: !!record,
    state: takeSnapshot({ settings, gpc: false, persisted: false, pending: true }),
    cause: 'unasked',
  };
  context.state = take(context);
  context.cause = startCause(context);
  return context;
}

function take(context: Context): State {
  const { settings, record, persisted, options } = context;
  return takeSnapshot({ settings, record, persisted, gpc: options.gpc, expired: isExpired(context) });
}

function isExpired({ record, options, settings }: Context): boolean {
  const age = record ? options.now() / 1000 - record.time : 0;
  // More private: a decision from more than a day ahead was dated by a clock that cannot be trusted.
  return age > settings.record.days * DAY || age < -DAY;
}

function startCause(context: Context): Cause {
  if (context.record) {
    return isExpired(context) ? 'expired' : 'restored';
  }
  return Object.values(context.state.categories).some(({ why }) => why === 'gpc') ? 'signal' : 'unasked';
}

function choose(context: Context, before: Answers, choice: Readonly<Record<string, boolean>>): Answers {
  const { answers, ignored } = answerSome(context.settings, before, choice);
  for (const id of ignored) {
    context.options.report('NOT-ANSWERED', id);
  }
  return answers;
}

function decide(context: Context, source: Source, answer: (before: Answers) => Answers, cause?: Cause): void {
  const { options, settings, storage } = context;
  // Another tab may have decided since: its record is the one to build on.
  const base = newest([context.record, ...storage.read().map(decode)]);
  context.record = base;
  const wanted: ConsentRecord = {
    seq: (base?.seq ?? 0) + 1,
    time: Math.floor(options.now() / 1000),
    id: base?.id ?? options.random(),
    source,
    gpc: options.gpc,
    lang: options.lang(),
    answers: answer(base && !isExpired(context) ? base.answers : new Map()),
  };
  const record = fit(settings, wanted);
  const raw = encode(record);
  context.record = record;
  context.persisted = settings.keep && raw.length <= MAX_LENGTH && storage.write(raw);
  if (!context.persisted || record !== wanted) {
    options.report('NOT-KEPT', context.persisted ? 'services' : 'record');
  }
  change(context, (lost) => cause ?? (lost ? 'withdrawn' : 'choice'));
}

function forget(context: Context): void {
  context.storage.clear();
  context.record = undefined;
  context.persisted = false;
  change(context, (lost) => (lost ? 'withdrawn' : 'unasked'));
}

function change(context: Context, causeOf: (lost: boolean) => Cause): void {
  const previous = context.state;
  const state = take(context);
  context.state = state;
  const changed = difference(previous, state);
  context.cause = causeOf(changed.some((id) => standing(previous, id)?.allowed && !standing(state, id)?.allowed));
  context.listeners.tell({ cause: context.cause, state, previous, changed });
}

function standing(state: State, id: string): Standing | undefined {
  return state.categories[id] ?? state.services[id];
}

/** The ids whose state or permission is not the same in both. */
function difference(previous: State, state: State): string[] {
  const ids = [previous, state].flatMap(({ categories, services }) => Object.keys({ ...categories, ...services }));
  return [...new Set(ids)].filter((id) => {
    const before = standing(previous, id);
    const after = standing(state, id);
    return before?.state !== after?.state || before?.allowed !== after?.allowed;
  });
}
