/** The visit of somebody who accepted: with nothing in the browser's cache, and again with everything there. */
/* global window */
import { scriptTime, settle, SLOW, visit, whenAsked } from './support/lab.mjs';
import { byTurns, figure } from './support/statistics.mjs';
import { BARE, SUBJECTS } from './support/subjects.mjs';

/** @typedef {import('./support/lab.mjs').Lab} Lab */
/** @typedef {import('./support/lab.mjs').Circumstances} Circumstances */

const TURNS = 5;
const COLUMNS = ['', 'bytes', 'first paint', 'first tag runs', 'script time (over bare)'].concat([
  'again: first paint',
  'again: first tag runs',
  'again: script time (over bare)',
]);

/**
 * What a shopper who accepted takes along.
 *
 * @param {Lab} lab
 * @param {import('./support/subjects.mjs').Subject} subject
 * @returns {Promise<import('./support/lab.mjs').Answers>}
 */
async function answer(lab, subject) {
  const opened = await visit(lab, subject);
  const { page } = opened;
  if (subject.files.length) {
    await whenAsked(opened);
    await page.click(subject.accept);
    await page.waitForFunction(() => window.bench.tags.length === 2);
  }
  const answers = await page.context().storageState();
  await opened.close();
  return answers;
}

/** @param {import('./support/lab.mjs').Visit} opened */
async function read(opened) {
  const { page } = opened;
  await settle(opened);
  const notes = await page.evaluate(() => ({
    firstPaint: window.bench.firstPaint,
    tag: window.bench.tags[0] ?? NaN,
    bytes: performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/bench\/\w+.*\//.test(name))
      .reduce((sum, entry) => sum + /** @type {PerformanceResourceTiming} */ (entry).encodedBodySize, 0),
  }));
  return { ...notes, script: await scriptTime(opened) };
}

/**
 * @param {Lab} lab
 * @param {Circumstances} [circumstances]
 * @param {number} [turns]
 * @returns {Promise<import('./support/report.mjs').Table>}
 */
async function returnVisit(lab, circumstances = {}, turns = TURNS) {
  const answers = new Map();
  for (const subject of SUBJECTS) {
    answers.set(subject, await answer(lab, subject));
  }
  const results = await byTurns(SUBJECTS, turns, async (subject) => {
    const opened = await visit(lab, subject, { ...circumstances, answers: answers.get(subject) });
    const cold = await read(opened);
    await opened.page.goto(lab.address);
    const warm = await read(opened);
    await opened.close();
    return { cold, warm };
  });
  const bare = results.get(BARE) ?? [];
  const rows = [...results].map(([subject, runs]) => {
    const isBare = subject === BARE;
    const cells = (/** @type {'cold' | 'warm'} */ when) => [
      figure(
        runs.map((run) => run[when].firstPaint),
        bare.map((run) => run[when].firstPaint),
      ),
      isBare ? '' : figure(runs.map((run) => run[when].tag)),
      figure(runs.map((run, turn) => run[when].script - (isBare ? 0 : (bare[turn]?.[when].script ?? NaN)))),
    ];
    return [subject.name, isBare ? '' : (runs.at(-1)?.cold.bytes ?? 0), ...cells('cold'), ...cells('warm')];
  });
  return { columns: COLUMNS, rows };
}

/** @type {Record<string, import('./support/measurement.js').Measurement>} */
export const returnVisits = {
  'return-visit': { title: 'Return visit', measure: (lab) => returnVisit(lab) },
  'return-visit-slow-network': {
    title: 'Return visit, slow network',
    measure: (lab) => returnVisit(lab, { network: SLOW.network }, 3),
  },
};
