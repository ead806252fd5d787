/** What becomes of a record as its page is left, and in two tabs at once. See *Records* in docs/faults.md. */
import { arrived, askWithClock, expect, expectAllTaken, idsIn, LOGGED, pass, test } from '../../support/log/log-lab.js';

const OTHER = { ...LOGGED, path: '/other.html' };

test('a choice on a page that is left the same moment arrives', async ({ lab, page, site }) => {
  const other = lab.put(OTHER);
  await lab.ask(LOGGED);
  await page.evaluate((address) => {
    document.addEventListener('fairsay-consent', () => {
      location.href = address;
    });
  }, other);
  await lab.button('Reject all').click();
  await page.waitForURL(other);
  await expect.poll(() => idsIn(site)).toHaveLength(1);
  await expectAllTaken(page);
});

test('what waits behind a slow answer is sent as the page is left', async ({ lab, page, site }) => {
  site.treat('silent', { status: 204 });
  await lab.ask(LOGGED);
  await lab.button('Accept all').click();
  await expect.poll(() => site.posts).toHaveLength(1);
  await lab.decide('withdraw');
  await page.goto('about:blank');
  await expect.poll(() => idsIn(site)).toHaveLength(2);
  expect(arrived(site)[1]).toMatchObject({ seq: 2, choices: { analytics: false } });
});

test('what was sent as the page was left is sent again until its answer is heard, as the same record', async ({
  lab,
  page,
  site,
}) => {
  site.treat('silent', { status: 204 });
  await lab.ask(LOGGED);
  await lab.button('Accept all').click();
  await expect.poll(() => site.posts).toHaveLength(1);
  await page.goto(lab.put(OTHER));
  await expectAllTaken(page);
  expect(site.posts.length).toBeGreaterThan(1);
  expect(idsIn(site)).toHaveLength(1);
  const [first, ...others] = site.posts;
  expect(others.every(({ records }) => JSON.stringify(records) === JSON.stringify(first?.records))).toBe(true);
});

test('a page that comes back from the history goes on sending', async ({ lab, page, site }) => {
  site.treat({ status: 503, headers: { 'retry-after': '1' } }, { status: 204 });
  await lab.ask(LOGGED);
  await lab.button('Accept all').click();
  await expect.poll(() => site.posts).toHaveLength(1);
  await page.goto(lab.put({ ...OTHER, config: {} }));
  await page.goBack();
  await expectAllTaken(page);
  expect(idsIn(site)).toHaveLength(1);
});

test('two tabs that decide at the same moment send each record', async ({ lab, page, site }) => {
  const other = await page.context().newPage();
  await lab.ask(LOGGED);
  await other.goto(site.shopUrl + '/lab.html');
  await Promise.all(
    [page, other].map((tab) =>
      tab.evaluate(async () => {
        await window.fairsay?.ready;
        for (let time = 0; time < 5; time += 1) {
          window.fairsay?.acceptAll?.();
          window.fairsay?.rejectAll?.();
        }
      }),
    ),
  );
  await expect.poll(() => idsIn(site)).toHaveLength(20);
  await expectAllTaken(page);
});

test('two tabs without locks send each record too', async ({ lab, page, site }) => {
  await page.context().addInitScript(() => {
    Object.defineProperty(navigator, 'locks', { value: undefined });
  });
  const other = await page.context().newPage();
  await lab.ask(LOGGED);
  await other.goto(site.shopUrl + '/lab.html');
  await Promise.all([page, other].map((tab) => tab.evaluate(() => window.fairsay?.acceptAll?.())));
  await expect.poll(() => idsIn(site)).toHaveLength(2);
  await expectAllTaken(page);
});

test('a page with a clock that was wrong sends all the same', async ({ lab, page, site }) => {
  site.treat({ status: 503, headers: { 'retry-after': '3600' } }, { status: 204 });
  await askWithClock(lab);
  await page.clock.setSystemTime(Date.now() + 20 * 86_400_000);
  await lab.button('Accept all').click();
  await expect.poll(() => site.posts).toHaveLength(1);
  await page.clock.setSystemTime(Date.now());
  await lab.again();
  await pass(page, 5);
  await expectAllTaken(page);
});
