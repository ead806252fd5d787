import type { Decision, Source } from './state.js';

/** An answer as it is kept. */
export interface Entry {
  readonly granted: boolean;
  /** The print of what was answered. */
  readonly print: string;
}

/** One decision with all of its answers. */
export interface ConsentRecord extends Decision {
  /** By id: an answered category, or a service that the shopper decided about by itself. */
  readonly answers: ReadonlyMap<string, Entry>;
}

/** The longest record that is written, in characters: a cookie of 4 096 bytes with room for its name and attributes. */
export const MAX_LENGTH = 3800;

const HEAD = /^1\.(\d{1,15})\.([\da-z]{1,9})\.([\da-f]{32})\.([a-z]{1,9})(-gpc)?\.([A-Za-z\d-]{1,35})((?:\.[^.]+)*)$/;
const ENTRY = /^([a-z\d][\w-]{0,63}):([gd]):([\da-z]{1,7})$/i;

/** Writes a record in its stored form. */
export function encode({ seq, time, id, source, gpc, lang, answers }: ConsentRecord): string {
  const head = `1.${seq}.${time.toString(36)}.${id}.${source}${gpc ? '-gpc' : ''}.${lang}`;
  return [head, ...[...answers].map(([name, { granted, print }]) => `${name}:${granted ? 'g' : 'd'}:${print}`)].join('.');
}

/**
 * Reads a stored record. Anything that {@link encode} would not have written is no record at all:
 * more private than to guess what it once meant.
 */
export function decode(raw: string): ConsentRecord | undefined {
  const head = raw.length <= MAX_LENGTH && HEAD.exec(raw);
  if (!head) {
    return undefined;
  }
  const [, seq = '', time = '', id = '', source = '', gpc, lang = '', rest = ''] = head;
  const answers = new Map<string, Entry>();
  for (const part of rest.split('.').slice(1)) {
    const [, name = '', granted, print = ''] = ENTRY.exec(part) ?? [];
    answers.set(name, { granted: granted === 'g', print });
  }
  const record: ConsentRecord = {
    seq: Number(seq),
    time: parseInt(time, 36),
    id,
    source: source as Source,
    gpc: !!gpc,
    lang,
    answers,
  };
  return encode(record) === raw ? record : undefined;
}

/** Takes the decision made last: the one with the highest `seq`, and of equals the first. */
export function newest(records: readonly (ConsentRecord | undefined)[]): ConsentRecord | undefined {
  let best: ConsentRecord | undefined;
  for (const record of records) {
    if (record && !(best && best.seq >= record.seq)) {
      best = record;
    }
  }
  return best;
}
