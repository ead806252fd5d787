/** What the gate does to a whole page: its history, its layout of work, and pages that are put together late. */
import { expect, test, type Page } from '@playwright/test';
import { startSite, type Site } from '../support/site.js';

let site: Site;

test.beforeAll(async () => {
  site = await startSite();
});

test.afterEach(() => {
  site.clearLog();
  site.pages.clear();
  site.partyPages.clear();
});

test.afterAll(() => site.close());

const TAG = '<script>window.ran = [];</script><script src="/dist/fairsay.js"></script>';

async function open(page: Page, body: string, path = '/held.html'): Promise<void> {
  site.pages.set(path, { html: `<!doctype html><html lang="en"><title>Page</title>${TAG}<body>${body}` });
  await page.goto(site.shopUrl + path);
}

const held = (text: string): string => `<script type="text/plain" data-fairsay="analytics">${text}</script>`;
const frame = (): string =>
  `<iframe data-fairsay="analytics" data-src="${site.partyUrl}/frame.html" title="Frame"></iframe>`;
const accept = (page: Page) => page.getByRole('button', { name: 'Accept all', exact: true });
const ran = (page: Page) => page.evaluate<number[]>('ran');
const framesAsked = () => site.log.filter(({ url }) => url === '/frame.html').length;

test('a frame that is let go, taken out and let go again leaves no step in the history', async ({ page }) => {
  site.partyPages.set('/frame.html', { html: 'A frame.' });
  await open(page, frame());
  const steps = await page.evaluate('history.length');
  await accept(page).click();
  await expect.poll(framesAsked).toBe(1);
  await page.evaluate('fairsay.withdraw()');
  await expect(page.locator('fairsay-embed')).toBeVisible();
  await page.evaluate('fairsay.acceptAll()');
  await expect.poll(framesAsked).toBe(2);
  await expect(page.locator('iframe')).toBeVisible();
  expect(await page.evaluate('history.length')).toBe(steps);
});

test('a frame is there on a return, while the page is still being read', async ({ page }) => {
  site.partyPages.set('/frame.html', { html: 'A frame.' });
  await open(page, '');
  await accept(page).click();
  await expect.poll(() => page.evaluate('document.cookie')).toContain('fairsay=');
  await open(page, `${frame()}<p>More.</p>`, '/return.html');
  await expect(page.frameLocator('iframe').getByText('A frame.')).toBeVisible();
});

test('five thousand scripts start in the order of the page', async ({ page }) => {
  const order = Array.from({ length: 5_000 }, (_, index) => index);
  await open(page, order.map((index) => held(`ran.push(${index})`)).join(''));
  await accept(page).click();
  await expect.poll(() => page.evaluate('ran.length')).toBe(order.length);
  expect(await ran(page)).toEqual(order);
});

test('ten thousand nodes that come at once are looked through, and what is held among them runs', async ({ page }) => {
  await open(page, `<template id="held">${held('ran.push(1)')}</template>`);
  await accept(page).click();
  await page.evaluate(`(() => {
    const nodes = Array.from({ length: 10_000 }, () => document.createElement('p'));
    nodes[5000].append(held.content);
    document.body.append(...nodes);
  })()`);
  await expect.poll(() => ran(page)).toEqual([1]);
});

test('a page whose body is replaced goes on holding and letting go', async ({ page }) => {
  await open(page, '<p>Before.</p>');
  await expect(accept(page)).toBeVisible();
  await page.evaluate(`(() => {
    const body = document.createElement('body');
    const script = Object.assign(document.createElement('script'), { type: 'text/plain', textContent: 'ran.push(1)' });
    script.setAttribute('data-fairsay', 'analytics');
    body.append(script);
    document.body.replaceWith(body);
  })()`);
  await page.evaluate('fairsay.acceptAll()');
  await expect.poll(() => ran(page)).toEqual([1]);
});
