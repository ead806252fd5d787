import { expect, test, type Browser, type Page } from '@playwright/test';
import axe from 'axe-core';
import { passDoor } from '../support/door.js';
import { expectAllTaken } from '../support/log/log-lab.js';
import { startSite, type Site } from '../support/site.js';

const PAGES = ['/', '/product.html', '/basket.html', '/privacy.html'];

/** What the shop itself may keep: the answers, the record of them, the basket, and nothing else before a yes. */
const OWN = /^(fairsay(-log|-history|-age)?|bagsok\..*)$/;

let site: Site;

test.beforeAll(async () => {
  site = await startSite();
  // What the server keeps is the matter of host.spec: here no database has to be opened for it.
  site.pages.set('/choices', { html: '', status: 204 });
});

test.beforeEach(async ({ page }) => {
  site.clearLog();
  await passDoor(page, site.shopUrl);
});

test.afterAll(() => site.close());

const open = (page: Page, path: string) => page.goto(site.shopUrl + path, { waitUntil: 'networkidle' });
const answer = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const requested = () => site.log.filter(({ party }) => party === 'third').map(({ url }) => url);

/** Everything that a third party could leave in this browser, by name, and every request that one got. */
async function traces(page: Page) {
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
  }));
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  const foreign = (names: string[]) => names.filter((name) => !OWN.test(name)).sort();
  return {
    requests: requested(),
    cookies: foreign(cookies),
    local: foreign(stored.local),
    session: foreign(stored.session),
    databases: foreign(stored.databases),
  };
}

/** All of ours that a page loads once everything is answered. */
const DOOR_AND_GUARD = ['/dist/fairsay-door.js', '/dist/fairsay.js'];

const NOTHING = { requests: [], cookies: [], local: [], session: [], databases: [] };

/** Says yes to everything on the product page, and waits until every third party has come. */
async function acceptOnProduct(page: Page): Promise<void> {
  await open(page, '/product.html');
  await answer(page, 'Accept all').click();
  await expect
    .poll(() =>
      requested()
        .map((url) => url.split('?')[0])
        .sort(),
    )
    .toEqual(expect.arrayContaining(['/ads.js', '/analytics.js', '/collect', '/pixel.gif', '/video/embed/satchel']));
  await expectAllTaken(page);
}

/** Says no to everything, and waits until that is kept. */
async function rejectOn(page: Page, path: string): Promise<void> {
  await open(page, path);
  await answer(page, 'Reject all').click();
  await expect(answer(page, 'Reject all')).toBeHidden();
  await expect.poll(async () => (await page.context().cookies()).map(({ name }) => name)).toContain('fairsay');
  await expectAllTaken(page);
}

/** A browser that has just been started: it has what the first one stored, and an empty cache. */
async function comeBack(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  return context.newPage();
}

test('the shop asks for an age at the door, and its notice, its account and its records are read without', async ({
  page,
}) => {
  await page.context().clearCookies();
  await open(page, '/');
  await expect(page.getByRole('dialog', { name: 'Please confirm your age' })).toBeVisible();
  await expect(answer(page, 'Reject all')).toBeHidden();
  for (const path of ['/privacy.html', '/account.html', '/records.html']) {
    await open(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(answer(page, 'Reject all')).toBeVisible();
  }
});

test('a first visit leaves nothing of a third party', async ({ page }) => {
  for (const path of PAGES) {
    await open(page, path);
    await expect(answer(page, 'Accept all')).toBeVisible();
    expect(await traces(page)).toEqual(NOTHING);
  }
});

test('a refusal leaves nothing of a third party, there and across three navigations', async ({ page }) => {
  await rejectOn(page, '/product.html');
  expect(await traces(page)).toEqual(NOTHING);
  for (const path of ['/', '/privacy.html', '/product.html']) {
    await open(page, path);
    await expect(answer(page, 'Accept all')).toBeHidden();
    expect(await traces(page)).toEqual(NOTHING);
  }
});

test('after a yes every third party is there', async ({ page }) => {
  await acceptOnProduct(page);
  // The cookies of their own site are missing: these windows are private ones, where Chromium keeps none of a third party.
  await expect
    .poll(() => traces(page))
    .toMatchObject({
      cookies: ['_ads', '_visits', '_visits_session'],
      local: ['ads.id', 'visits.queue'],
      session: ['visits.page'],
      databases: ['visits'],
    });
});

test('the film is on screen after a yes', async ({ page }) => {
  await acceptOnProduct(page);
  const film = page.frameLocator('iframe[title^="Film"]');
  await expect(film.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('on a return the scripts run and the code of no element is fetched', async ({ browser, page }) => {
  await acceptOnProduct(page);
  const later = await comeBack(browser, page);
  for (const path of PAGES) {
    site.clearLog();
    await open(later, path);
    expect(requested()).toEqual(expect.arrayContaining(['/analytics.js', '/ads.js', '/pixel.gif']));
    // The page of the notice holds an element of ours; no other page does.
    const library = site.log.filter(({ url }) => url.startsWith('/dist/')).map(({ url }) => url);
    expect(
      library.filter((url) => path !== '/privacy.html' || !/notice|reading|services|parts|manners|ui-/.test(url)),
    ).toEqual(DOOR_AND_GUARD);
  }
  await later.context().close();
});

test('on a return after a refusal the code of no element is fetched where no frame waits', async ({
  browser,
  page,
}) => {
  await rejectOn(page, '/');
  const later = await comeBack(browser, page);
  site.clearLog();
  await open(later, '/');
  expect(site.log.filter(({ url }) => url.startsWith('/dist/')).map(({ url }) => url)).toEqual(DOOR_AND_GUARD);
  await later.context().close();
});

test('after a withdrawal from the footer nothing new happens, and what the shop can reach is gone', async ({
  page,
}) => {
  await acceptOnProduct(page);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy choices' }).click();
  const dialog = page.getByRole('dialog', { name: 'Privacy choices' });
  await dialog.getByRole('button', { name: 'Reject all', exact: true }).click();
  await expect(dialog).toBeHidden();
  const left = async () => {
    const { local, session, databases } = await traces(page);
    const cookies = (await page.context().cookies(site.shopUrl)).map(({ name }) => name);
    return { cookies, local, session, databases };
  };
  const cleaned = { cookies: ['fairsay-age', 'fairsay'], local: [], session: [], databases: [] };
  await expect.poll(left).toEqual(cleaned);
  site.clearLog();
  for (const path of ['/', '/privacy.html', '/product.html']) {
    await open(page, path);
    expect(requested()).toEqual([]);
    expect(await left()).toEqual(cleaned);
  }
});

test('the basket outlives a yes and a withdrawal', async ({ page }) => {
  await open(page, '/product.html');
  await page.getByRole('radio', { name: 'Oxblood' }).check();
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await answer(page, 'Accept all').click();
  await page.evaluate(() => {
    (window as unknown as { fairsay: { withdraw(): void } }).fairsay.withdraw();
  });
  await page.getByRole('link', { name: /^Basket/ }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Oxblood, medium' })).toContainText('€189');
});

test('the shop sells while it asks', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('link', { name: /^Canal saddle bag/ }).click();
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await expect(page.getByRole('link', { name: /^Basket/ })).toContainText('1');
  await expect(answer(page, 'Accept all')).toBeVisible();
});

test('the currency is remembered after a yes to it and not before', async ({ page }) => {
  const currency = page.getByRole('combobox', { name: 'Currency' });
  await open(page, '/');
  await currency.selectOption('GBP');
  await page.reload();
  await expect(currency).toHaveValue('EUR');
  await answer(page, 'Accept all').click();
  await currency.selectOption('GBP');
  await page.reload();
  await expect(currency).toHaveValue('GBP');
});

for (const path of PAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} is accessible while it asks, in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, path);
      await expect(answer(page, 'Accept all')).toBeVisible();
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run();
        return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      });
      expect(violations).toEqual([]);
    });
  }
}
