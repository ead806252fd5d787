import type { Envelope, ReceiptKind, ReceiptValue } from './envelope.js';

/**
 * Works out what holds after the envelopes of one record: each adds to those before it, and none is ever changed. They may
 * come in any order and more than once, as a log receives them.
 *
 * @returns every value that holds, by id; an answer that was dropped is not among them.
 */
export function replay(envelopes: readonly Envelope[], kind: ReceiptKind = 'consent'): Map<string, ReceiptValue> {
  const own = envelopes.filter((envelope) => envelope.kind === kind);
  const once = [...new Map(own.map((envelope) => [envelope.id, envelope])).values()];
  const values = new Map<string, ReceiptValue>();
  for (const { choices } of once.sort(inOrder)) {
    for (const [id, value] of Object.entries(choices)) {
      if (value === null) {
        values.delete(id);
      } else {
        values.set(id, value);
      }
    }
  }
  return values;
}

/** By their place in the record, else by their time. */
function inOrder(one: Envelope, other: Envelope): number {
  return (one.seq ?? 0) - (other.seq ?? 0) || one.time.localeCompare(other.time);
}
