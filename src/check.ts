/** The full checker of configurations, for a shop's own tests and tools. */
export { checkConfig } from './config/check/check-config.js';
export { formatProblem, type Problem } from './config/check/problem.js';
