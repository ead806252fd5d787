/** A page's store for the elements' tests: it answers like the real one, and remembers what it was asked. */
import type { Settings } from '../../../src/config/settings.js';
import { judgeBirth, localDay } from '../../../src/core/age/calendar.js';
import type { AgeAnswer, AgeStatus } from '../../../src/core/age/glance.js';
import type { CategoryStanding, Cause, Decision, Listener, Source, Standing, State } from '../../../src/core/state.js';
import { StateEvent } from '../../../src/events/state-event.js';
import type { Locale, PartLocale } from '../../../src/locales/messages.js';
import type { Choice, PageStore, Showable } from '../../../src/page/types.js';
import { shareStore } from '../../../src/platform/shared-store.js';

/** One call of an element. */
export type Call = readonly [name: string, ...args: unknown[]];

/** What a test can say of a page. */
export interface FakeOptions {
  readonly settings?: Partial<Settings>;
  readonly gpc?: boolean;
  readonly locales?: readonly (Locale | PartLocale)[];
  /** The answers that are in force: by category or service id. */
  readonly answers?: Choice;
  /** The decision that they were given in. */
  readonly decision?: Decision;
  /** How the question about the age stands, and the age that is asked for. */
  readonly age?: AgeStatus;
  readonly minimumAge?: number;
  /** Parts of the library that can be had, by name. */
  readonly modules?: Readonly<Record<string, object>>;
}

const DEFAULTS: Settings = {
  site: {},
  lang: '',
  region: '',
  texts: {},
  categories: [
    { id: 'necessary', basis: 'necessary' },
    { id: 'functional', basis: 'opt-in' },
    { id: 'analytics', basis: 'opt-in' },
    { id: 'marketing', basis: 'opt-in' },
  ],
  services: [],
  record: { days: 182, domain: '' },
  signals: {},
  log: {},
  newsletter: {},
  notice: {},
  gate: {},
  age: {},
  keep: true,
};

/** A page's store that a test looks into and steers. */
export class FakeStore implements PageStore {
  readonly version = '0.0.0';
  /** What the elements asked for, in order. */
  readonly calls: Call[] = [];
  /** The parts that they got, or wanted to. */
  readonly parts: string[] = [];
  /** What they said was on screen, in the order of their calls. */
  readonly texts: (string | undefined)[] = [];
  readonly listeners = new Set<Listener>();
  /** What shows what was asked for; a test can put an element here. */
  view: { show: () => void } | undefined;
  settings: Settings;
  state: State;
  readonly #gpc: boolean;
  readonly #locales: readonly (Locale | PartLocale)[];
  readonly #answers: Map<string, boolean>;
  readonly #decision: Decision | undefined;
  readonly #modules: Readonly<Record<string, object>>;
  #age: Pick<State, 'age' | 'minor' | 'minimumAge'>;
  /** Whether an answer about the age is lost, as if it could not be taken down. */
  deaf = false;

  constructor(options: FakeOptions = {}) {
    const { settings, gpc = false, locales = [], answers = {}, decision, age, minimumAge = 0, modules } = options;
    this.settings = { ...DEFAULTS, ...settings };
    this.#gpc = gpc;
    this.#locales = locales;
    this.#answers = new Map(Object.entries(answers));
    this.#decision = decision;
    this.#modules = { age: { judgeBirth, localDay }, ...modules };
    this.#age = standingOf(age, minimumAge);
    this.state = this.#snapshot();
  }

  get ready(): Promise<State> {
    return Promise.resolve(this.state);
  }

  /** The calls of one name, without it. */
  callsOf(name: string): readonly unknown[][] {
    return this.calls.filter(([called]) => called === name).map(([, ...args]) => args);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    listener({ cause: 'restored', state: this.state, previous: this.state, changed: [] });
    return () => this.listeners.delete(listener);
  }

  save(choice: Choice, source?: Source, shown?: string): void {
    this.calls.push(['save', choice, source]);
    this.texts.push(shown);
    this.answer(choice);
  }

  acceptAll(source?: Source, shown?: string): void {
    this.calls.push(['acceptAll', source]);
    this.texts.push(shown);
    this.#answerAll(true);
  }

  rejectAll(source?: Source, shown?: string): void {
    this.calls.push(['rejectAll', source]);
    this.texts.push(shown);
    this.#answerAll(false);
  }

  confirmAge(answer?: AgeAnswer, source?: Source, shown?: string): void {
    this.calls.push(['confirmAge', answer, source]);
    this.texts.push(shown);
    if (answer && !this.deaf) {
      this.setAge(answer);
    }
  }

  /** Says how the question about the age stands now, as another tab or the page's own code would. */
  setAge(age: AgeStatus | undefined, minimumAge = this.state.minimumAge): void {
    this.#age = standingOf(age, minimumAge);
    this.change('signal');
  }

  withdraw(): void {
    this.#answerAll(false);
  }

  forget(): void {
    this.#answers.clear();
    this.change('unasked');
  }

  show(what: Showable = 'preferences'): void {
    this.calls.push(['show', what]);
    this.view?.show();
  }

  get(part: string): Promise<unknown> {
    this.parts.push(part);
    const locale = this.#locales.find((one) => part === `lang-${one.lang}${'part' in one ? `-${one.part}` : ''}`);
    const found = locale ? { [locale.lang]: locale } : this.#modules[part];
    return found ? Promise.resolve(found) : Promise.reject(new TypeError(part));
  }

  allows(what: string): boolean {
    return (this.state.categories[what] ?? this.state.services[what])?.allowed ?? false;
  }

  /** Answers as another tab or the page's own code would. */
  answer(choice: Choice): void {
    for (const [id, granted] of Object.entries(choice)) {
      this.#answers.set(id, granted);
    }
    this.change('choice');
  }

  /** Tells everyone that something is another now. */
  change(cause: Cause, settings: Partial<Settings> = {}): void {
    const previous = this.state;
    this.settings = { ...this.settings, ...settings };
    this.state = this.#snapshot();
    const change = { cause, state: this.state, previous, changed: [] };
    document.dispatchEvent(new StateEvent({ ...change, persisted: this.state.persisted }));
    for (const listener of [...this.listeners]) {
      listener(change);
    }
  }

  start(): void {
    shareStore(this);
    this.change('restored');
  }

  stop(): void {
    shareStore(undefined);
  }

  scan(): void {
    this.calls.push(['scan']);
  }

  whenAllowed(): Promise<void> {
    return Promise.resolve();
  }

  #answerAll(granted: boolean): void {
    this.#answers.clear();
    this.answer(Object.fromEntries(this.settings.categories.map(({ id }) => [id, granted])));
  }

  #snapshot(): State {
    const categories: Record<string, CategoryStanding> = {};
    const services: Record<string, Standing> = {};
    for (const { id, basis } of this.settings.categories) {
      categories[id] = { ...this.#standing(id, basis), basis };
    }
    for (const { id, category } of this.settings.services) {
      const { state, allowed } = categories[category] ?? { state: 'unasked', allowed: false };
      services[id] = this.#answers.has(id) ? this.#standing(id, 'opt-in') : { state, allowed, why: 'category' };
    }
    const asking = this.settings.categories
      .filter(({ id, basis }) => !this.#age.minor && basis === 'opt-in' && categories[id]?.state === 'unasked')
      .map(({ id }) => id);
    const decision = this.#decision && { decision: this.#decision };
    const persisted = this.#answers.size > 0;
    return { categories, services, asking, gpc: this.#gpc, persisted, ...decision, ...this.#age };
  }

  #standing(id: string, basis: CategoryStanding['basis']): Standing {
    if (basis === 'necessary') {
      return { state: 'granted', allowed: true, why: 'necessary' };
    }
    if (this.#age.minor) {
      return { state: 'denied', allowed: false, why: 'age' };
    }
    const granted = this.#answers.get(id);
    if (granted !== undefined) {
      return { state: granted ? 'granted' : 'denied', allowed: granted, why: 'choice' };
    }
    if (basis === 'opt-out' && this.#gpc) {
      return { state: 'denied', allowed: false, why: 'gpc' };
    }
    return basis === 'opt-in'
      ? { state: 'unasked', allowed: false, why: 'unasked' }
      : { state: 'unasked', allowed: true, why: basis };
  }
}

function standingOf(age: AgeStatus | undefined, minimumAge = 0): Pick<State, 'age' | 'minor' | 'minimumAge'> {
  return { age, minor: age !== undefined && age !== 'adult', minimumAge };
}

/** Puts a new store on the page. */
export function shareFake(options?: FakeOptions): FakeStore {
  const store = new FakeStore(options);
  store.start();
  return store;
}
