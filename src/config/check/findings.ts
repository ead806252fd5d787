import { printValue, shorten } from './print-value.js';
import { SEVERITY, type Finding, type Problem } from './problem.js';

/** No one reads more than that at once. */
const MAX_PROBLEMS = 100;

/** The values that are read before the check gives up: many times what the largest shop declares. */
const MAX_VALUES = 100_000;

/** Collects problems, and holds the check to a bounded amount of work. */
export interface Findings {
  /** Adds a problem; above the limit it is only counted. */
  add(path: string, value: unknown, finding: Finding): void;
  /** Takes one value from the budget; says whether it may still be read. */
  spend(): boolean;
  /** Whether the budget has run out, so that part of the configuration was not read. */
  readonly exhausted: boolean;
  /** Everything found, in the order it was found. */
  all(): readonly Problem[];
}

/** A place in the configuration. */
export interface Place {
  readonly path: string;
  readonly findings: Findings;
}

/** Starts a collection. */
export function createFindings(): Findings {
  const problems: Problem[] = [];
  let more = 0;
  let graver = false;
  let left = MAX_VALUES;
  return {
    add: (path, value, { code, message, fix }) => {
      const severity = SEVERITY[code];
      if (problems.length < MAX_PROBLEMS) {
        const advice = typeof fix === 'string' ? fix : fix();
        problems.push({ code, path, value: printValue(value), message, fix: advice, severity });
      } else {
        more += 1;
        graver ||= severity === 'error';
      }
    },
    spend: () => {
      left -= 1;
      return left >= 0;
    },
    get exhausted() {
      return left < 0;
    },
    all: () => [...problems, ...(left < 0 ? [tooLarge()] : []), ...(more ? [notShown(more, graver)] : [])],
  };
}

/** The place of a key. A key that is not a plain word is written in brackets. */
export function atKey({ path, findings }: Place, key: string): Place {
  const plain = /^[\w$]{1,60}$/.test(key);
  return { findings, path: plain ? [path, key].filter(Boolean).join('.') : `${path}["${shorten(key)}"]` };
}

/** The place of an item of a list. */
export function atIndex({ path, findings }: Place, index: number): Place {
  return { findings, path: `${path}[${String(index)}]` };
}

/** The items of a list that could be read, each with its path. */
export function* itemsAt<T>(items: readonly (T | undefined)[] = [], path: string): Generator<readonly [string, T]> {
  for (const [index, item] of items.entries()) {
    if (item !== undefined) {
      yield [`${path}[${String(index)}]`, item];
    }
  }
}

function tooLarge(): Problem {
  return {
    code: 'TOO-LARGE',
    path: '',
    value: '',
    message: `has more than ${String(MAX_VALUES)} values, and the rest was not read`,
    fix: 'check that it is a configuration at all',
    severity: 'error',
  };
}

function notShown(count: number, graver: boolean): Problem {
  return {
    code: 'MORE',
    path: '',
    value: '',
    message: `has ${String(count)} more problems`,
    fix: 'mend these first and look again',
    severity: graver ? 'error' : 'warning',
  };
}
