import type { Change, Decision, State } from '../state.js';
import type { Envelope, ReceiptValue } from './envelope.js';

type Values = Readonly<Record<string, ReceiptValue>>;

/** What was chosen about something other than consent, and what was on screen. */
export interface Chosen extends Pick<Envelope, 'kind' | 'source'> {
  readonly choices: Values;
  /** What held before; absent for a first choice. An id that is left out had no value. */
  readonly previous?: Values;
  /** How the age question stood, where there is one. */
  readonly age?: string;
  /** The text that was on screen, with whatever white space; empty where nothing was. */
  readonly shown: string;
  /** Its language, as a BCP 47 tag. */
  readonly lang: string;
}

/** What was decided about consent. */
export interface Decided {
  /** The answers that hold by choice, now and before. */
  readonly choices: Values;
  readonly previous: Values;
  /** The decision in force before; absent for a first one. */
  readonly before: Decision | undefined;
  readonly shown: string;
}

/** A choice as it is written down at once, as the page may be left the next moment. The log makes an envelope of it. */
export type Draft = (Chosen | Decided) & {
  readonly id: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly gpc: boolean;
  readonly region: string;
  /** The decision in force, whose record the choice belongs to. Absent for consent once it is forgotten. */
  readonly decision: Decision | undefined;
};

/**
 * Finds what the shopper decided in a change of the state. Nothing where that did not come of a decision, as at the start
 * of a page. To forget is one too, the last of its record: from then on no answer holds.
 */
export function decidedIn({ cause, state, previous }: Change): Omit<Decided, 'shown'> | undefined {
  const before = previous.decision;
  // By choice, as a withdrawal, or forgotten, which leaves everything unasked. What a minor's presence takes away nobody decided.
  return (state.decision ?? before) && /^[cwu]/.test(cause) && state.decision?.seq !== before?.seq
    ? { choices: answersIn(state), previous: answersIn(previous), before }
    : undefined;
}

/** The answers that hold because the shopper gave them. */
function answersIn({ categories, services }: State): Record<string, boolean> {
  const all = Object.entries({ ...categories, ...services });
  return Object.fromEntries(all.filter(([, { why }]) => why === 'choice').map(([id, { allowed }]) => [id, allowed]));
}
