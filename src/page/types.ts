import type { Config } from '../config/types.js';
import type { Settings } from '../config/settings.js';
import type { AgeAnswer } from '../core/age/glance.js';
import type { Source, Listener, State } from '../core/state.js';
import type { Locale, PartLocale } from '../locales/messages.js';

/** What can be shown on request. `age` only where something waits for the answer. */
export type Showable = 'banner' | 'preferences' | 'age';

/** Answers by category or service id: `true` allows, `false` refuses. What is not named keeps its state. */
export type Choice = Readonly<Record<string, boolean>>;

/** What `start` takes beside the configuration. */
export interface StartOptions {
  /** Languages beside English, and those of a part, for a bundle. The script tag fetches its own. */
  locales?: readonly (Locale | PartLocale)[];
}

/** The page API: `window.fairsay`, or the same names from the package. */
export interface Fairsay {
  /** What holds now. Frozen, and always there: before the configuration has arrived everything optional is denied. */
  readonly state: State;
  /** Resolves with the state once the configuration is known. Never rejects. */
  readonly ready: Promise<State>;
  /** Starts, or starts again with another configuration: answers with the same meaning stay. */
  start(config?: Config, options?: StartOptions): void;
  /** Stops holding, showing and listening. For tests and teardown. */
  stop(): void;
  /** Whether everything named is allowed now, in the grammar of `data-fairsay`. Unknown names are not. */
  allows(what: string): boolean;
  /** Resolves once everything named is allowed. */
  whenAllowed(what: string): Promise<void>;
  /** Calls back at once with the state, then at each change. Returns the function that ends it. */
  subscribe(listener: Listener): () => void;
  /**
   * Answers for the ids named; the others keep their state. `shown`, here and below, is the text of a page's own question,
   * for the record of what was on screen; the elements say theirs.
   */
  save(choice: Choice, source?: Source, shown?: string): void;
  /** Allows every category, and answers every question. */
  acceptAll(source?: Source, shown?: string): void;
  /** Refuses every category but the necessary ones, and answers every question. */
  rejectAll(source?: Source, shown?: string): void;
  /** Takes back every optional permission and cleans up. The record of it is kept. */
  withdraw(source?: Source, shown?: string): void;
  /** Deletes every record, that of the age too: every question is open again. */
  forget(): void;
  /**
   * Takes down what somebody says of their age, where this page asks for it: for what the shop knows itself, such as from an
   * account, and for the element. Without an answer it looks again at what is stored.
   */
  confirmAge(answer?: AgeAnswer, source?: Source, shown?: string): void;
  /** Shows the banner, the preferences, or the question about the age. */
  show(what?: Showable): void;
  /** Looks for held resources below a node that the page's observer cannot see, such as a shadow root. */
  scan(root: ParentNode): void;
}

/**
 * What the elements see of the page: the API and what they draw from.
 * It is found under `Symbol.for('fairsay')`, never by its name on `window`, which any page can take.
 */
export interface PageStore extends Fairsay {
  /** The configuration with its defaults filled in. Categories and services are in the shop's order. */
  readonly settings: Settings;
  /**
   * Gets a part of the library: the code of an element, or, as `lang-de` and `lang-de-age`, a module whose one export is a
   * language or the texts of one part in it.
   * Rejects where it cannot be had.
   */
  get(part: string): Promise<unknown>;
}
