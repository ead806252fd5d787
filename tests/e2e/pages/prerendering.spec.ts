/** A page that the browser prepares before the shopper goes there. See *Other pages* in docs/faults.md. */
import { launch, type Page } from 'puppeteer-core';
import { CHROMIUM_ARGS, needBrowser } from '../../../scripts/browsers.mjs';
import { expect, held, heldFile, listen, test, type Lab } from '../../support/lab.js';

const NEXT = '/next.html';

/** Playwright's own Chromium activates no page, so this one is led by another tool. */
async function inBrowser(use: (page: Page) => Promise<void>): Promise<void> {
  const executablePath = needBrowser('chromium')['CHROMIUM_PATH'] ?? '';
  const browser = await launch({ executablePath, args: [...CHROMIUM_ARGS] });
  try {
    await use(await browser.newPage());
  } finally {
    await browser.close();
  }
}

/** Puts a page that has the browser prepare another, which holds what waits for a yes; gives their addresses. */
function putPrepared(lab: Lab): { from: string; to: string } {
  const rules = JSON.stringify({ prerender: [{ source: 'list', urls: [NEXT] }] });
  const to = lab.put({
    path: NEXT,
    before: `<script>(${listen.toString()})(); window.ran.push(\`prepared: \${document.prerendering}\`)</script>`,
    body: `${held('analytics')}${heldFile(`${lab.site.partyUrl}/tag.js`)}<img src="/ready.png" alt="">`,
  });
  const from = lab.put({ path: '/from.html', tag: '', body: `<script type="speculationrules">${rules}</script>` });
  return { from, to };
}

/** Goes to a page, once the browser has prepared it. */
async function activate({ site }: Lab, page: Page, address: string): Promise<void> {
  await expect.poll(() => site.log.some(({ url }) => url === '/ready.png')).toBe(true);
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate((url) => {
      location.href = url;
    }, address),
  ]);
}

const ran = (page: Page) => page.evaluate(() => window.ran);

test('a prepared page loads nothing of the question before it is seen, and then asks', async ({ lab, site }) => {
  const { from, to } = putPrepared(lab);
  await inBrowser(async (page) => {
    await page.goto(from);
    await expect.poll(() => site.log.some(({ url }) => url === '/ready.png')).toBe(true);
    expect(site.log.filter(({ url }) => url.startsWith('/dist/chunks'))).toEqual([]);
    await activate(lab, page, to);
    await page.waitForSelector('fairsay-banner:popover-open');
    expect(await ran(page)).toEqual(['prepared: true']);
    expect(lab.requested()).toEqual([]);
  });
});

test('a prepared page lets nothing go on an earlier yes before it is seen', async ({ lab, site }) => {
  const { from, to } = putPrepared(lab);
  await inBrowser(async (page) => {
    await page.goto(lab.put({ body: '' }));
    await page.waitForSelector('fairsay-banner:popover-open');
    await page.click('fairsay-banner [data-action="accept-all"]');
    await page.waitForFunction(() => window.fairsay?.allows?.('marketing'));
    await page.goto(from);
    await expect.poll(() => site.log.some(({ url }) => url === '/ready.png')).toBe(true);
    expect(lab.requested()).toEqual([]);
    await activate(lab, page, to);
    await expect.poll(() => ran(page)).toEqual(['prepared: true', 'analytics']);
    await expect.poll(() => lab.requested()).toEqual(['/tag.js']);
  });
});
