/**
 * A page that the browser prepares before the shopper goes there. The drivers here cannot be relied on to activate one, so
 * the page is told that it is prepared, and then that it is seen. See *Other pages* in docs/faults.md.
 */
import type { Page } from '@playwright/test';
import { expect, test } from '../../support/lab.js';

/** Has every page from now on begin as one that is only prepared. */
const prepare = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
  });

/** Lets the page be seen. */
const activate = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'prerendering', { value: false });
    document.dispatchEvent(new Event('prerenderingchange'));
  });

test('a prepared page loads nothing of the question before it is seen, and then asks', async ({ lab, page, site }) => {
  await prepare(page);
  await lab.open();
  await lab.expectHeld();
  expect(site.log.filter(({ url }) => url.startsWith('/dist/chunks'))).toEqual([]);
  expect(await lab.heard()).toEqual([]);
  await activate(page);
  await expect(lab.banner).toBeVisible();
  expect(await lab.causes()).toEqual(['unasked']);
});

test('a prepared page lets nothing go on an earlier yes before it is seen', async ({ lab, page, site }) => {
  await lab.ask();
  await lab.button('Accept all').click();
  await lab.expectReleased();
  await prepare(page);
  site.clearLog();
  await lab.again();
  await lab.expectHeld();
  await activate(page);
  await lab.expectReleased();
  expect(await lab.causes()).toEqual(['restored']);
});
