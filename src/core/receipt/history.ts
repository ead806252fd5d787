import type { Envelope } from './envelope.js';
import { readEnvelope } from './read-envelope.js';

/** As many as may wait for the log: enough for everything that one person decides in one shop. */
const MAX_KEPT = 50;

/** Reads the shopper's own envelopes, oldest first. Takes any text at all. */
export function readHistory(stored: string): Envelope[] {
  return stored.split('\n').flatMap((line) => {
    try {
      return readEnvelope(JSON.parse(line)) ?? [];
    } catch {
      return [];
    }
  });
}

/**
 * Adds envelopes to the shopper's own, each once. A withdrawal is added like a yes, and takes nothing away. With another
 * record those of the one before leave; with one that says that all is forgotten leaves everything about consent.
 */
export function addToHistory(stored: string, added: readonly Envelope[]): string {
  let kept = readHistory(stored);
  const ids = new Set(kept.map(({ id }) => id));
  for (const envelope of added.filter(({ id }) => !ids.has(id))) {
    const { kind, record, choices } = envelope;
    const forgotten = Object.values(choices).every((value) => value === null);
    const stays = (one: Envelope): boolean => one.kind !== 'consent' || (one.record === record && !forgotten);
    kept = kind === 'consent' ? [...kept, envelope].filter(stays) : [...kept, envelope];
  }
  return kept
    .slice(-MAX_KEPT)
    .map((envelope) => `${JSON.stringify(envelope)}\n`)
    .join('');
}
