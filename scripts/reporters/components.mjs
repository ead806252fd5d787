/** Reports component tests: the failures in full, the rest as a number. */
import { writeCounts } from './counts.mjs';

/** @typedef {import('@web/test-runner').TestSession} TestSession */
/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */

/** @returns {import('@web/test-runner').Reporter} */
export function componentReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const reports = sessions.map(report);
      const passed = reports.reduce((sum, each) => sum + each.passed, 0);
      const failures = reports.flatMap((each) => each.failures);
      console.log([...failures, `${passed} passed, ${failures.length} failed`].join('\n\n'));
      writeCounts({ passed, failed: failures.length });
    },
  };
}

/** @param {TestSession} session */
function report(session) {
  const file = session.testFile ?? '';
  const tests = session.testResults ? testsOf(session.testResults, []) : [];
  const failed = tests.filter(({ result }) => !result.passed || result.skipped);
  const failures = [
    ...failed.map(({ name, result }) => `✖ ${name}\n  ${result.skipped ? 'Skipped.' : said(result.error)}`),
    ...session.errors.map(said),
    ...session.request404s.map((url) => `Not found: ${url}`),
    ...(tests.length || session.errors.length ? [] : ['No test in this file.']),
  ];
  return {
    passed: tests.length - failed.length,
    failures: failures.map((failure) => `${session.browser.name} ${file}\n${failure}${logs(session)}`),
  };
}

/**
 * @param {TestSuiteResult} suite
 * @param {string[]} above
 * @returns {{ name: string, result: TestSuiteResult['tests'][number] }[]}
 */
function testsOf({ tests, suites }, above) {
  return [
    ...tests.map((result) => ({ name: [...above, result.name].join(' › '), result })),
    ...suites.flatMap((suite) => testsOf(suite, [...above, suite.name])),
  ];
}

/** @param {{ message?: string, stack?: string, expected?: string, actual?: string } | undefined} error */
function said({ message, stack, expected, actual } = {}) {
  const difference = expected === undefined ? [] : [`expected: ${expected}`, `actual:   ${actual}`];
  return [message, ...difference, stack].filter(Boolean).join('\n  ');
}

/** @param {TestSession} session */
function logs({ logs: lines }) {
  return lines.length ? `\n  console: ${lines.map((line) => line.map(String).join(' ')).join('\n  ')}` : '';
}
