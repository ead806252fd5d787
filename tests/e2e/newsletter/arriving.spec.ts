/** Reaching the panel by a link: what becomes of the token, and that looking changes nothing. */
import { expect, test } from '../../support/lab.js';
import { NewsletterDesk } from './desk.js';

const SECRET = 's3cr3t';
const NO_REFERRER = '<meta name="referrer" content="no-referrer">';

for (const address of [
  `?token=${SECRET}`,
  `?token=${SECRET}#stop-all`,
  `?newsletter=stop&token=${SECRET}`,
  '?newsletter=stop',
  `?token=${SECRET}&token=&status=unsubscribed&patch=%7B%22status%22%3A%22unsubscribed%22%7D`,
  '?token=%00%ff%E0%A4',
  '',
]) {
  test(`opening the address ${address || 'without a query'} changes nothing on the server`, async ({ lab, page }) => {
    const desk = new NewsletterDesk(lab);
    await desk.show(address);
    await page.waitForLoadState('networkidle');
    expect(desk.methods).toEqual(['GET']);
    expect(desk.changes).toBe(0);
    await expect(desk.choice('News')).toBeChecked();
  });
}

test('the token leaves the address, and is kept nowhere that a page can look', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  await desk.show(`?from=mail%20&token=${SECRET}#top`);
  expect(new URL(page.url()).search).toBe('?from=mail%20');
  expect(new URL(page.url()).hash).toBe('#top');
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    history: history.state as unknown,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    markup: document.documentElement.outerHTML,
  }));
  expect(JSON.stringify(kept)).not.toContain(SECRET);
  expect(JSON.stringify(await page.context().storageState())).not.toContain(SECRET);
});

test('on a page without referrers the token is in the address of the page, in one header, and nowhere else', async ({
  lab,
  page,
}) => {
  const asked: string[] = [];
  const addresses: string[] = [];
  page.on('request', (request) => {
    addresses.push(...[request.url()].filter((url) => url.includes(SECRET)));
    const headers = Object.entries(request.headers()).filter(([, value]) => value.includes(SECRET));
    asked.push(...headers.map(([name, value]) => `${new URL(request.url()).pathname} ${name}: ${value}`));
  });
  const desk = new NewsletterDesk(lab);
  await desk.show(`?token=${SECRET}`, { head: NO_REFERRER, before: NO_REFERRER });
  await desk.button('Stop everything').click();
  await desk.expectChanges(1);
  expect(new Set(asked)).toEqual(new Set([`/newsletter-state authorization: Bearer ${SECRET}`]));
  expect(lab.site.log.filter(({ referer }) => referer.includes(SECRET))).toEqual([]);
  expect(addresses).toEqual([`${lab.site.shopUrl}/lab.html?token=${SECRET}`]);
});

test('once the panel is there no request has the token as its referrer, nor has the next page', async ({
  lab,
  page,
}) => {
  const desk = new NewsletterDesk(lab);
  lab.site.pages.set('/next.html', { html: '<h1>Next</h1>' });
  await desk.show(`?token=${SECRET}`);
  const before = lab.site.log.length;
  await desk.button('Stop everything').click();
  await desk.expectChanges(1);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Next' })).toBeVisible();
  expect(lab.site.log.slice(before).filter(({ referer }) => referer.includes(SECRET))).toEqual([]);
  expect(await page.evaluate(() => document.referrer)).not.toContain(SECRET);
});

test('another site never gets the token', async ({ lab, page, site }) => {
  const desk = new NewsletterDesk(lab);
  const config = {
    categories: [{ id: 'necessary', basis: 'necessary' }],
    newsletter: { endpoint: `${site.partyUrl}/x` },
  };
  await desk.open(`?token=${SECRET}`, { config });
  await expect(page.getByText('You seem to be offline.')).toBeVisible();
  expect(site.log.filter(({ party }) => party === 'third')).toEqual([]);
});

test('a link for stopping everything is one press away, and by keyboard alone', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  await desk.show(`?token=${SECRET}#stop-all`);
  await expect(desk.button('Stop everything')).toBeFocused();
  await expect(desk.panel.getByText('So far nothing has changed.')).toBeVisible();
  expect(desk.changes).toBe(0);
  desk.answer({ version: 5, status: 'unsubscribed', topics: {}, frequency: '', channels: {}, pausedUntil: null });
  await page.keyboard.press('Enter');
  await expect(desk.panel.getByText('Everything is stopped.')).toBeVisible();
  await desk.expectChanges(1);
});

test('a reload after that asks again without the token, and says what a server does about it', async ({
  lab,
  page,
}) => {
  const desk = new NewsletterDesk(lab);
  await desk.show(`?token=${SECRET}`);
  desk.answer('', 401);
  await page.reload();
  await expect(desk.panel.getByText('open the link in our latest message')).toBeVisible();
  await expect(desk.panel.getByRole('link', { name: 'hello@shop.example' })).toBeVisible();
});
