/** From accepting to the last of many held things: whether each costs the same, however many there are. */
/* global document, window */
import { settle, visit, whenAsked } from './support/lab.mjs';
import { byTurns, figure } from './support/statistics.mjs';
import { BARE, SUBJECTS } from './support/subjects.mjs';

/** @typedef {import('./support/lab.mjs').Lab} Lab */
/** @typedef {import('./support/subjects.mjs').Subject} Subject */
/** @typedef {keyof typeof KINDS} Kind */

/**
 * What is held. A browser opens a document for every frame, held or not, and its driver follows each: the page alone is
 * out of breath long before a thousand. Pictures take the same way through the gates as frames.
 */
const KINDS = {
  scripts: { counts: [1, 100, 1_000, 5_000], name: 'script', src: '' },
  pictures: { counts: [1, 100, 1_000, 5_000], name: 'img', src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' },
  frames: { counts: [1, 10, 100], name: 'iframe', src: 'about:blank' },
};
const TURNS = 2;

/**
 * Accepts in the page, and watches meanwhile how long the browser gets no turn. Runs in the page.
 *
 * @param {{ count: number, acceptAll: string, done: string }} options
 * @returns {Promise<{ total: number, longest: number, reached: number, inOrder: boolean }>}
 */
async function measure({ count, acceptAll, done }) {
  const { tags } = window.bench;
  const act = /** @type {() => void} */ (new Function(`return (${acceptAll})()`));
  const reached = () => (done ? document.querySelectorAll(done).length : tags.length);
  // A message is a task of its own, and is not slowed down as timers are: the time between two is that of other tasks.
  const { port1, port2 } = new MessageChannel();
  let [longest, last, end] = [0, 0, 0];
  let latest = [0, 0];
  const finished = new Promise((resolve) => {
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      latest = latest[0] === reached() ? latest : [reached(), now];
      // Two seconds without one more: this contender has stopped.
      if (latest[0] === count || now - (latest[1] || start) > 2_000) {
        end = now;
        resolve(undefined);
      } else {
        last = performance.now();
        port2.postMessage(0);
      }
    };
  });
  const start = (last = performance.now());
  port2.postMessage(0);
  try {
    act();
  } catch {
    // What was not reached says enough.
  }
  await finished;
  return { total: end - start, longest, reached: reached(), inOrder: tags.every((tag, index) => tag === index) };
}

/** @param {Lab} lab @param {Subject} subject @param {Kind} kind @param {number} count */
async function once(lab, subject, kind, count) {
  const { name, src } = KINDS[kind];
  const one = (/** @type {number} */ index) =>
    name === 'script'
      ? `<script ${subject.mark('analytics')}>bench.tags.push(${index})</script>`
      : subject.other?.(/** @type {'img' | 'iframe'} */ (name), src);
  const done = src && `${name}[src="${src}"]`;
  const opened = await visit(lab, subject, { held: Array.from({ length: count }, (_, index) => one(index)).join('') });
  if (subject !== BARE) {
    await whenAsked(opened);
  }
  await settle(opened);
  await opened.page.evaluate(`(${String(subject.prepare)})()`);
  const result = await opened.page.evaluate(measure, { count, acceptAll: String(subject.acceptAll), done });
  await opened.close();
  if (subject.name === 'Fairsay' && !(result.reached === count && result.inOrder)) {
    throw new Error(`Fairsay let go ${result.reached} of ${count} ${kind}, or not in their order.`);
  }
  return result;
}

/** @param {Lab} lab @param {Kind} kind @returns {Promise<import('./support/report.mjs').Table>} */
async function release(lab, kind) {
  const subjects = kind === 'scripts' ? SUBJECTS : SUBJECTS.filter(({ other }) => other);
  const rows = [];
  for (const count of KINDS[kind].counts) {
    const results = await byTurns(subjects, TURNS, (subject) => once(lab, subject, kind, count));
    const bare = (results.get(BARE) ?? []).map(({ total }) => total);
    for (const [subject, runs] of results) {
      const totals = runs.map(({ total }) => total);
      const reached = Math.min(...runs.map((run) => run.reached));
      const cells =
        reached < count
          ? [`stops after ${reached.toLocaleString('en')}`, '', '']
          : [
              figure(totals, bare),
              figure(totals.map((total) => (1000 * total) / count)),
              figure(runs.map(({ longest }) => longest)),
            ];
      rows.push([subject === BARE ? 'Bare loop' : subject.name, count, ...cells]);
    }
  }
  return { columns: ['', kind, 'to the last', 'each, in µs', 'longest without a turn'], rows };
}

/** @type {Record<string, import('./support/measurement.js').Measurement>} */
export const releases = {
  'release-scripts': { title: 'Held scripts, from accepting to the last', measure: (lab) => release(lab, 'scripts') },
  'release-pictures': {
    title: 'Held pictures, from accepting to the last',
    measure: (lab) => release(lab, 'pictures'),
  },
  'release-frames': { title: 'Held frames, from accepting to the last', measure: (lab) => release(lab, 'frames') },
};
