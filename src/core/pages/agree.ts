import { encode } from '../choices.js';
import type { ConsentRecord } from '../record.js';

/**
 * Settles which decision is in force where pages of one site have made several: that with the highest `seq`.
 *
 * Of two that were made at once the stored one counts, as browsers let pages write one after the other. Where nothing can
 * be stored the later one counts, then the more private one; whichever it is, every page takes the same.
 *
 * @param own - What this page holds.
 * @param stored - The newest record that is kept.
 * @param heard - What another page said. It can be here before it can be read where it is kept.
 */
export function agree(
  own: ConsentRecord | undefined,
  stored: ConsentRecord | undefined,
  heard?: ConsentRecord,
): ConsentRecord | undefined {
  let best = stored;
  for (const record of [heard, own]) {
    // More private: a record with another id was deleted since, however often its shopper had decided.
    if (record && (!stored || record.id === stored.id) && (!best || isLater(record, best, best === stored))) {
      best = record;
    }
  }
  return best;
}

/** Whether a record outweighs another, which of equals is kept if it is `stored`. */
function isLater(record: ConsentRecord, best: ConsentRecord, stored: boolean): boolean {
  const order = record.seq - best.seq;
  return (
    (stored ? order : order || record.time - best.time || yeses(best) - yeses(record) || spelling(record, best)) > 0
  );
}

function yeses({ answers }: ConsentRecord): number {
  return [...answers.values()].filter(({ granted }) => granted).length;
}

function spelling(record: ConsentRecord, best: ConsentRecord): number {
  return encode(record) > encode(best) ? 1 : 0;
}
