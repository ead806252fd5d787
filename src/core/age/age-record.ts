import type { AgeAnswer } from './glance.js';

/** One answer about an age, as it is stored. It holds no birth date and no age: what was asked, and what was said. */
export interface AgeRecord {
  /** The age that was asked for, in years. */
  readonly minimum: number;
  readonly answer: AgeAnswer;
  /** When it was given, in seconds since 1970. */
  readonly time: number;
  /** 128 random bits in hexadecimal: names the record, not the person. */
  readonly id: string;
  /** The language that the question was asked in, as a BCP 47 tag. */
  readonly lang: string;
}

const FORM = /^1\.([1-9]\d{0,2})\.(adult|accompanied|declined)\.([1-9a-z][\da-z]{0,7})\.([\da-f]{32})\.([\w-]+)$/;

/**
 * Reads a stored answer, in a browser or on a server. What `encodeAge` would not have written, to the letter, is none.
 *
 * @example
 * const record = decodeAge(cookies['fairsay-age'] ?? '');
 * const mayEnter = record?.answer === 'adult' && record.minimum >= 18;
 */
export function decodeAge(raw: string): AgeRecord | undefined {
  const [found, minimum, answer, time = '', id = '', lang = ''] = FORM.exec(raw) ?? [];
  return found === undefined
    ? undefined
    : { minimum: Number(minimum), answer: answer as AgeAnswer, time: parseInt(time, 36), id, lang };
}

/** Writes an answer in its stored form: `1.minimum.answer.time.id.lang`. */
export function encodeAge({ minimum, answer, time, id, lang }: AgeRecord): string {
  return `1.${minimum}.${answer}.${time.toString(36)}.${id}.${lang}`;
}
