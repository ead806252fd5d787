/** What decides whose turn it is. */
export interface TurnFacts {
  /** How the question for the age stands; absent where none is asked. */
  readonly age: string | undefined;
  /** Whether a question of consent is on screen, or about to be. */
  readonly asking: boolean;
  /** What a minor's presence means: `ask` asks the adult all the same. */
  readonly minors: string | undefined;
}

/** Whether the panel has to wait, may ask, or asks nothing as a minor is there. */
export type PanelTurn = 'wait' | 'minor' | 'ask';

/** One question at a time: age, then consent, then the newsletter. More private: with a minor there, it is not asked at all. */
export function panelTurn({ age, asking, minors }: TurnFacts): PanelTurn {
  if (age === 'asking') {
    return 'wait';
  }
  if ((age === 'accompanied' || age === 'declined') && minors !== 'ask') {
    return 'minor';
  }
  return asking ? 'wait' : 'ask';
}
