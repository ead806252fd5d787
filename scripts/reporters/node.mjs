/** Reports tests of Node's runner: the failures in full, the rest as a number. */
import { inspect } from 'node:util';
import { writeCounts } from './counts.mjs';

/**
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 * @returns {AsyncGenerator<string>}
 */
export default async function* nodeReporter(events) {
  const counts = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') {
      yield data.message;
    } else if ((type === 'test:pass' || type === 'test:fail') && !isGroup(data)) {
      const problem = problemOf(data);
      counts[problem ? 'failed' : 'passed'] += 1;
      yield problem ? `✖ ${data.file ?? ''} ${data.name}\n${problem}\n\n` : '';
    }
  }
  writeCounts(counts);
  yield `${counts.passed} passed, ${counts.failed} failed\n`;
}

/** @typedef {import('node:test').EventData.TestPass | import('node:test').EventData.TestFail} Result */

/**
 * Tells whether a result only sums up others, which are told on their own.
 *
 * @param {Result} data
 */
function isGroup({ details }) {
  const failure = errorOf(details)?.failureType;
  return failure ? failure === 'subtestsFailed' : details.type === 'suite';
}

/**
 * What is wrong with a test. One that was skipped has shown nothing; a file without tests is reported by Node as a test
 * that passes and bears the file's name.
 *
 * @param {Result} data
 * @returns {string | undefined}
 */
function problemOf({ name, skip, todo, details }) {
  const error = errorOf(details);
  if (error) {
    return inspect(error.cause ?? error);
  }
  if (skip !== undefined || todo !== undefined) {
    return 'Skipped.';
  }
  return name.endsWith('.test.js') ? 'No test in this file.' : undefined;
}

/** @param {object} details @returns {Error & { failureType?: string } | undefined} */
function errorOf(details) {
  return 'error' in details ? /** @type {Error} */ (details.error) : undefined;
}
