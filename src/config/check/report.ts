import { checkConfig } from './check-config.js';
import { formatProblem } from './problem.js';

/** Tells every mistake in a configuration, one line each. The page fetches this as a chunk of its own when it is needed. */
export function reportConfig(value: unknown, log: (line: string) => void): void {
  for (const problem of checkConfig(value)) {
    log(formatProblem(problem));
  }
}
