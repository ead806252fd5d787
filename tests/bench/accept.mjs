/** From the click on Accept to the next paint, with nothing to start and with twenty scripts of 50 ms each. */
/* global window */
import { settle, SLOW, visit, whenAsked } from './support/lab.mjs';
import { watchClick } from './support/probe.mjs';
import { byTurns, figure } from './support/statistics.mjs';
import { BARE, SUBJECTS, TOOLS } from './support/subjects.mjs';

/** @typedef {import('./support/lab.mjs').Lab} Lab */
/** @typedef {import('./support/subjects.mjs').Subject} Subject */

const TURNS = 3;
const SCRIPTS = 20;
const BUSY = 'for (const end = performance.now() + 50; performance.now() < end; );';
const COLUMNS = [
  '',
  'nothing held: to paint',
  'twenty held: to paint',
  'the difference',
  'worst input, by the browser',
].concat(['banner gone', 'last script has run', 'longest task']);

/** @param {Lab} lab @param {Subject} subject @param {number} count @param {number} [cpu] */
async function once(lab, subject, count, cpu) {
  const script = `<script ${subject.mark('analytics')}>${BUSY} bench.tags.push(performance.now())</script>`;
  const opened = await visit(lab, subject, { held: script.repeat(count), cpu });
  const { page } = opened;
  if (subject !== BARE) {
    await whenAsked(opened);
  }
  await settle(opened);
  await page.evaluate(watchClick, { selector: subject.banner, comes: false });
  await page.evaluate(() => {
    window.addEventListener('click', ({ timeStamp }) => (window.bench.clicked = timeStamp), { capture: true });
  });
  await page.click(subject.accept);
  await page.waitForFunction((wanted) => window.bench.click && window.bench.tags.length === wanted, count);
  // What the browser says of a click comes a little after it.
  await settle(opened);
  const notes = await page.evaluate(() => window.bench);
  await opened.close();
  const { paint = NaN, done = NaN, browser = NaN } = notes.click ?? {};
  const last = (notes.tags.at(-1) ?? NaN) - (notes.clicked ?? NaN);
  return { paint, done, browser, last, longest: Math.max(0, ...notes.long) };
}

/** @param {Lab} lab @param {number} [cpu] @returns {Promise<import('./support/report.mjs').Table>} */
async function accept(lab, cpu) {
  const results = await byTurns(cpu ? TOOLS : SUBJECTS, TURNS, async (subject) => ({
    none: await once(lab, subject, 0, cpu),
    twenty: await once(lab, subject, SCRIPTS, cpu),
  }));
  const rows = [...results].map(([subject, runs]) => [
    subject === BARE ? 'Bare loop in the click' : subject.name,
    figure(runs.map(({ none }) => none.paint)),
    figure(runs.map(({ twenty }) => twenty.paint)),
    figure(runs.map(({ none, twenty }) => twenty.paint - none.paint)),
    figure(runs.map(({ twenty }) => twenty.browser)),
    subject === BARE ? '' : figure(runs.map(({ twenty }) => twenty.done)),
    figure(runs.map(({ twenty }) => twenty.last)),
    figure(runs.map(({ twenty }) => twenty.longest)),
  ]);
  return { columns: COLUMNS, rows };
}

/** @type {Record<string, import('./support/measurement.js').Measurement>} */
export const accepts = {
  accept: { title: 'Accept, with twenty scripts of 50 ms', measure: (lab) => accept(lab) },
  'accept-slow-machine': { title: 'Accept, slow machine', measure: (lab) => accept(lab, SLOW.cpu) },
};
