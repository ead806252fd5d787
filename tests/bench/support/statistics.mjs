/** From many runs to figures that can be compared. */

/**
 * What many runs came to.
 *
 * @typedef {object} Figure
 * @property {number} median
 * @property {number} low A quarter of the runs were below.
 * @property {number} high A quarter of the runs were above.
 * @property {number} [ratio] To what it is compared with: the median over the turns.
 */

/** @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [below = NaN, above = NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
}

/**
 * @param {readonly number[]} values
 * @param {readonly number[]} [others] What they are compared with, turn by turn: noise met both alike.
 * @returns {Figure}
 */
export function figure(values, others) {
  const [low, median, high] = [quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)];
  const ratios = others?.map((other, turn) => (values[turn] ?? NaN) / other);
  return { median, low, high, ...(ratios && { ratio: quantile(ratios, 0.5) }) };
}

/**
 * Runs something with each of several subjects by turns, so that what else the machine does meets all alike. The first
 * turn only warms up and is not counted.
 *
 * @template Subject
 * @template Result
 * @param {readonly Subject[]} subjects
 * @param {number} turns
 * @param {(subject: Subject) => Promise<Result>} run
 * @returns {Promise<Map<Subject, Result[]>>}
 */
export async function byTurns(subjects, turns, run) {
  /** @type {Map<Subject, Result[]>} */
  const results = new Map(subjects.map((subject) => [subject, []]));
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const subject of subjects) {
      const result = await run(subject);
      if (turn) {
        results.get(subject)?.push(result);
      }
    }
  }
  return results;
}
