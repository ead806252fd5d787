import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import type { Config } from '../../src/config/types.js';
import type { Envelope } from '../../src/core/receipt/envelope.js';
import type { Receipt } from '../../src/core/receipt/receipt.js';
import { passDoor } from '../support/door.js';
import { expectAllTaken } from '../support/log/log-lab.js';
import { startSite, type Site } from '../support/site.js';

/** Nothing fits less than this. */
const SMALLEST = { width: 320, height: 256 };

// One after the other, so that one database is opened and not one for each worker.
test.describe.configure({ mode: 'default' });

/** A record as the log of a page sends it. */
const RECORD = {
  form: 1,
  id: 'decaf'.padEnd(32, '0'),
  kind: 'consent',
  time: '2026-11-24T10:00:00Z',
  shown: { version: '1', hash: 'a'.repeat(64), lang: 'en' },
  choices: { analytics: false, marketing: true },
  source: 'button',
  gpc: false,
  region: 'DE',
  library: '0.1.0',
};

/** What the shop declares. */
const DECLARED = JSON.parse(readFileSync('demo/shop.config.json', 'utf8')) as Config;

let site: Site;

test.beforeAll(async () => {
  site = await startSite();
  // The database is opened by the first request that needs it.
  await fetch(`${site.shopUrl}/records.html`);
});

test.beforeEach(async ({ page }) => {
  site.clearLog();
  await passDoor(page, site.shopUrl);
});

test.afterAll(() => site.close());

/** Opens a page of the shop as somebody who has refused everything, so that no banner is in the way. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(site.shopUrl + path);
  const refuse = page.getByRole('button', { name: 'Reject all', exact: true });
  await refuse.click();
  await expect(refuse).toBeHidden();
  await expectAllTaken(page);
}

/** Signs up by the form, and opens the mail that would have been sent. */
async function signUp(page: Page, address: string): Promise<void> {
  await open(page, '/account.html');
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(address);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await page.goto(`${site.shopUrl}/records.html`);
  await openMail(page, 'One more step to our newsletter');
}

/** Opens the newest mail with a subject. */
async function openMail(page: Page, subject: string): Promise<void> {
  await page.getByRole('group').filter({ hasText: subject }).first().getByText(subject).first().click();
}

const statusOf = (page: Page, masked: string) => page.getByRole('row').filter({ hasText: masked });

/** What axe finds on a page. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

test('somebody signs up, confirms with a button, and stops with another', async ({ page }) => {
  await signUp(page, 'xaver@one.example');
  await page
    .getByRole('link', { name: /newsletter\/confirm/ })
    .first()
    .click();
  await expect(page.getByText('To x…@one.example: Newsletter.')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, send it to me' }).click();
  await expect(page.getByRole('heading', { name: 'You are subscribed' })).toBeVisible();
  await page.goto(`${site.shopUrl}/records.html`);
  await expect(statusOf(page, 'x…@one.example')).toContainText('subscribed');
  await openMail(page, 'You are subscribed');
  await page
    .getByRole('link', { name: /newsletter\/one-click/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Stop everything' }).click();
  await expect(page.getByRole('heading', { name: 'You get no more mail' })).toBeVisible();
  await page.goto(`${site.shopUrl}/records.html`);
  await expect(statusOf(page, 'x…@one.example')).toContainText('unsubscribed');
});

test('after confirming one is led to the panel, whose page has no third party', async ({ page }) => {
  await signUp(page, 'yara@two.example');
  await page
    .getByRole('link', { name: /newsletter\/confirm/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Yes, send it to me' }).click();
  site.clearLog();
  await page.getByRole('link', { name: 'Choose what you get' }).click();
  await expect(page.getByRole('heading', { name: 'Your newsletter' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(site.log.filter(({ party }) => party === 'third')).toEqual([]);
  expect(site.log.filter(({ referer }) => referer.includes('token='))).toEqual([]);
});

test('what a page sends as it goes away is on the page of records', async ({ page }) => {
  await open(page, '/');
  const id = 'c0ffee'.padEnd(32, '0');
  await page.evaluate(
    (body) => {
      addEventListener('pagehide', () => {
        navigator.sendBeacon('/choices', new Blob([body], { type: 'application/json' }));
      });
    },
    JSON.stringify({ records: [{ ...RECORD, id }] }),
  );
  await page.goto(`${site.shopUrl}/privacy.html`);
  await expect.poll(async () => (await page.request.get(`${site.shopUrl}/records.html`)).text()).toContain(id);
});

test('what a shopper answers is on the page of records, and the shopper takes the same along, offline', async ({
  page,
}) => {
  await page.goto(`${site.shopUrl}/product.html`);
  await page.getByRole('button', { name: 'Accept all', exact: true }).click();
  await expect.poll(async () => (await page.context().cookies()).map(({ name }) => name)).toContain('fairsay');
  await expectAllTaken(page);
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'fairsay')?.value ?? '';
  await page.goto(`${site.shopUrl}/records.html`);
  const row = page.getByRole('row').filter({ hasText: cookie.split('.')[3] ?? 'no record' });
  await row.getByText(/^Record /).click();
  const held = JSON.parse(await row.locator('pre').innerText()) as Envelope;
  expect(held).toMatchObject({ source: 'button', choices: { analytics: true, marketing: true } });
  expect(held.shown.hash).toMatch(/^[\da-f]{64}$/);
  expect(DECLARED.notice?.versions?.map(({ id }) => id)).toContain(held.shown.version);

  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy choices' }).click();
  await expect(page.getByRole('heading', { name: 'Your record' })).toBeVisible();
  await page.context().setOffline(true);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  const { envelopes } = JSON.parse(readFileSync(await (await file).path(), 'utf8')) as Receipt;
  expect(envelopes).toEqual([held]);
});

test('without a script one still reads how to stop, and can sign up', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.shopUrl}/account.html`);
  await expect(page.getByRole('main').getByRole('link', { name: 'service@bagsok.com' })).toBeVisible();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('zoe@three.example');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await context.close();
});

test('the page of records deletes everything', async ({ page }) => {
  await signUp(page, 'will@four.example');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByText('None yet.')).toHaveCount(2);
});

for (const [path, colorScheme] of [
  ['/account.html', 'light'],
  ['/account.html?lang=ar', 'dark'],
  ['/records.html', 'light'],
  ['/records.html', 'dark'],
  ['/newsletter/one-click?token=x', 'light'],
  ['/newsletter/one-click?token=x', 'dark'],
  ['/newsletter/confirm?token=x', 'light'],
] as const) {
  test(`${path} is accessible and fits the smallest screen, in ${colorScheme}`, async ({ page }) => {
    await page.request.post(`${site.shopUrl}/newsletter/subscribe`, { form: { email: 'vera@five.example' } });
    await page.request.post(`${site.shopUrl}/choices`, { data: { records: [RECORD] } });
    await page.emulateMedia({ colorScheme });
    await page.goto(site.shopUrl + path);
    for (const summary of await page.locator('summary').all()) {
      await summary.evaluate((each) => {
        (each.parentElement as HTMLDetailsElement).open = true;
      });
    }
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize(SMALLEST);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALLEST.width);
  });
}
