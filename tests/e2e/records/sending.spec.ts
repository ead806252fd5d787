/** How records of choices reach the log of a shop, and what happens where they do not. See *Records* in docs/faults.md. */
import {
  arrived,
  askWithClock,
  expect,
  expectAllTaken,
  expectTried,
  idsIn,
  LOGGED,
  pass,
  test,
  triesOf,
} from '../../support/log/log-lab.js';

test('each choice is one record in the log, a withdrawal as well, and none is ever another', async ({
  lab,
  page,
  site,
}) => {
  await lab.ask(LOGGED);
  await lab.button('Accept all').click();
  await expect.poll(() => arrived(site)).toHaveLength(1);
  const [yes] = arrived(site);
  await lab.decide('withdraw');
  await expect.poll(() => arrived(site)).toHaveLength(2);
  await expectAllTaken(page);
  const [first, second] = arrived(site);
  expect(first).toEqual(yes);
  const all = { functional: true, analytics: true, marketing: true };
  const none = { functional: false, analytics: false, marketing: false };
  expect(first).toMatchObject({ kind: 'consent', seq: 1, choices: all, source: 'button', gpc: false });
  expect(first?.previous).toBeUndefined();
  expect(second).toMatchObject({ seq: 2, choices: none, previous: all, source: 'api', record: first?.record });
  expect(second?.id).not.toBe(first?.id);
});

test('a record has the id and the time of the cookie, and nothing about the person', async ({ lab, page, site }) => {
  await lab.ask(LOGGED);
  await lab.button('Reject all').click();
  await expect.poll(() => site.posts).toHaveLength(1);
  const [, seq, time, id] = ((await lab.cookie()) ?? '').split('.');
  const [record] = arrived(site);
  expect([record?.seq, record?.record]).toEqual([Number(seq), id]);
  expect(Date.parse(record?.time ?? '')).toBe(parseInt(time ?? '', 36) * 1000);
  const agent = await page.evaluate(() => navigator.userAgent);
  expect(JSON.stringify(record)).not.toContain(agent);
  const headers = site.posts[0]?.headers;
  expect([headers?.['content-type'], headers?.referer]).toEqual(['application/json', undefined]);
});

test('an answer waits for no log: with one that never answers it holds at once', async ({ lab, site }) => {
  site.treat('silent');
  await lab.ask(LOGGED);
  await lab.button('Accept all').click();
  await expect(lab.banner).toBeHidden();
  expect(await lab.allows('analytics')).toBe(true);
  expect(await lab.cookie()).toBeDefined();
  await lab.expectShop();
});

test('with a log that never answers the record is sent again after ten seconds, with the same id', async ({
  lab,
  page,
  site,
}) => {
  site.treat('silent', { status: 204 });
  await askWithClock(lab);
  await lab.button('Accept all').click();
  await expect.poll(() => site.posts).toHaveLength(1);
  await pass(page, 10);
  await pass(page, 2);
  await expectAllTaken(page);
  expect(site.posts).toHaveLength(2);
  expect(idsIn(site)).toHaveLength(1);
});

for (const status of [500, 429]) {
  test(`with a log that answers ${status} the record is sent again later, with the same id`, async ({
    lab,
    page,
    site,
  }) => {
    site.treat({ status }, { status }, { status: 201 });
    await lab.ask(LOGGED);
    await lab.button('Reject all').click();
    await expect.poll(() => site.posts).toHaveLength(3);
    await expectAllTaken(page);
    expect(idsIn(site)).toHaveLength(1);
  });
}

test('with a log that says when to come back the record waits until then', async ({ lab, page, site }) => {
  site.treat({ status: 503, headers: { 'retry-after': '60' } }, { status: 204 });
  await askWithClock(lab);
  await lab.button('Reject all').click();
  await expectTried(page);
  await pass(page, 55);
  expect(site.posts).toHaveLength(1);
  await pass(page, 5);
  await expectAllTaken(page);
  expect(site.posts).toHaveLength(2);
});

test('offline the answer holds, and the record is sent from a later page', async ({ lab, page, site }) => {
  await lab.ask(LOGGED);
  // What sends records has to be there: it comes with the first choice.
  await lab.decide('save', { functional: false });
  await expectAllTaken(page);
  await page.context().setOffline(true);
  await lab.decide('save', { analytics: false, marketing: false });
  await expectTried(page);
  expect((await lab.state()).asking).toEqual([]);
  await page.context().setOffline(false);
  await lab.again();
  await expect.poll(() => idsIn(site)).toHaveLength(2);
  await expectAllTaken(page);
});

test('with the code of the log blocked the record waits for a page that has it', async ({ lab, page, site }) => {
  await page.route(/chunks\/log-/, (route) => route.abort());
  await lab.ask(LOGGED);
  await lab.button('Accept all').click();
  await lab.warned('LOG-WAITS log.endpoint: ');
  expect(site.posts).toEqual([]);
  expect(await lab.allows('analytics')).toBe(true);
  await page.unroute(/chunks\/log-/);
  await lab.again();
  await expect.poll(() => idsIn(site)).toHaveLength(1);
  await expectAllTaken(page);
});

test('where the answer was lost the same record comes again, and nothing but the same', async ({ lab, page, site }) => {
  site.treat('lost', { status: 200 });
  await lab.ask(LOGGED);
  await lab.button('Accept all').click();
  await expect.poll(() => site.posts).toHaveLength(2);
  await expectAllTaken(page);
  const [first, second] = site.posts;
  expect(second?.records).toEqual(first?.records);
});

test('after ten tries over many pages the record is dropped, and the console says so', async ({ lab, page, site }) => {
  site.treat({ status: 503 });
  await askWithClock(lab);
  await lab.button('Accept all').click();
  for (let tries = 1; tries < 10; tries += 1) {
    await expect.poll(async () => lab.warnings.length > 0 || (await triesOf(page)) >= tries).toBe(true);
    await lab.again();
    await pass(page, 300);
  }
  await lab.warned('LOG-LOST log.endpoint: ');
  await expectAllTaken(page);
  expect(site.posts.length).toBeGreaterThanOrEqual(10);
  expect(idsIn(site)).toHaveLength(1);
});

test('what the log refuses is not sent again, and the console says so', async ({ lab, page, site }) => {
  site.treat({ status: 404 });
  await lab.ask(LOGGED);
  await lab.button('Reject all').click();
  await lab.warned('LOG-REFUSED log.endpoint: ');
  await expectAllTaken(page);
  await lab.again();
  await page.waitForLoadState('networkidle');
  expect(site.posts).toHaveLength(1);
});

test('nothing goes to another site without https, and the console says so', async ({ lab, page }) => {
  const asked: string[] = [];
  await page.route('http://log.example/**', (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await lab.ask({ ...LOGGED, config: { log: { endpoint: 'http://log.example/choices' } } });
  await lab.button('Accept all').click();
  await lab.warned('LOG-ADDRESS log.endpoint: ');
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  await lab.warned('ADDRESS log.endpoint: ');
});

test('a shop without a log keeps nothing but the cookie, and sends nothing', async ({ lab, page }) => {
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  await lab.ask({ body: '' });
  await lab.button('Accept all').click();
  await expect.poll(() => lab.cookie()).toBeDefined();
  await page.waitForLoadState('networkidle');
  expect(posts).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('a queue with anything in it is no fault, and what is good in it is sent', async ({ lab, page, site }) => {
  await lab.ask(LOGGED);
  await page.route('**/choices', (route) => route.abort());
  await lab.button('Accept all').click();
  await expectTried(page);
  await page.evaluate(() => {
    const record = (localStorage.getItem('fairsay-log') ?? '').replace(/"next":\d+/, '"next":0');
    localStorage.setItem(
      'fairsay-log',
      `%E0%A4%A\n{"record":\n${record}null\n{"record":{"__proto__":{"form":1}}}\n[1e999]`,
    );
  });
  await page.unroute('**/choices');
  await lab.again();
  await expect.poll(() => idsIn(site)).toHaveLength(1);
  await expectAllTaken(page);
});

test('of 1 000 records that wait the last 50 are sent, and stale ones are not', async ({ lab, page, site }) => {
  await lab.ask(LOGGED);
  await lab.button('Accept all').click();
  await expect.poll(() => arrived(site)).toHaveLength(1);
  await expectAllTaken(page);
  const [record] = arrived(site);
  site.clearLog();
  const idOf = (index: number): string => index.toString(16).padStart(32, '0');
  const lines = Array.from({ length: 1000 }, (_, index) =>
    JSON.stringify({ record: { ...record, id: idOf(index), ...(index % 2 && { time: '2020-01-01T00:00:00Z' }) } }),
  );
  await page.evaluate((text) => {
    localStorage.setItem('fairsay-log', text);
  }, lines.join('\n'));
  await lab.again();
  await expectAllTaken(page);
  expect(idsIn(site)).toEqual(Array.from({ length: 50 }, (_, index) => idOf(900 + 2 * index)));
});

test('with a full storage the record is sent all the same', async ({ lab, page, site }) => {
  await lab.ask(LOGGED);
  await page.evaluate(() => {
    for (let size = 2 ** 22, index = 0; size >= 1; index += 1) {
      try {
        localStorage.setItem(`full${String(index)}`, 'x'.repeat(size));
      } catch {
        size /= 2;
      }
    }
  });
  site.treat({ status: 500 }, { status: 204 });
  await lab.button('Accept all').click();
  await expect.poll(() => site.posts).toHaveLength(2);
  expect(idsIn(site)).toHaveLength(1);
  await expectAllTaken(page);
});
