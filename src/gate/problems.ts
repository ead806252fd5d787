import type { Verdict } from '../core/grammar.js';

/** What to say of an expression that can never be met. */
export const PROBLEMS: Partial<Record<Verdict, string>> = {
  empty: 'names nothing; name a category or service',
  syntax: 'cannot be read; write ids with spaces between, and ! before what must not be allowed',
  unknown: 'names what is not declared; add it to categories or services',
};
