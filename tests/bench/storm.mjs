/** A storm of new nodes, as a framework makes it: what watching the page for held things costs it. */
/* global document */
import { settle, visit, whenAsked } from './support/lab.mjs';
import { byTurns, figure } from './support/statistics.mjs';
import { BARE, SUBJECTS } from './support/subjects.mjs';

/** @typedef {import('./support/lab.mjs').Lab} Lab */

const NODES = 10_000;
const TURNS = 5;
/** How many nodes come in one task. */
const SHAPES = { 'all at once': NODES, '100 tasks of 100': 100, '10,000 tasks of one': 1 };

/**
 * Puts new nodes in, some in each task, and gives the time until all who watch have been told. Runs in the page.
 *
 * @param {{ nodes: number, each: number }} storm
 * @returns {Promise<number>}
 */
async function blow({ nodes, each }) {
  const place = document.body.appendChild(document.createElement('div'));
  const { port1, port2 } = new MessageChannel();
  const start = performance.now();
  for (let done = 0; done < nodes; done += each) {
    for (let index = 0; index < each; index += 1) {
      place.append(document.createElement('p'));
    }
    // Watchers are told when the code of this task has ended.
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  }
  const time = performance.now() - start;
  place.remove();
  return time;
}

/** @param {Lab} lab @returns {Promise<import('./support/report.mjs').Table>} */
async function storm(lab) {
  const results = await byTurns(SUBJECTS, TURNS, async (subject) => {
    const opened = await visit(lab, subject);
    if (subject !== BARE) {
      await whenAsked(opened);
    }
    await settle(opened);
    const times = [];
    for (const each of Object.values(SHAPES)) {
      times.push(await opened.page.evaluate(blow, { nodes: NODES, each }));
    }
    await opened.close();
    return times;
  });
  const bare = results.get(BARE) ?? [];
  const rows = [...results].map(([subject, runs]) => [
    subject.name,
    ...Object.keys(SHAPES).map((_, at) =>
      figure(
        runs.map((times) => times[at] ?? NaN),
        bare.map((times) => times[at] ?? NaN),
      ),
    ),
  ]);
  return { columns: ['', ...Object.keys(SHAPES)], rows };
}

/** @type {Record<string, import('./support/measurement.js').Measurement>} */
export const storms = { storm: { title: 'A storm of 10,000 new nodes', measure: storm } };
