import { configuration } from './draft.js';
import { createFindings } from './findings.js';
import { checkAdvice } from './meaning/advice.js';
import { checkAge } from './meaning/age.js';
import { checkIds } from './meaning/ids.js';
import { checkNewsletter } from './meaning/newsletter.js';
import { checkNotice } from './meaning/notice.js';
import { checkTexts } from './meaning/texts.js';
import { checkTrackers } from './meaning/trackers.js';
import type { Problem } from './problem.js';
import { readSafely } from './readers.js';

/**
 * Finds every mistake in a configuration: of shape first, then of meaning. Takes any value at all, changes nothing, never
 * throws, and stops after 100 problems or 100 000 values.
 *
 * @example
 * for (const problem of checkConfig(config)) {
 *   console.warn(formatProblem(problem));
 * }
 */
export function checkConfig(value: unknown): readonly Problem[] {
  const findings = createFindings();
  const draft = readSafely(() => value, { path: '', findings }, configuration);
  // What was cut short has ids that were never read: nothing can be said about its meaning.
  if (draft && !findings.exhausted) {
    checkIds(draft, findings);
    checkTrackers(draft, findings);
    checkNewsletter(draft, findings);
    checkAdvice(draft, findings);
    checkTexts(draft, findings);
    checkNotice(draft, findings);
    checkAge(draft, findings);
  }
  return findings.all();
}
