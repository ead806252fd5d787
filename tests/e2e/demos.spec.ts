import { readdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { passDoor } from '../support/door.js';
import { DEMO_PAGES, startSite, type Site } from '../support/site.js';

const FILES = readdirSync(DEMO_PAGES).filter((file) => file.endsWith('.html'));

let site: Site;

test.beforeAll(async () => {
  site = await startSite();
});

test.beforeEach(() => {
  site.clearLog();
});

test.afterAll(() => site.close());

/** Opens a demo page and waits until it asks. */
async function open(page: Page, file: string): Promise<void> {
  // The pages about an age have tests of their own.
  await passDoor(page, site.shopUrl);
  await page.goto(`${site.shopUrl}/pages/${file}`);
  await expect(yes(page)).toBeVisible();
}

/** The button that allows everything: of the banner by its public hook, as its words differ, or of the page itself. */
function yes(page: Page) {
  return page.locator('[data-action="accept-all"]').or(page.getByRole('button', { name: 'Yes', exact: true }));
}

const trackers = () => site.log.filter(({ url }) => url === '/analytics.js');

/** Whether the tracker has run to its end. */
const calledHome = () => site.log.some(({ url }) => url.startsWith('/collect'));

/** The tags of Fairsay's on a page that no code has defined. */
const undefinedTags = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(':not(:defined)')]
      .map(({ localName }) => localName)
      .filter((name) => name.startsWith('fairsay-')),
  );

for (const file of FILES) {
  test(`${file}, asked and answered, has no error, defines its tags and asks nothing of the world outside`, async ({
    page,
  }) => {
    const errors: string[] = [];
    const origins = new Set<string>();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on(
      'console',
      (message) => message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`),
    );
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    await open(page, file);
    await expect.poll(() => undefinedTags(page)).toEqual([]);
    await yes(page).click();
    await expect.poll(calledHome).toBe(true);
    expect(errors).toEqual([]);
    expect([...origins].filter((origin) => ![site.shopUrl, site.partyUrl].includes(origin))).toEqual([]);
  });

  test(`${file} is accessible while it asks`, async ({ page }) => {
    await open(page, file);
    await page.waitForLoadState('networkidle');
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
    expect(violations).toEqual([]);
  });
}

test('the home page of the shop links every demo page by its heading', async ({ page }) => {
  await passDoor(page, site.shopUrl);
  await page.goto(site.shopUrl);
  const links = page.getByRole('contentinfo').getByRole('link');
  const addresses = await links.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href')));
  expect(addresses).toEqual(expect.arrayContaining(FILES.map((file) => `/pages/${file}`)));
});

test('without the gate the tracker is requested before any answer', async ({ page }) => {
  await open(page, 'without-gate.html');
  expect(trackers()).toHaveLength(1);
});

test('with the gate the tracker is requested after a yes and not before', async ({ page }) => {
  await open(page, 'with-gate.html');
  await page.waitForLoadState('networkidle');
  expect(trackers()).toHaveLength(0);
  await yes(page).click();
  await expect.poll(trackers).toHaveLength(1);
});

test('a demo page writes down each request that leaves', async ({ page }) => {
  await open(page, 'with-gate.html');
  await yes(page).click();
  await expect(page.getByRole('log')).toContainText(`request ${site.partyUrl}/analytics.js`);
});

test('the page with a strict policy is served with it, and with another nonce each time', async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const response = await request.get(`${site.shopUrl}/pages/strict-csp.html`);
      return response.headers()['content-security-policy'];
    }),
  );
  expect(policies[0]).toMatch(
    /^script-src 'nonce-[^']+'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html$/,
  );
  expect(policies[0]).not.toBe(policies[1]);
});
