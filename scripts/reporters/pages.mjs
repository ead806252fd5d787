/** Counts Playwright's tests; its own reporter tells what failed. */
import { writeCounts } from './counts.mjs';

/** @typedef {import('@playwright/test/reporter').Reporter} Reporter */

/** @implements {Reporter} */
export default class PageCounts {
  #counts = { passed: 0, failed: 0 };

  /** @param {import('@playwright/test/reporter').TestCase} test @param {import('@playwright/test/reporter').TestResult} result */
  onTestEnd(test, { status }) {
    this.#counts[status === 'passed' ? 'passed' : 'failed'] += 1;
    if (status === 'skipped') {
      console.error(`✖ ${test.titlePath().join(' › ')}\nSkipped.`);
    }
  }

  onError() {
    this.#counts.failed += 1;
  }

  onEnd() {
    writeCounts(this.#counts);
  }
}
