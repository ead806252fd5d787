/** The first visit: what is fetched, when the banner is there, and what that costs the page. */
/* global window */
import { scriptTime, settle, SLOW, visit, whenAsked } from './support/lab.mjs';
import { byTurns, figure } from './support/statistics.mjs';
import { BARE, SUBJECTS } from './support/subjects.mjs';

/** @typedef {import('./support/lab.mjs').Lab} Lab */
/** @typedef {import('./support/lab.mjs').Circumstances} Circumstances */
/** @typedef {import('./support/subjects.mjs').Subject} Subject */

const TURNS = 7;
const COLUMNS = ['', 'bytes until banner', 'bytes in all', 'first paint', 'banner (to own first paint)'].concat([
  'largest paint',
  'layout shift',
  'script time (over bare)',
  'long tasks',
]);

/** Runs in the page. */
function readNotes() {
  const { firstPaint, largest, shift, long, banner } = window.bench;
  const own = performance.getEntriesByType('resource').flatMap((entry) => {
    const { name, encodedBodySize, responseEnd } = /** @type {PerformanceResourceTiming} */ (entry);
    return /\/bench\/(?!tag)/.test(name) ? [{ bytes: encodedBodySize, responseEnd }] : [];
  });
  const bytes = (/** @type {typeof own} */ some) => some.reduce((sum, entry) => sum + entry.bytes, 0);
  const before = own.filter(({ responseEnd }) => responseEnd <= banner);
  return { firstPaint, largest, shift, long: long.length, banner, before: bytes(before), all: bytes(own) };
}

/** @param {Lab} lab @param {Subject} subject @param {Circumstances} circumstances */
async function once(lab, subject, circumstances) {
  const opened = await visit(lab, subject, circumstances);
  if (subject !== BARE) {
    await whenAsked(opened);
  }
  await settle(opened);
  const notes = await opened.page.evaluate(readNotes);
  const script = await scriptTime(opened);
  await opened.close();
  return { ...notes, script };
}

/**
 * @param {Lab} lab
 * @param {Circumstances} [circumstances]
 * @param {number} [turns]
 * @returns {Promise<import('./support/report.mjs').Table>}
 */
async function firstVisit(lab, circumstances = {}, turns = TURNS) {
  const results = await byTurns(SUBJECTS, turns, (subject) => once(lab, subject, circumstances));
  const bare = results.get(BARE) ?? [];
  const rows = [...results].map(([subject, runs]) => {
    const against = (/** @type {'firstPaint' | 'largest'} */ what) =>
      figure(
        runs.map((run) => run[what]),
        bare.map((run) => run[what]),
      );
    const isBare = subject === BARE;
    const banners = runs.map(({ banner }) => banner);
    const own = runs.map(({ firstPaint }) => firstPaint);
    return [
      subject.name,
      isBare ? '' : (runs.at(-1)?.before ?? 0),
      isBare ? '' : (runs.at(-1)?.all ?? 0),
      against('firstPaint'),
      isBare ? '' : figure(banners, own),
      against('largest'),
      Math.max(...runs.map(({ shift }) => shift)).toFixed(3),
      figure(runs.map(({ script }, turn) => script - (isBare ? 0 : (bare[turn]?.script ?? NaN)))),
      figure(runs.map(({ long }) => long)),
    ];
  });
  return { columns: COLUMNS, rows };
}

/** @type {Record<string, import('./support/measurement.js').Measurement>} */
export const firstVisits = {
  'first-visit': { title: 'First visit', measure: (lab) => firstVisit(lab) },
  'first-visit-slow-network': {
    title: 'First visit, slow network',
    measure: (lab) => firstVisit(lab, { network: SLOW.network }, 4),
  },
  'first-visit-slow-machine': {
    title: 'First visit, slow machine',
    measure: (lab) => firstVisit(lab, { cpu: SLOW.cpu }, 4),
  },
};
