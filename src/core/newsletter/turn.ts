/** What decides whose turn it is. */
export interface TurnFacts {
  /** How the question for the age stands; absent where none is asked. */
  readonly age: string | undefined;
  /** Whether somebody is, or may be, a minor. */
  readonly minor?: boolean | undefined;
  /** Whether a question of consent is on screen, or about to be. */
  readonly asking: boolean;
  /** What a minor's presence means: `ask` asks the adult who is there all the same. */
  readonly minors: string | undefined;
}

/** Whether the panel has to wait, may ask, or asks nothing as a minor is there. */
export type PanelTurn = 'wait' | 'minor' | 'ask';

/** One question at a time: age, then consent, then the newsletter. More private: with a minor there, it is not asked at all. */
export function panelTurn({ age, minor, asking, minors }: TurnFacts): PanelTurn {
  // More private: who may be a minor has not answered yet.
  if (age === 'asking' || (minor && !age)) {
    return 'wait';
  }
  if (age === 'declined' || (age === 'accompanied' && minors !== 'ask')) {
    return 'minor';
  }
  return asking ? 'wait' : 'ask';
}
