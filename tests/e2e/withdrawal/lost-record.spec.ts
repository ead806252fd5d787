/** A record that something else took away: nobody knows of a yes any more, so the next page asks. */
import { expect, test } from '../../support/lab.js';

test('with our cookie pushed out by two hundred others the next page asks again', async ({ lab, page }) => {
  await lab.ask();
  await lab.decide('acceptAll');
  await lab.expectReleased();
  await page.evaluate(() => {
    for (let index = 0; index < 200; index += 1) {
      document.cookie = `other${String(index)}=1; Max-Age=9999`;
    }
  });
  await expect.poll(() => lab.cookie()).toBeUndefined();
  lab.site.clearLog();
  await lab.again();
  await expect(lab.banner).toBeVisible();
  expect(await lab.causes()).toEqual(['unasked']);
  await lab.expectHeld();
});

test('with our cookie edited by something else the page holds its answer, and the next page asks again', async ({
  lab,
  page,
}) => {
  await lab.ask();
  await lab.decide('rejectAll');
  await page.evaluate(() => {
    const edited = document.cookie.replace(/:d:/g, ':g:').replace(/fairsay=1\./, 'fairsay=1.0');
    document.cookie = `${edited}; Path=/; Max-Age=9999`;
  });
  expect(await lab.cookie()).toContain('analytics:g:');
  expect(await lab.allows('analytics')).toBe(false);
  await lab.again();
  await expect(lab.banner).toBeVisible();
  expect(await lab.causes()).toEqual(['unasked']);
  await lab.expectHeld();
});

test('with everything stored cleared in the middle of a visit the next page asks again', async ({
  lab,
  page,
  site,
}) => {
  await lab.ask();
  await lab.decide('acceptAll');
  await lab.expectReleased();
  site.pages.set('/sign-out', { html: '', headers: { 'clear-site-data': '"cookies", "storage"' } });
  await page.evaluate(() => fetch('/sign-out'));
  await expect.poll(() => lab.cookie()).toBeUndefined();
  expect(await lab.allows('analytics')).toBe(true);
  site.clearLog();
  await lab.again();
  await expect(lab.banner).toBeVisible();
  expect(await lab.allows('analytics')).toBe(false);
  await lab.expectHeld();
});
