/** How a suite tells `scripts/test.mjs` its figures: a small file, named by an environment variable. */
import { writeFileSync } from 'node:fs';

/** The name of the environment variable. */
export const COUNTS_FILE = 'FAIRSAY_COUNTS';

/**
 * Writes how many tests passed and failed. A skipped test has not shown anything, so it is told as failed.
 *
 * @param {{ passed: number, failed: number }} counts
 */
export function writeCounts({ passed, failed }) {
  const file = process.env[COUNTS_FILE];
  if (file) {
    writeFileSync(file, JSON.stringify({ passed, failed }));
  }
}
