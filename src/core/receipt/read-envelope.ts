import type { Envelope } from './envelope.js';

type Rule = (value: unknown) => boolean;

const text: Rule = (value) => typeof value === 'string';
const flag: Rule = (value) => typeof value === 'boolean';
const form =
  (pattern: RegExp): Rule =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const unlessAbsent =
  (rule: Rule): Rule =>
  (value) =>
    value === undefined || rule(value);

const id = form(/^[\da-f]{32}$/);
const time = form(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const values: Rule = (value) =>
  isPlain(value) &&
  Object.values(value).every((one) => one === null || ['boolean', 'string', 'number'].includes(typeof one));

const SHOWN: Readonly<Record<keyof Envelope['shown'], Rule>> = {
  version: text,
  hash: form(/^([\da-f]{64})?$/),
  lang: text,
};

const ENVELOPE: Readonly<Record<keyof Envelope, Rule>> = {
  form: (value) => value === 1,
  id,
  kind: form(/^(consent|age|newsletter)$/),
  time: (value) => time(value) && !Number.isNaN(Date.parse(value as string)),
  shown: (value) => value !== undefined,
  choices: values,
  previous: unlessAbsent(values),
  source: form(/^(button|script|api|embed|signal|sync|one-click)$/),
  gpc: flag,
  region: text,
  age: unlessAbsent(text),
  library: text,
  record: unlessAbsent(id),
  seq: unlessAbsent((value) => Number.isSafeInteger(value) && (value as number) > 0),
};

/**
 * Reads what may be an envelope. What is kept in a browser can be changed by any script of the page, so nothing about it
 * is believed.
 *
 * @returns a copy with the fields of an envelope and no others; nothing where it is none.
 */
export function readEnvelope(value: unknown): Envelope | undefined {
  return isPlain(value)
    ? (copyOf({ ...value, shown: copyOf(value['shown'], SHOWN) }, ENVELOPE) as Envelope | undefined)
    : undefined;
}

/** The fields that keep the rules, and no others; nothing where one is broken. */
function copyOf(value: unknown, rules: Readonly<Record<string, Rule>>): object | undefined {
  if (!isPlain(value) || !Object.entries(rules).every(([key, rule]) => rule(value[key]))) {
    return undefined;
  }
  const known = Object.keys(rules).filter((key) => value[key] !== undefined);
  return Object.fromEntries(known.map((key) => [key, value[key]]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
