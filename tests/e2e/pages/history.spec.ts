/** A page that comes back as it was, from the browser's back/forward cache. See *Other pages* in docs/faults.md. */
import { expect, test, type Lab } from '../../support/lab.js';
import { CHROMIUM_ARGS, needBrowser } from '../../../scripts/browsers.mjs';

test.use({
  launchOptions: {
    executablePath: needBrowser('chromium')['CHROMIUM_PATH'] ?? '',
    args: [...CHROMIUM_ARGS],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

const NEXT = '/next.html';

/** Goes back to the page before. `goBack` waits for a load that does not come. */
async function back({ page }: Lab): Promise<void> {
  await page.evaluate(() => {
    history.back();
  });
  await expect.poll(() => page.url()).not.toContain(NEXT);
}

/** Opens a page that asks, and that notes whether it comes back as it was. */
async function askFirst(lab: Lab): Promise<void> {
  await lab.ask();
  await lab.page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      window.ran.push(`persisted: ${persisted}`);
    });
  });
}

/** What a browser puts a page out of its cache for; where it has none, the page finds out by itself. */
const withoutChannels = (lab: Lab) =>
  lab.page.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
  });

test('a page can come back from the history as it was', async ({ lab, page }) => {
  await askFirst(lab);
  await page.goto(lab.put({ path: NEXT }));
  await expect(lab.banner).toBeVisible();
  await back(lab);
  await expect.poll(() => lab.ran()).toEqual(['persisted: true']);
  await expect(lab.banner).toBeVisible();
  expect(await lab.causes()).toEqual(['unasked']);
});

test('a page from the history holds what was decided on the next one', async ({ lab, page }) => {
  await withoutChannels(lab);
  await askFirst(lab);
  await page.goto(lab.put({ path: NEXT }));
  await lab.button('Accept all').click();
  await expect(lab.banner).toBeHidden();
  await back(lab);
  await expect.poll(() => lab.ran()).toEqual(['persisted: true', 'analytics']);
  await expect(lab.banner).toBeHidden();
  expect(await lab.causes()).toEqual(['unasked', 'sync']);
});

test('a page from the history cleans up after a withdrawal on the next one', async ({ lab, page }) => {
  await withoutChannels(lab);
  await lab.ask();
  await lab.button('Accept all').click();
  await expect.poll(() => lab.ran()).toEqual(['analytics']);
  await page.goto(lab.put({ path: NEXT }));
  await lab.decide('withdraw');
  await back(lab);
  await expect.poll(() => lab.causes()).toEqual(['unasked', 'choice', 'withdrawn']);
  expect(await lab.allows('analytics')).toBe(false);
});

test('a page that hears of a decision while it is in the history holds it too', async ({ lab, page }) => {
  await lab.ask();
  await page.goto(lab.put({ path: NEXT }));
  await lab.button('Reject all').click();
  await expect(lab.banner).toBeHidden();
  await back(lab);
  await expect.poll(async () => (await lab.state()).decision?.seq).toBe(1);
  await expect(lab.banner).toBeHidden();
  await lab.expectHeld();
});
