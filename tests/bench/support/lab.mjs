/** A browser, a server, and pages that differ only in the subject. */
/* global window */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { startSite } from '../../../demo/server/server.mjs';
import { CHROMIUM_ARGS, needBrowser } from '../../../scripts/browsers.mjs';
import { ROOT } from '../../../scripts/files.mjs';
import { baseOf, pageOf, STYLES } from './page.mjs';
import { takeNotes } from './probe.mjs';
import { SUBJECTS } from './subjects.mjs';

/** @typedef {import('./subjects.mjs').Subject} Subject */
/** @typedef {Awaited<ReturnType<typeof openLab>>} Lab */
/** @typedef {{ latency: number, bits: number }} Network */
/** @typedef {Awaited<ReturnType<import('playwright').BrowserContext['storageState']>>} Answers */
/**
 * @typedef {object} Circumstances
 * @property {Network | undefined} [network]
 * @property {number | undefined} [cpu] How many times slower than this machine.
 * @property {Answers | undefined} [answers] What an earlier visit left.
 */

/** Both throttled by the browser itself. */
export const SLOW = { network: { latency: 150, bits: 1_600_000 }, cpu: 4 };

const TYPES = { js: 'text/javascript', css: 'text/css' };
const PAGE = '/bench.html';

/** Starts the browser and the server, with the files of every subject, compressed as a CDN would. */
export async function openLab() {
  const site = await startSite();
  const browser = await chromium.launch({
    executablePath: needBrowser('chromium')['CHROMIUM_PATH'] ?? '',
    args: CHROMIUM_ARGS,
  });
  /** @param {string} path @param {string} text @param {string} type */
  const serve = (path, text, type) => {
    // The server sends bytes as they are; its type only knows of text.
    const html = /** @type {string} */ (/** @type {unknown} */ (brotliCompressSync(text)));
    const headers = { 'content-type': type, 'content-encoding': 'br', 'cache-control': 'public, max-age=3600' };
    site.pages.set(path, { html, headers });
  };
  for (const subject of SUBJECTS) {
    for (const file of subject.files) {
      const type = file.endsWith('.css') ? TYPES.css : TYPES.js;
      serve(baseOf(subject) + file.slice(subject.from.length), readFileSync(join(ROOT, file), 'utf8'), type);
    }
  }
  const styles = ['base', 'shop'].map((name) => readFileSync(join(ROOT, `demo/assets/${name}.css`), 'utf8'));
  serve(STYLES, styles.join('\n'), TYPES.css);
  serve('/bench/tag.js', 'bench.tags.push(performance.now())', TYPES.js);
  return {
    site,
    browser,
    // Not plain localhost, where Fairsay does a little more, for developers.
    address: site.shopUrl.replace('//', '//shop.') + PAGE,
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/**
 * Opens a page of a subject in a browser that has never been anywhere, or only took an answer along.
 *
 * @param {Lab} lab
 * @param {Subject} subject
 * @param {Circumstances & { held?: string }} [circumstances]
 */
export async function visit({ browser, site, address }, subject, { network, cpu, answers, held } = {}) {
  site.pages.set(PAGE, { html: pageOf(subject, held) });
  const context = await browser.newContext(answers && { storageState: answers });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.addInitScript(takeNotes, subject.banner);
  if (network) {
    const throughput = network.bits / 8;
    const limits = { latency: network.latency, downloadThroughput: throughput, uploadThroughput: throughput };
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...limits });
  }
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu ?? 1 });
  await page.goto(address);
  return { page, devtools, close: () => context.close() };
}

/** @typedef {Awaited<ReturnType<typeof visit>>} Visit */

/** Waits until the banner is on screen. @param {Visit} visit */
export const whenAsked = ({ page }) => page.waitForFunction(() => window.bench.banner > 0);

/**
 * Waits for what a page does once it is quiet.
 *
 * @param {Visit} visit
 * @param {number} [time] A shopper who reads takes longer.
 */
export const settle = ({ page }, time = 200) => page.waitForTimeout(time);

/** How long scripts were compiled and run so far, in milliseconds. @param {Visit} visit */
export async function scriptTime({ devtools }) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const value = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return 1000 * (value('ScriptDuration') + value('V8CompileDuration'));
}
