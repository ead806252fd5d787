/** A shop in memory: settings, a clock, a shelf for the record, and everything that was heard, in its order. */
import assert from 'node:assert/strict';
import type { Category, Settings } from '../../../src/config/settings.js';
import type { ServiceConfig } from '../../../src/config/types.js';
import type { AgeGlance } from '../../../src/core/age/glance.js';
import { createDecisions, type AgeShelf, type Decisions } from '../../../src/core/decisions.js';
import { encode } from '../../../src/core/choices.js';
import { printOf } from '../../../src/core/print.js';
import type { ConsentRecord, Entry } from '../../../src/core/record.js';
import type { Change, State } from '../../../src/core/state.js';
import { createStore, type Store } from '../../../src/core/store.js';

/** Noon on a day in 2026, in milliseconds. */
export const NOW = 1_768_478_400_000;
export const DAY = 86_400_000;
export const ID = '0123456789abcdef0123456789abcdef';

/** One category of each basis, two of opt-in. */
export const CATEGORIES: readonly Category[] = [
  { id: 'necessary', basis: 'necessary' },
  { id: 'analytics', basis: 'opt-in' },
  { id: 'marketing', basis: 'opt-in' },
  { id: 'sale', basis: 'opt-out' },
  { id: 'measuring', basis: 'exempt' },
];

/** A service in each category, named after it, and a second one in marketing. */
export const SERVICES: readonly ServiceConfig[] = [
  { id: 'basket', category: 'necessary', name: 'Basket' },
  { id: 'counter', category: 'analytics', name: 'Counter', hosts: ['counter.example'] },
  { id: 'pixel', category: 'marketing', name: 'Pixel', storage: [{ kind: 'cookie', name: '_px' }] },
  { id: 'films', category: 'marketing', name: 'Films' },
  { id: 'broker', category: 'sale', name: 'Broker' },
  { id: 'heatmap', category: 'measuring', name: 'Heat map' },
];

export function settingsOf(part: Partial<Settings> = {}): Settings {
  return {
    site: {},
    lang: '',
    region: '',
    texts: {},
    categories: CATEGORIES,
    services: SERVICES,
    record: { days: 182, domain: '' },
    signals: {},
    log: {},
    newsletter: {},
    notice: {},
    gate: {},
    age: {},
    keep: true,
    ...part,
  };
}

/** The print of a category's or a service's meaning in these settings. */
export function printIn({ categories, services }: Settings, id: string): string {
  const service = services.find((one) => one.id === id);
  const basis = categories.find((one) => one.id === (service?.category ?? id))?.basis;
  assert.ok(basis, `${id} is not declared`);
  return service ? printOf(basis, [service], service.category) : printOf(basis, services, id);
}

/** Answers with their prints in these settings: `{ sale: true }`. */
export function answersIn(settings: Settings, choice: Readonly<Record<string, boolean>>): Map<string, Entry> {
  return new Map(
    Object.entries(choice).map(([id, granted]) => [id, { granted, print: printIn(settings, id) }] as const),
  );
}

/** A record of a minute ago. */
export function recordOf(part: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    seq: 7,
    time: NOW / 1000 - 60,
    id: ID,
    source: 'button',
    gpc: false,
    lang: 'en',
    answers: new Map(),
    ...part,
  };
}

/** A record of a minute ago that answers what is named, in settings like those of `settingsOf`. */
export function answering(choice: Readonly<Record<string, boolean>>, part: Partial<ConsentRecord> = {}): ConsentRecord {
  return recordOf({ answers: answersIn(settingsOf(), choice), ...part });
}

/** What a test can say of a shop. */
export interface ShopOptions {
  readonly settings?: Settings;
  readonly records?: readonly (ConsentRecord | string)[];
  readonly gpc?: boolean;
  /** What the answer about the age means; absent where nobody is asked. */
  readonly glance?: AgeGlance;
  /** Where answers about an age are. */
  readonly ages?: AgeShelf;
  /** Whether a record that is written is found again. */
  readonly keeps?: boolean;
}

/** A shop that is open, and what can be seen of it. */
export interface Shop extends Decisions {
  readonly store: Store;
  /** What is kept. A test may write to it, as another tab does. */
  readonly shelf: string[];
  readonly clock: { now: number };
  /** What happened, in its order: `write`, `clear`, `first`. */
  readonly steps: string[];
  /** What the gate heard. */
  readonly heard: Change[];
  /** Whether this page made each of these changes. */
  readonly owned: boolean[];
  /** What other pages were told. */
  readonly words: string[];
  /** What was on screen at each of these changes, where that was said. */
  readonly said: (string | undefined)[];
  /** What went wrong with decisions. */
  readonly problems: string[];
  /** What listeners threw. */
  readonly errors: unknown[];
}

export function openShop({
  settings = settingsOf(),
  records = [],
  gpc = false,
  glance,
  ages,
  keeps = true,
}: ShopOptions = {}): Shop {
  const shelf = records.map((record) => (typeof record === 'string' ? record : encode(record)));
  const clock = { now: NOW };
  const [steps, heard, problems, errors]: [string[], Change[], string[], unknown[]] = [[], [], [], []];
  const said: (string | undefined)[] = [];
  const [owned, words]: [boolean[], string[]] = [[], []];
  const now = (): number => clock.now;
  const store = createStore({ settings, glance, read: () => shelf, gpc, now, report: (error) => errors.push(error) });
  const decisions = createDecisions({
    store,
    now,
    write: (raw) => {
      steps.push('write');
      if (keeps) {
        shelf.splice(0, Infinity, raw);
      }
      return keeps;
    },
    clear: () => {
      steps.push('clear');
      shelf.length = 0;
    },
    ...(ages && { ages }),
    random: () => 'f'.repeat(32),
    lang: () => 'de-AT',
    say: (word) => {
      steps.push('say');
      words.push(word);
    },
    first: (change, own, shown) => {
      steps.push('first');
      heard.push(change);
      owned.push(own);
      said.push(shown);
    },
    report: (problem, about) => problems.push(`${problem} ${about}`),
  });
  return { ...decisions, store, shelf, clock, steps, heard, owned, words, said, problems, errors };
}

/** How everything stands, each as `id: state, why`, with `+` before what is allowed and `-` before what is not. */
export function standings({ categories, services }: State): string[] {
  return Object.entries({ ...categories, ...services }).map(
    ([id, { state, allowed, why }]) => `${allowed ? '+' : '-'}${id}: ${state}, ${why}`,
  );
}

/** How one category or service stands, in the same words without its id. */
export function standing(state: State, id: string): string {
  const found = standings(state).find((each) => each.slice(1).startsWith(`${id}: `)) ?? '';
  return found.replace(`${id}: `, '');
}
