/**
 * How long it takes from Accept until the last of many held scripts has run, beside a bare loop that only does what
 * starting a script takes. Prints a table; fails where a script is missing or out of order. Needs a build.
 */
/* global document, window */
import assert from 'node:assert/strict';
import { chromium } from 'playwright';
import { startSite } from '../../demo/server/server.mjs';
import { CHROMIUM_ARGS, needBrowser } from '../../scripts/browsers.mjs';

const COUNTS = [1, 100, 1_000, 5_000];
const RUNS = 7;

/** @typedef {{ total: number, longest: number, order: number[] }} Result Both in milliseconds. */

/** @param {number} count @param {string} head */
const pageOf = (count, head) => `<!doctype html><html lang="en"><title>Release</title>
<script>window.ran = [];</script>${head}<body>
${Array.from({ length: count }, (_, index) => `<script type="text/plain" data-fairsay="analytics">ran.push(${index})</script>`).join('\n')}`;

/** What each contender does when everything is accepted. Runs in the page. */
const ACCEPT = {
  fairsay: () => {
    // @ts-expect-error The page has it.
    window.fairsay.acceptAll();
  },
  loop: () => {
    for (const script of [...document.querySelectorAll('script[data-fairsay]')]) {
      const { parentNode, nextSibling } = script;
      script.removeAttribute('type');
      script.remove();
      parentNode?.insertBefore(script, nextSibling);
    }
  },
};

/**
 * Accepts in the page, and watches meanwhile how long the browser gets no turn. Runs in the page.
 *
 * @param {{ count: number, accept: string }} options
 * @returns {Promise<Result>}
 */
async function measure({ count, accept }) {
  const { ran } = /** @type {{ ran: number[] }} */ (/** @type {unknown} */ (window));
  const act = /** @type {() => void} */ (new Function(`return (${accept})()`));
  // A message is a task of its own, and is not slowed down as timers are: the time between two is that of other tasks.
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = 0;
  let end = 0;
  const finished = new Promise((resolve) => {
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (ran.length < count) {
        port2.postMessage(0);
      } else {
        end ||= now;
        resolve(undefined);
      }
    };
  });
  const start = (last = performance.now());
  port2.postMessage(0);
  act();
  await finished;
  return { total: end - start, longest, order: ran };
}

/**
 * @param {import('playwright').Browser} browser
 * @param {import('../../demo/server/server.mjs').Site} site
 * @param {number} count
 * @param {keyof typeof ACCEPT} name
 * @returns {Promise<Result>}
 */
async function run(browser, site, count, name) {
  site.pages.set('/bench.html', {
    html: pageOf(count, name === 'loop' ? '' : '<script src="/dist/fairsay.js"></script>'),
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.shopUrl}/bench.html`);
  if (name === 'fairsay') {
    await page.locator('fairsay-banner button').first().waitFor();
    // A shopper takes longer to read than this takes to load.
    // @ts-expect-error The page has it.
    await page.evaluate(() => window.fairsay.get('actions'));
  }
  const result = await page.evaluate(measure, { count, accept: String(ACCEPT[name]) });
  await context.close();
  assert.deepEqual(
    result.order,
    Array.from({ length: count }, (_, index) => index),
    `${name} with ${count} scripts`,
  );
  return result;
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/**
 * @param {import('playwright').Browser} browser
 * @param {import('../../demo/server/server.mjs').Site} site
 * @param {number} count
 */
async function compare(browser, site, count) {
  /** @type {Record<keyof typeof ACCEPT, Result[]>} */
  const results = { fairsay: [], loop: [] };
  // By turns, so that what else the machine does meets both alike. The first of each only warms up.
  for (let turn = 0; turn <= RUNS; turn += 1) {
    for (const name of /** @type {const} */ (['loop', 'fairsay'])) {
      const result = await run(browser, site, count, name);
      if (turn) {
        results[name].push(result);
      }
    }
  }
  const totals = results.fairsay.map((result) => result.total);
  const bare = results.loop.map((result) => result.total);
  const tasks = results.fairsay.map((result) => result.longest);
  const [best, bestBare] = [Math.min(...totals), Math.min(...bare)];
  return [median(totals), median(bare), best, bestBare, best / bestBare, median(tasks), Math.max(...tasks)];
}

const site = await startSite();
const browser = await chromium.launch({
  executablePath: needBrowser('chromium')['CHROMIUM_PATH'] ?? '',
  args: CHROMIUM_ARGS,
});
try {
  console.log(`From Accept to the last script, of ${RUNS} runs, in ms. The bare loop does not wait for a frame.`);
  console.log('scripts  median    loop    best    loop   ratio  longest task  worst');
  const widths = [8, 8, 8, 8, 8, 14, 7];
  for (const count of COUNTS) {
    const cells = await compare(browser, site, count);
    const row = cells.map((cell, index) => cell.toFixed(1).padStart(widths[index] ?? 0));
    console.log(String(count).padStart(7) + row.join(''));
  }
} finally {
  await browser.close();
  await site.close();
}
