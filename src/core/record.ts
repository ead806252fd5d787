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

/** Version, seq, time, id, source, language, then any number of answers; no number with a zero before it. */
const FORM = /^1\.[1-9]\d{0,14}\.[1-9a-z][\da-z]{0,7}\.[\da-f]{32}\.[a-z]+(-gpc)?\.[\w-]+(\.[\w-]+:[gd]:\w+)*$/;

/**
 * Reads a stored record. What `encode` would not have written, to the letter, is no record at all: more private than to
 * guess what it once meant.
 */
export function decode(raw: string): ConsentRecord | undefined {
  const [, seq, time = '', id = '', by = '', lang = '', ...parts] = raw.split('.');
  const answers = new Map<string, Entry>();
  for (const part of parts) {
    const [name = '', granted, print = ''] = part.split(':');
    answers.set(name, { granted: granted === 'g', print });
  }
  const source = by.replace('-gpc', '') as Source;
  return FORM.test(raw) && answers.size === parts.length
    ? { seq: Number(seq), time: parseInt(time, 36), id, source, gpc: by !== source, lang, answers }
    : undefined;
}

/** Takes the decision made last: the one with the highest `seq`, and of equals the first. */
export function newest(records: readonly (ConsentRecord | undefined)[]): ConsentRecord | undefined {
  return records.reduce((best, record) => ((record?.seq ?? 0) > (best?.seq ?? 0) ? record : best), undefined);
}
