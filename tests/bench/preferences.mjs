/** From the click that opens the preferences to the frame that shows them, once the page is quiet. */
/* global window */
import { settle, SLOW, visit, whenAsked } from './support/lab.mjs';
import { watchClick } from './support/probe.mjs';
import { byTurns, figure } from './support/statistics.mjs';
import { TOOLS } from './support/subjects.mjs';

/** @typedef {import('./support/lab.mjs').Lab} Lab */
/** @typedef {import('./support/subjects.mjs').Subject} Subject */

const TURNS = 5;

/** @param {Lab} lab @param {Subject} subject @param {number} [cpu] */
async function once(lab, subject, cpu) {
  const opened = await visit(lab, subject, { cpu });
  const { page } = opened;
  await whenAsked(opened);
  // Nobody opens them within a second, and some fetch their code meanwhile.
  await settle(opened, 1_000);
  await page.evaluate(watchClick, { selector: subject.preferences, comes: true });
  await page.click(subject.open);
  await page.waitForFunction(() => window.bench.click);
  await settle(opened);
  const click = await page.evaluate(() => window.bench.click);
  await opened.close();
  return { done: click?.done ?? NaN, paint: click?.paint ?? NaN, browser: click?.browser ?? NaN };
}

/** @param {Lab} lab @returns {Promise<import('./support/report.mjs').Table>} */
async function preferences(lab) {
  const fast = await byTurns(TOOLS, TURNS, (subject) => once(lab, subject));
  const slow = await byTurns(TOOLS, TURNS, (subject) => once(lab, subject, SLOW.cpu));
  const rows = TOOLS.map((subject) => [
    subject.name,
    ...[fast, slow].flatMap((results) => {
      const runs = results.get(subject) ?? [];
      return [figure(runs.map(({ done }) => done)), figure(runs.map(({ browser }) => browser))];
    }),
  ]);
  const columns = [
    '',
    'to shown',
    'worst input, by the browser',
    'slow machine: to shown',
    'slow machine: worst input',
  ];
  return { columns, rows };
}

/** @type {Record<string, import('./support/measurement.js').Measurement>} */
export const preferencesClick = { preferences: { title: 'Preferences, from the click', measure: preferences } };
