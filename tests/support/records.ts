/** Choices as a page writes them down, and an envelope of one, for tests in a browser. */
import type { Draft } from '../../src/core/receipt/draft.js';
import type { Envelope } from '../../src/core/receipt/envelope.js';
import type { Decision } from '../../src/core/state.js';

/** 32 hexadecimal digits that end with a number. */
export const idOf = (number: number): string => number.toString(16).padStart(32, '0');

/** The day on which the tests' choices were made, in milliseconds. */
export const THEN = Date.UTC(2026, 0, 15, 12);

export const DECISION: Decision = {
  seq: 2,
  time: THEN / 1000,
  id: idOf(99),
  source: 'button',
  gpc: false,
  lang: 'en',
};

/** A yes to analytics, as it is written down. */
export function draftOf(number: number, part: Partial<Draft> = {}): Draft {
  return {
    id: idOf(number),
    at: THEN,
    gpc: false,
    region: '',
    decision: { ...DECISION, seq: number },
    choices: { analytics: true },
    previous: {},
    before: undefined,
    shown: 'Accept all',
    ...part,
  };
}

/** The envelope of a yes to analytics. */
export function envelopeOf(number: number, part: Partial<Envelope> = {}): Envelope {
  return {
    form: 1,
    id: idOf(number),
    kind: 'consent',
    time: '2026-01-15T12:00:00Z',
    shown: { version: '', hash: '', lang: 'en' },
    choices: { analytics: true },
    source: 'button',
    gpc: false,
    region: '',
    library: '0.1.0',
    record: DECISION.id,
    seq: number,
    ...part,
  };
}
