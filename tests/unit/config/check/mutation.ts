import fc from 'fast-check';
import { validConfig } from './valid-config.js';

/** The keys that lead to a value. */
export type Path = readonly (string | number)[];

/** The path of every value below one, in the form of the keys that lead there. */
export function paths(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [
    [key],
    ...paths((value as Record<string, unknown>)[key]).map((path) => [key, ...path]),
  ]);
}

/** A path as the check writes it. */
export function written(path: Path): string {
  const steps = path.map((key) =>
    typeof key === 'number' ? `[${key}]` : /^[\w$]+$/.test(key) ? `.${key}` : `["${key}"]`,
  );
  return steps.join('').replace(/^\./, '');
}

/** A value that no key takes in place of the one that stands there. */
function wrong(value: unknown): unknown {
  if (typeof value === 'object') {
    return null;
  }
  return typeof value === 'string' ? 7 : 'x';
}

/** Replaces the value at a path by one of another type. */
export function mutate(value: unknown, [key, ...rest]: Path): void {
  const holder = value as Record<string | number, unknown>;
  if (key !== undefined) {
    if (rest.length) {
      mutate(holder[key], rest);
    } else {
      holder[key] = wrong(holder[key]);
    }
  }
}

/** Configurations in which one value is of the wrong type. */
export const mutant: fc.Arbitrary<unknown> = fc.tuple(validConfig, fc.nat()).map(([config, pick]) => {
  const all = paths(config);
  mutate(config, all[pick % all.length] ?? []);
  return config;
});
