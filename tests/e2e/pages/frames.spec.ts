/** Pages in frames: of the same site, and of another. See *Other pages* in docs/faults.md. */
import type { Frame } from '@playwright/test';
import { expect, held, test, type Lab } from '../../support/lab.js';

const INNER = '/inner.html';

/** Opens a page that asks, with a frame that has the library too, and gives the frame. */
async function openFramed(lab: Lab): Promise<Frame> {
  lab.put({ path: INNER, body: held('analytics') });
  await lab.ask({ body: `${held('analytics')}<iframe src="${INNER}" title="Basket"></iframe>` });
  await lab.page.waitForLoadState('networkidle');
  const frame = lab.page.frames().find((one) => one.url().endsWith(INNER));
  expect(frame).toBeDefined();
  return frame as Frame;
}

const asks = (frame: Frame) => frame.evaluate(() => document.querySelector('fairsay-banner') !== null);
const ran = (frame: Frame) => frame.evaluate(() => window.ran);

test('a frame of the same site leaves the question to its page, and follows the answer', async ({ lab }) => {
  const frame = await openFramed(lab);
  expect([await asks(frame), await ran(frame)]).toEqual([false, []]);
  await lab.button('Accept all').click();
  await expect.poll(() => ran(frame)).toEqual(['analytics']);
  await lab.call('withdraw');
  await expect.poll(() => frame.evaluate(() => window.fairsay?.allows?.('analytics'))).toBe(false);
});

test('what is decided in such a frame holds in its page', async ({ lab }) => {
  const frame = await openFramed(lab);
  await frame.evaluate(() => window.fairsay?.rejectAll?.());
  await expect(lab.banner).toBeHidden();
  expect(await lab.causes()).toEqual(['unasked', 'sync']);
});

test('a frame of the same site asks where its page has no library', async ({ lab, page }) => {
  lab.put({ path: INNER });
  await page.goto(lab.put({ tag: '', body: `<iframe src="${INNER}" title="Shop" height="600" width="600"></iframe>` }));
  await expect(page.frameLocator('iframe').getByRole('region', { name: 'Cookies and your privacy' })).toBeVisible();
});

test('a frame in a page of another site keeps its answer for that site alone', async ({ lab, page, site }) => {
  const inner = lab.put({ path: INNER, body: held('analytics') });
  site.partyPages.set('/host.html', {
    html: `<!doctype html><title>Host</title><iframe src="${inner}" title="Shop" height="600" width="600"></iframe>`,
  });
  await page.goto(`${site.partyUrl}/host.html`);
  const shop = page.frameLocator('iframe');
  await shop.getByRole('button', { name: 'Accept all' }).click();
  const frame = page.frames()[1] as Frame;
  await expect.poll(() => ran(frame)).toEqual(['analytics']);
  expect(await frame.evaluate(() => window.heard.filter(({ type }) => type === 'consent').at(-1)?.persisted)).toBe(
    true,
  );
  const kept = (await page.context().cookies()).filter(({ name }) => name === 'fairsay');
  expect(kept).toMatchObject([
    {
      sameSite: 'None',
      secure: true,
      partitionKey: expect.stringContaining(new URL(site.partyUrl).hostname) as unknown,
    },
  ]);
  await page.reload();
  await expect.poll(() => ran(page.frames()[1] as Frame)).toEqual(['analytics']);
  // On its own the shop asks: the answer was given inside another site.
  await page.goto(inner);
  await expect(lab.banner).toBeVisible();
  expect(await lab.ran()).toEqual([]);
});
