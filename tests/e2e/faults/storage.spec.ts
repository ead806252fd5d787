/** Storage that is not there, is full, or holds something else. See *Storage* in docs/faults.md. */
import type { Page } from '@playwright/test';
import { expect, held, TAG, test, type Lab } from '../../support/lab.js';

/** Nothing can be kept in cookies, as under a browser's own switch. */
async function blockCookies(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDocumentCookieDisabled', { disabled: true });
}

const throwOnLocalStorage = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });

async function accept(lab: Lab): Promise<void> {
  await lab.button('Accept all').click();
  await expect(lab.banner).toBeHidden();
  await lab.expectReleased();
}

/** What the last event says of the record. */
const persisted = async (lab: Lab) => (await lab.heard()).at(-1)?.persisted;

test('with cookies and storage blocked an answer holds for this page, and is asked for on the next', async ({
  lab,
  page,
}) => {
  await blockCookies(page);
  await throwOnLocalStorage(page);
  await lab.ask();
  await accept(lab);
  await lab.warned('NOT-KEPT');
  expect(await persisted(lab)).toBe(false);
  expect((await lab.state()).asking).toEqual([]);
  lab.site.clearLog();
  await lab.again();
  await expect(lab.banner).toBeVisible();
  await lab.expectHeld();
});

test('with cookies and storage blocked a second answer on the page replaces the first', async ({ lab, page }) => {
  await blockCookies(page);
  await throwOnLocalStorage(page);
  await lab.ask();
  await accept(lab);
  await lab.warned('NOT-KEPT');
  await lab.decide('rejectAll');
  await lab.warned('NOT-KEPT');
  expect(await lab.allows('analytics')).toBe(false);
  expect((await lab.state()).decision).toMatchObject({ seq: 2 });
});

test('with cookies alone blocked an answer is kept in localStorage', async ({ lab, page }) => {
  await blockCookies(page);
  await lab.ask();
  await accept(lab);
  expect(await persisted(lab)).toBe(true);
  await lab.again();
  await expect.poll(() => lab.causes()).toEqual(['restored']);
  expect(await lab.cookie()).toBeUndefined();
});

test('with localStorage that throws an answer is kept in the cookie', async ({ lab, page }) => {
  await throwOnLocalStorage(page);
  await lab.ask();
  await accept(lab);
  expect(await persisted(lab)).toBe(true);
  expect(await lab.cookie()).toBeDefined();
});

/** Fills localStorage to the last character. */
const fill = (page: Page) =>
  page.evaluate(() => {
    for (let size = 2 ** 22, index = 0; size >= 1; index += 1) {
      try {
        localStorage.setItem(`full${String(index)}`, 'x'.repeat(size));
      } catch {
        size /= 2;
      }
    }
  });

test('with a full localStorage an answer is kept in the cookie', async ({ lab, page }) => {
  await lab.ask();
  await fill(page);
  await accept(lab);
  expect(await persisted(lab)).toBe(true);
  expect(await lab.cookie()).toBeDefined();
});

test('with cookies blocked and localStorage full an answer holds for the page', async ({ lab, page }) => {
  await blockCookies(page);
  await lab.ask();
  await fill(page);
  await accept(lab);
  await lab.warned('NOT-KEPT');
  expect(await persisted(lab)).toBe(false);
});

test('in a sandboxed frame an answer holds for the frame', async ({ lab, page, site }) => {
  const inner = `${TAG.replace('/dist', `${site.shopUrl}/dist`)}${held('analytics')}`.replaceAll("'", '&apos;');
  await lab.open({ tag: '', body: `<iframe title="Sandbox" sandbox="allow-scripts" srcdoc='${inner}'></iframe>` });
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Accept all' }).click();
  const inside = page.frames()[1];
  await expect.poll(() => inside?.evaluate(() => window.ran)).toEqual(['analytics']);
  await lab.warned('NOT-KEPT');
  const heard = await inside?.evaluate(() => window.heard.filter(({ type }) => type === 'consent'));
  expect(heard).toMatchObject([
    { cause: 'unasked', persisted: false },
    { cause: 'choice', persisted: false },
  ]);
});

const JUNK = [
  '%',
  '%E0%A4%A',
  '{',
  'null',
  '[]',
  '1e999',
  '1',
  '2.1.t6000.00000000000000000000000000000000.button.en.analytics:g:1',
  '{"__proto__":{"granted":true}}',
  '1.1.t6000.00000000000000000000000000000000.button.en.constructor.prototype:g:1',
  'x'.repeat(4000),
];

test('a cookie that is no record counts as no answer, and the answer replaces it', async ({ lab, page, site }) => {
  for (const value of JUNK) {
    await page.context().clearCookies();
    await page.context().addCookies([{ name: 'fairsay', value, url: site.shopUrl }]);
    await lab.ask();
    expect(await lab.causes(), value).toEqual(['unasked']);
    expect(await lab.ran(), value).toEqual([]);
    await lab.button('Reject all').click();
    await expect.poll(() => lab.cookie(), value).toMatch(/^1\.1\./);
  }
  await lab.expectHeld();
});

test('an answer too long for a cookie is kept with fewer details, all of them refusals', async ({ lab }) => {
  const services = Array.from({ length: 200 }, (_, index) => {
    const id = `service-with-a-rather-long-name-${String(index)}`;
    return { id, name: id, category: index % 2 ? 'analytics' : 'marketing' };
  });
  await lab.ask({ config: { services } });
  const choice = Object.fromEntries(services.map(({ id }, index) => [id, index % 2 === 0]));
  await lab.decide('save', { analytics: true, marketing: true, functional: true, ...choice });
  await lab.warned('NOT-KEPT record of ');
  expect((await lab.cookie())?.length).toBeLessThan(3800);
  expect(await persisted(lab)).toBe(true);
  expect(await lab.allows('analytics')).toBe(false);
  expect(await lab.allows(services[1]?.id ?? '')).toBe(false);
  expect(await lab.allows('functional')).toBe(true);
});

test('names out of the prototype grant nothing and change nothing', async ({ lab, page, site }) => {
  const record = '1.1.t6000.00000000000000000000000000000000.button.en';
  await page.addInitScript(() => Object.freeze(Object.prototype));
  for (const name of ['__proto__', 'constructor', 'toString']) {
    const value = `${record}.${name}:g:1`;
    await page.context().addCookies([{ name: 'fairsay', value, url: site.shopUrl }]);
    await lab.ask();
    expect(await lab.allows(name)).toBe(false);
    await lab.warned(`UNKNOWN allows("${name}")`);
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
    await lab.expectHeld();
  }
});

/** A record of a no to everything on the demo's default categories, and one of a yes, as this shop writes them. */
async function records(lab: Lab): Promise<{ yes: string; no: string }> {
  await lab.ask();
  await lab.decide('acceptAll');
  const yes = (await lab.cookie()) ?? '';
  await lab.decide('rejectAll');
  const no = (await lab.cookie()) ?? '';
  await lab.page.context().clearCookies();
  return { yes, no };
}

test('of several cookies the newest valid one counts', async ({ lab, page, site }) => {
  const { yes, no } = await records(lab);
  const { hostname: domain } = new URL(site.shopUrl);
  for (const [root, deep, allowed] of [
    [yes, no, false],
    [no, yes, false],
    ['junk', yes, true],
  ] as const) {
    await page.context().clearCookies();
    await page.context().addCookies([
      { name: 'fairsay', value: root, domain, path: '/' },
      { name: 'fairsay', value: deep, domain, path: '/shop' },
    ]);
    await lab.open({ path: '/shop/lab.html' });
    expect(await lab.allows('analytics')).toBe(allowed);
    await page.waitForLoadState('networkidle');
  }
});

test('the record is one cookie with a print for every answer', async ({ lab, page, site }) => {
  const before = Math.floor(Date.now() / 1000);
  await lab.ask({ config: { services: [{ id: 'counter', category: 'analytics', name: 'Counter' }] } });
  await lab.decide('save', { analytics: true, counter: false, functional: false, marketing: false });
  const cookies = await page.context().cookies(site.shopUrl);
  expect(cookies).toMatchObject([
    { name: 'fairsay', path: '/', domain: 'localhost', sameSite: 'Lax', httpOnly: false },
  ]);
  const [cookie] = cookies;
  expect(cookie?.value).toMatch(
    /^1\.1\.[\da-z]+\.[\da-f]{32}\.api\.en\.functional:d:\w+\.analytics:g:\w+\.marketing:d:\w+\.counter:d:\w+$/,
  );
  const time = parseInt(cookie?.value.split('.')[2] ?? '', 36);
  expect(time).toBeGreaterThanOrEqual(before);
  expect(time).toBeLessThanOrEqual(Date.now() / 1000);
  const days = ((cookie?.expires ?? 0) - before) / 86_400;
  expect(days).toBeGreaterThan(181.9);
  expect(days).toBeLessThan(182.1);
});

test('each decision counts one up and keeps the id, and forgetting draws another', async ({ lab }) => {
  const parts = async () => ((await lab.cookie()) ?? '').split('.');
  await lab.ask();
  await lab.decide('acceptAll');
  const [, first, , id] = await parts();
  await lab.decide('rejectAll');
  const [, second, , same] = await parts();
  expect([first, second, same]).toEqual(['1', '2', id]);
  await lab.decide('forget');
  expect(await lab.cookie()).toBeUndefined();
  await lab.decide('acceptAll');
  const [, again, , other] = await parts();
  expect(again).toBe('1');
  expect(other).not.toBe(id);
});
