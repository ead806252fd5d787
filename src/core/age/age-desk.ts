import type { Settings } from '../../config/settings.js';
import type { Source } from '../state.js';
import type { Store } from '../store.js';
import { decodeAge, encodeAge, type AgeRecord } from './age-record.js';
import { lookClosely } from './closely.js';
import type { AgeAnswer, AgeGlance } from './glance.js';

/** What answers about an age are given: they look nothing up by themselves. */
export interface AgeOptions {
  readonly store: Store;
  /** What the page's cookies would mean for this page, under some settings. */
  readonly look: (settings: Settings, cookies: string) => AgeGlance;
  /** Every stored answer, raw, wherever it is. Never throws. */
  readonly readAges: () => readonly string[];
  /** Keeps answers in place of all others. Never throws. */
  readonly keepAges: (kept: KeptAges) => void;
  readonly now: () => number;
  readonly random: () => string;
  readonly lang: () => string;
}

/** What is kept, raw: the cookie, which servers and other tabs read too, and the storage of the tab. Empty for nothing. */
export interface KeptAges {
  readonly cookie: string;
  readonly session: string;
  /** How long the cookie is kept, in days; `0` until the browser is closed. */
  readonly days: number;
}

/** Where answers about an age are taken down. */
export interface AgeDesk {
  /** What all that was said means for this page, under some settings. */
  readonly look: (settings: Settings) => AgeGlance;
  /** Takes an answer down. Says what came of it: kept, held for this page alone, refused as a second try, or not asked for here. */
  readonly take: (answer: AgeAnswer, source?: Source) => 'kept' | 'held' | 'refused' | 'not-asked';
  /** Forgets what holds for this page alone. */
  readonly forget: () => void;
}

/** How long the answer of an adult is kept, in days, where the shop says nothing, and at most. */
const DAYS = 30;
const MAX_DAYS = 400;

/** Creates what takes answers about an age down. */
export function createAgeDesk(options: AgeOptions): AgeDesk {
  const { store, readAges, keepAges } = options;
  /** What holds for this page alone, as it could not be kept. */
  let given: readonly string[] = [];
  const read = (): readonly string[] => (given.length ? given : readAges());
  const look = (settings: Settings): AgeGlance =>
    lookClosely(settings.age, (cookies) => options.look(settings, cookies), read());
  return {
    look,
    take: (answer, source = 'api') => {
      const { settings } = store;
      const { age, minimumAge = 0 } = look(settings);
      if (!isAsked(answer, settings, minimumAge)) {
        return 'not-asked';
      }
      // More private: nobody has a second try in a session, but by the shop's own code.
      if (answer === 'adult' && age === 'declined' && source !== 'api') {
        return 'refused';
      }
      const { now, random, lang } = options;
      const minimum = Math.ceil(minimumAge);
      const next = { minimum, answer, time: Math.floor(now() / 1000), id: random(), lang: lang() };
      const kept = arrange(next, read(), settings);
      keepAges(kept);
      const persisted = readAges().includes(encodeAge(next));
      given = persisted ? [] : [kept.cookie, kept.session];
      return persisted ? 'kept' : 'held';
    },
    forget: () => {
      given = [];
    },
  };
}

/** Whether a page asks for an answer of this kind. */
function isAsked(answer: AgeAnswer, { age }: Settings, minimumAge: number): boolean {
  const answers: readonly string[] = ['adult', 'declined', ...(age.accompanied === false ? [] : ['accompanied'])];
  return minimumAge > 0 && answers.includes(answer);
}

/**
 * Arranges what is kept after an answer. A shop can ask for several ages: who is over the lower one and under the higher
 * one has given two answers that both stand, and the one that lets in is the cookie. Any other answer replaces what was.
 */
function arrange(next: AgeRecord, before: readonly string[], { age }: Settings): KeptAges {
  const adult = next.answer === 'adult';
  const other = before
    .flatMap((raw) => decodeAge(raw) ?? [])
    .find(
      ({ answer, minimum }) =>
        (adult ? minimum > next.minimum : minimum < next.minimum) && adult !== (answer === 'adult'),
    );
  const [over, under] = adult ? [next, other] : [other, next];
  // What tells of a minor is kept no longer than the session.
  const days = over ? Math.min(age.days ?? DAYS, MAX_DAYS) : 0;
  return { cookie: encodeAge(over ?? next), session: over && under ? encodeAge(under) : '', days };
}
