/**
 * `npm test`: installs what is missing, runs every step and ends with one line, `N passed, N failed`.
 * `npm test -- unit e2e` runs the steps of these names, and those that they need.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, run } from './commands.mjs';
import { ROOT } from './files.mjs';
import { ensureBrowsers } from './browsers/install.mjs';
import { COUNTS_FILE } from './reporters/counts.mjs';
import { STEPS } from './test-steps.mjs';

/** @typedef {{ name: string, passed: number, failed: number, seconds: number }} Result */

const COUNTS = join(ROOT, '.tmp/counts.json');

/**
 * @param {string} name
 * @param {() => Promise<{ passed: number, failed: number }>} act
 * @returns {Promise<Result>}
 */
async function timed(name, act) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const counts = await act().catch((error) => {
    console.error(error);
    return one(false);
  });
  return { name, ...counts, seconds: (performance.now() - start) / 1000 };
}

/** @param {boolean} passed */
const one = (passed) => ({ passed: Number(passed), failed: Number(!passed) });

/**
 * Runs one step. A suite that fails without a failing test, or that ran none, has one failure more.
 *
 * @param {import('./test-steps.mjs').Step} step
 */
async function runStep({ command, env, counts, prepare }) {
  rmSync(COUNTS, { force: true });
  await prepare?.();
  const code = await run(command(), { env: { ...env, [COUNTS_FILE]: COUNTS } });
  if (!counts) {
    return one(code === 0);
  }
  const { passed, failed } = existsSync(COUNTS) ? JSON.parse(readFileSync(COUNTS, 'utf8')) : one(false);
  const silent = failed === 0 && (code !== 0 || passed === 0);
  if (silent) {
    console.error(passed ? `Ended with ${code}.` : 'No test ran.');
  }
  return { passed, failed: failed + Number(silent) };
}

/** @param {string[]} names */
function chosen(names) {
  const named = STEPS.filter(
    ({ name }) => !names.length || names.some((each) => each === name || name.startsWith(`${each}:`)),
  );
  const needed = new Set(named.flatMap(({ name, needs = [] }) => [name, ...needs]));
  return STEPS.filter(({ name }) => needed.has(name));
}

/** @param {string[]} names */
async function main(names) {
  /** @type {Result[]} */
  const results = [];
  const steps = chosen(names);
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  if (!steps.length) {
    console.error(`No step of this name. There are: ${STEPS.map(({ name }) => name).join(', ')}.`);
  }
  results.push(await timed('install', async () => one((await ensurePackages()) && (await ensureBrowsers()))));
  for (const step of steps) {
    results.push(await timed(step.name, () => runStep(step)));
  }
  return { results, complete: steps.length > 0 };
}

const { results, complete } = await main(process.argv.slice(2));
console.log('\nstep                   passed  failed  seconds');
for (const { name, passed, failed, seconds } of results) {
  console.log(
    `${name.padEnd(20)} ${[passed, failed, seconds.toFixed(1)].map((cell) => String(cell).padStart(8)).join('')}`,
  );
}
const sum = (/** @type {'passed' | 'failed'} */ what) => results.reduce((total, result) => total + result[what], 0);
const failed = sum('failed') + Number(!complete);
console.log(`\n${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
