import { atIndex, atKey, type Place } from './findings.js';
import { suggest } from './nearest.js';
import type { Finding } from './problem.js';

/** Reads a value of one shape: tells what is wrong with it, and gives what is right of it as a copy of our own. */
export type Reader<T> = (value: unknown, place: Place) => T | undefined;

/** What a reader gives. */
export type Read<R> = R extends Reader<infer T> ? T : never;

/** Looks at a text of the right type, and says what is wrong with what it means. */
export type Rule = (text: string) => Finding | undefined;

type Kind = 'text' | 'number' | 'flag' | 'list' | 'object' | 'call';

/** Longer than any text that a shopper would read. */
const MAX_TEXT = 10_000;

const KINDS: Readonly<Record<Kind, { readonly wanted: string; readonly fix: string }>> = {
  text: { wanted: 'a text', fix: 'write it in quotes' },
  number: { wanted: 'a number', fix: 'write a number without quotes' },
  flag: { wanted: 'true or false', fix: 'write true or false without quotes' },
  list: { wanted: 'a list', fix: 'write a list in square brackets' },
  object: { wanted: 'an object', fix: 'write an object in braces' },
  call: { wanted: 'a function', fix: 'pass a function to start from code, as JSON has none' },
};

/** Reads a text, and holds it against rules. */
export function text(...rules: Rule[]): Reader<string> {
  return (value, place) => {
    if (typeof value !== 'string') {
      return wrongType(value, place, 'text');
    }
    if (value.length > MAX_TEXT) {
      const message = `is longer than ${String(MAX_TEXT)} characters`;
      place.findings.add(place.path, value, { code: 'TOO-LARGE', message, fix: 'check that it is the right text' });
      return undefined;
    }
    judge(value, place, rules);
    return value;
  };
}

/** Reads a whole number within bounds. */
export function whole(least: number, most: number, fix: string): Reader<number> {
  return (value, place) => {
    if (typeof value !== 'number') {
      return wrongType(value, place, 'number');
    }
    if (!Number.isInteger(value) || value < least || value > most) {
      place.findings.add(place.path, value, { code: 'NUMBER', message: 'is not a whole number in range', fix });
    }
    return value;
  };
}

/** Reads a yes or no. */
export const flag: Reader<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : wrongType(value, place, 'flag');

/** Reads one of a few words. */
export function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  return (value, place) => {
    if (typeof value !== 'string') {
      return wrongType(value, place, 'text');
    }
    const found = words.find((word) => word === value);
    if (found === undefined) {
      const fix = (): string => suggest(value, words);
      place.findings.add(place.path, value, { code: 'UNKNOWN-VALUE', message: 'is not a word known here', fix });
    }
    return found;
  };
}

/** Reads a function, which only a configuration in code can have. */
export function call(value: unknown, place: Place): (() => unknown) | undefined {
  return typeof value === 'function' ? (): unknown => undefined : wrongType(value, place, 'call');
}

/** Reads a list. What is wrong with an item leaves a hole, so that every index stays what it was. */
export function list<T>(item: Reader<T>): Reader<readonly (T | undefined)[]> {
  return (value, place) => {
    if (!Array.isArray(value)) {
      return wrongType(value, place, 'list');
    }
    const items: (T | undefined)[] = [];
    for (let index = 0; index < value.length && place.findings.spend(); index += 1) {
      items.push(readSafely(() => value[index] as unknown, atIndex(place, index), item));
    }
    return items;
  };
}

/** Reads an object whose keys are the shop's own. */
export function dictionary<T>(key: Rule, item: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return (value, place) => {
    if (!isObject(value)) {
      return wrongType(value, place, 'object');
    }
    const entries = new Map<string, T>();
    for (const name of keysWithin(value, place)) {
      judge(name, atKey(place, name), [key]);
      const entry = readSafely(() => value[name], atKey(place, name), item);
      if (entry !== undefined) {
        entries.set(name, entry);
      }
    }
    return entries;
  };
}

type Fields = Readonly<Record<string, Reader<unknown>>>;
type Draft<F extends Fields> = { -readonly [K in keyof F]?: Read<F[K]> };

/** Reads an object of known keys. The required ones come with what to write there. */
export function object<F extends Fields>(
  fields: F,
  required: { readonly [K in keyof F]?: string } = {},
): Reader<Readonly<Draft<F>>> {
  const readers = new Map<string, Reader<unknown>>(Object.entries(fields));
  return (value, place) => {
    if (!isObject(value)) {
      return wrongType(value, place, 'object');
    }
    const draft: Record<string, unknown> = {};
    for (const key of keysWithin(value, place)) {
      const reader = readers.get(key) ?? unknownKey([...readers.keys()], key);
      const field = readSafely(() => value[key], atKey(place, key), reader);
      if (field !== undefined) {
        draft[key] = field;
      }
    }
    for (const [key, fix] of Object.entries<string | undefined>(required)) {
      if (!Object.hasOwn(value, key) && fix !== undefined) {
        place.findings.add(atKey(place, key).path, undefined, { code: 'MISSING-KEY', message: 'is missing', fix });
      }
    }
    return draft as Draft<F>;
  };
}

/** Reads a value that may be of one kind or of another. */
export function either<A, B>(
  [kind, first]: readonly [(value: unknown) => boolean, Reader<A>],
  second: Reader<B>,
): Reader<A | B> {
  return (value, place) => (kind(value) ? first(value, place) : second(value, place));
}

/** Whether a value is an object that is not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads what may throw when it is looked at: a getter, or a proxy. */
export function readSafely<T>(get: () => unknown, place: Place, reader: Reader<T>): T | undefined {
  try {
    return reader(get(), place);
  } catch {
    const message = 'throws when it is read';
    place.findings.add(place.path, undefined, { code: 'UNREADABLE', message, fix: 'write a plain value' });
    return undefined;
  }
}

function* keysWithin(value: object, { findings }: Place): Generator<string> {
  for (const key of Object.keys(value)) {
    if (!findings.spend()) {
      return;
    }
    yield key;
  }
}

function unknownKey(known: readonly string[], key: string): Reader<undefined> {
  return (value, { path, findings }) => {
    const fix = (): string => suggest(key, known);
    findings.add(path, value, { code: 'UNKNOWN-KEY', message: 'is not a key known here', fix });
    return undefined;
  };
}

function judge(value: string, place: Place, rules: readonly Rule[]): void {
  for (const rule of rules) {
    const finding = rule(value);
    if (finding) {
      place.findings.add(place.path, value, finding);
      return;
    }
  }
}

function wrongType(value: unknown, { path, findings }: Place, kind: Kind): undefined {
  const { wanted, fix } = KINDS[kind];
  findings.add(path, value, {
    code: 'TYPE',
    message: `is ${nameType(value)}, not ${wanted}`,
    fix: value === undefined ? 'leave the key out' : fix,
  });
  return undefined;
}

function nameType(value: unknown): string {
  if (value === null || value === undefined) {
    return value === null ? 'nothing' : 'undefined';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  const names: Partial<Record<string, string>> = { string: 'a text', object: 'an object' };
  return names[typeof value] ?? `a ${typeof value}`;
}
