/** How grave a problem is: an `error` makes the configuration wrong, a `warning` makes it worse than it could be. */
export type Severity = 'error' | 'warning';

/** Every kind of problem, with how grave it is. `docs/configuration.md` explains each one. */
export const SEVERITY = {
  TYPE: 'error',
  'UNKNOWN-KEY': 'error',
  'MISSING-KEY': 'error',
  'UNKNOWN-VALUE': 'error',
  UNREADABLE: 'error',
  'TOO-LARGE': 'error',
  ID: 'error',
  'DUPLICATE-ID': 'error',
  'UNKNOWN-CATEGORY': 'error',
  EXPRESSION: 'error',
  'UNKNOWN-ID': 'error',
  LANG: 'error',
  REGION: 'error',
  ADDRESS: 'error',
  HOST: 'error',
  DOMAIN: 'error',
  'STORAGE-NAME': 'error',
  QUEUE: 'error',
  NUMBER: 'error',
  DATE: 'error',
  TRACKER: 'error',
  'NO-CONSENT-TEXT': 'error',
  MORE: 'error',
  EMPTY: 'warning',
  EMAIL: 'warning',
  'NO-LABEL': 'warning',
  'BARE-SERVICE': 'warning',
  'NO-NECESSARY': 'warning',
  'NO-MAIL': 'warning',
  'NECESSARY-BASIS': 'warning',
  'UNKNOWN-TEXT': 'warning',
  'SAME-LABELS': 'warning',
  'LATER-LABEL': 'warning',
  ORDER: 'warning',
  'NO-WAY-OUT': 'warning',
  'AREA-COVERED': 'warning',
} as const satisfies Record<string, Severity>;

/** The name of one kind of problem. */
export type ProblemCode = keyof typeof SEVERITY;

/** What a rule says against a value. */
export interface Finding {
  readonly code: ProblemCode;
  readonly message: string;
  /** A function where it takes work to find out: it is called for the problems that are shown, and no others. */
  readonly fix: string | (() => string);
}

/** One mistake in a configuration. */
export interface Problem {
  readonly code: ProblemCode;
  /** Where it is, such as `services[2].hosts[0]`; empty for the configuration as a whole. */
  readonly path: string;
  /** The value, short enough for one line; empty where there is none. */
  readonly value: string;
  /** What is wrong, as a clause that follows the path. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  readonly severity: Severity;
}

/** Writes a problem as one line for the console. */
export function formatProblem({ code, path, value, message, fix }: Problem): string {
  const found = value ? ` (${value})` : '';
  return `[fairsay] ${code} ${path || 'configuration'}: ${message}${found}; ${fix}`;
}
