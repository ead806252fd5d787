import type { Basis } from '../config/types.js';
import type { AgeStatus } from './age/glance.js';

/** What the shopper, or the law where nobody was asked, says about a category or service. */
export type Answer = 'granted' | 'denied' | 'unasked';

/**
 * Why a category or service stands as it does.
 *
 * - `necessary`: always on. `choice`: the shopper said so. `category`: a service that follows its category.
 * - `unasked`: an opt-in that nobody has answered. `changed`: answered once, but its meaning is another now.
 * - `opt-out`, `exempt`: on by that basis until the shopper objects.
 * - `gpc`: off by Global Privacy Control.
 * - `age`: off as somebody is a minor, or may be one.
 */
export type Why = 'necessary' | 'choice' | 'category' | 'unasked' | 'changed' | 'opt-out' | 'exempt' | 'gpc' | 'age';

/** How one category or service stands. */
export interface Standing {
  readonly state: Answer;
  /** Whether it may run now. The gate, the signals and the elements read this and nothing else. */
  readonly allowed: boolean;
  readonly why: Why;
}

/** How one category stands, with the basis that it follows in this region. */
export interface CategoryStanding extends Standing {
  readonly basis: Basis;
}

/** Where a decision came from. `script` is a press that no hand made: a refusal tool or a test. */
export type Source = 'button' | 'script' | 'api' | 'embed';

/** The decision that is in force. */
export interface Decision {
  /** One more with each decision of this shopper here. */
  readonly seq: number;
  /** When it was made, in seconds since 1970. */
  readonly time: number;
  /** 128 random bits in hexadecimal: names the record, not the person. Drawn anew when a record is deleted. */
  readonly id: string;
  readonly source: Source;
  /** Whether Global Privacy Control was on when it was made. */
  readonly gpc: boolean;
  /** The language that the question was asked in, as a BCP 47 tag. */
  readonly lang: string;
}

/** What holds now: frozen, and replaced as a whole at each change. */
export interface State {
  /** By category id. Has no prototype, so that no id can be mistaken for a method. */
  readonly categories: Readonly<Record<string, CategoryStanding>>;
  /** By service id. Has no prototype. */
  readonly services: Readonly<Record<string, Standing>>;
  /** The categories whose question is open: while there is one, the banner asks. */
  readonly asking: readonly string[];
  /** Whether Global Privacy Control is on. */
  readonly gpc: boolean;
  /** Whether the decision in force is kept for later pages. `false` before the first decision. */
  readonly persisted: boolean;
  /** The decision in force; absent before the first one. */
  readonly decision?: Decision;
  /** How the question about the age stands; absent where this page asks nobody and nobody has said anything. */
  readonly age?: AgeStatus | undefined;
  /** Whether somebody is a minor, or may be one: then what is optional stays off, whatever is on record. */
  readonly minor?: boolean | undefined;
  /** The age in years that this page, or a part of it, waits for an answer about; absent or `0` where it waits for none. */
  readonly minimumAge?: number | undefined;
}

/** Why the state changed. */
export type Cause = 'restored' | 'unasked' | 'choice' | 'signal' | 'sync' | 'expired' | 'withdrawn';

/** One change of the state, as subscribers hear it. */
export interface Change {
  readonly cause: Cause;
  readonly state: State;
  readonly previous: State;
  /** The ids of the categories and services whose state or permission is another now. */
  readonly changed: readonly string[];
}

/** Hears the state: at once when it subscribes, then at each change. */
export type Listener = (change: Change) => void;
