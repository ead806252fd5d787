/** What Google's tags are told, and what Global Privacy Control does. */
import type { Page } from '@playwright/test';
import { expect, held, TAG, test, type Lab } from '../support/lab.js';

/** A command as it stands in the queue. */
interface Command {
  /** What the entry is: only `[object Arguments]` is a command to Google. */
  readonly kind: string;
  readonly name: unknown;
  readonly what: unknown;
  readonly values: Record<string, unknown>;
}

/** The queue as a script finds it. */
const readQueue = (page: Page, name = 'dataLayer') =>
  page.evaluate(
    (queue) =>
      ((window as unknown as Record<string, ArrayLike<unknown>[]>)[queue] ?? []).map((entry) => ({
        kind: Object.prototype.toString.call(entry),
        name: entry[0],
        what: entry[1],
        values: entry[2] as Record<string, unknown>,
      })) as Command[],
    name,
  );

const updates = async (page: Page, name?: string) =>
  (await readQueue(page, name)).filter(({ what }) => what === 'update').map(({ values }) => values);

const all = (value: 'granted' | 'denied') => ({
  ad_storage: value,
  ad_user_data: value,
  ad_personalization: value,
  analytics_storage: value,
  functionality_storage: value,
  personalization_storage: value,
  security_storage: 'granted',
});

/** A script that writes down how many commands there are when it runs. */
const COUNT = '<script>window.commands = (window.dataLayer || []).length</script>';
const counted = (page: Page) => page.evaluate(() => (window as unknown as { commands: number }).commands);

const turnOnGpc = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));

test('Google hears its default, all denied, before any other script runs', async ({ lab, page }) => {
  await lab.ask({ head: COUNT });
  expect(await counted(page)).toBe(1);
  expect(await readQueue(page)).toEqual([
    {
      kind: '[object Arguments]',
      name: 'consent',
      what: 'default',
      values: { ...all('denied'), wait_for_update: 500 },
    },
  ]);
});

test('Google hears nothing more before a choice', async ({ lab, page }) => {
  await lab.ask();
  await lab.button('Choose').click();
  await expect(lab.preferences).toBeVisible();
  await page.keyboard.press('Escape');
  await lab.expectHeld();
  expect(await readQueue(page)).toHaveLength(1);
});

test('Google hears an update at each change, and not the default again', async ({ lab, page }) => {
  await lab.ask();
  await lab.decide('acceptAll');
  await lab.decide('withdraw');
  await lab.decide('save', { analytics: true });
  expect(await updates(page)).toEqual([
    all('granted'),
    all('denied'),
    { ...all('denied'), analytics_storage: 'granted' },
  ]);
  expect((await readQueue(page)).map(({ kind, name }) => `${kind} ${String(name)}`)).toEqual(
    Array(4).fill('[object Arguments] consent'),
  );
  expect(await updates(page)).not.toContainEqual(expect.objectContaining({ wait_for_update: 500 }));
});

test('Google hears of a change before a held tag of its own runs', async ({ lab, page }) => {
  await lab.ask({ body: held('analytics').replace(/ran.push\(.*\)/, 'ran.push(String(dataLayer.length))') });
  await lab.button('Accept all').click();
  await expect.poll(() => lab.ran()).toEqual(['2']);
  await lab.again();
  await expect.poll(() => lab.ran()).toEqual(['2']);
  expect(await updates(page)).toEqual([all('granted')]);
});

test('Google hears at once what a shopper decided on an earlier page', async ({ lab, page }) => {
  await lab.ask({ head: COUNT });
  await lab.decide('save', { marketing: true, analytics: false, functional: false });
  await lab.again();
  expect(await counted(page)).toBe(2);
  const ads = { ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' };
  expect(await updates(page)).toEqual([{ ...all('denied'), ...ads }]);
});

test('Google hears of a refusal on an earlier page too', async ({ lab, page }) => {
  await lab.ask();
  await lab.decide('rejectAll');
  await lab.again();
  expect(await updates(page)).toEqual([all('denied')]);
});

test('a queue that is there is kept, with what is in it', async ({ lab, page }) => {
  await lab.ask({ before: `<script>window.dataLayer = [{ event: 'early' }]; window.own = dataLayer</script>` });
  expect(await page.evaluate(() => (window as unknown as { own: unknown }).own === window.dataLayer)).toBe(true);
  expect((await readQueue(page)).map(({ kind }) => kind)).toEqual(['[object Object]', '[object Arguments]']);
});

test('a queue of another name is used, and no other', async ({ lab, page }) => {
  await lab.ask({ config: { signals: { google: { dataLayer: 'shopLayer', waitForUpdate: 900 } } } });
  await lab.decide('acceptAll');
  const [first] = await readQueue(page, 'shopLayer');
  expect(first).toMatchObject({ what: 'default', values: { wait_for_update: 900 } });
  expect(await updates(page, 'shopLayer')).toEqual([all('granted')]);
  expect(await page.evaluate(() => 'dataLayer' in window)).toBe(false);
});

test('a shop with categories of its own says what each type needs', async ({ lab, page }) => {
  const types = { analytics_storage: 'counting', ad_storage: 'adverts counting', ad_user_data: '!counting' };
  await lab.ask({
    config: { categories: [{ id: 'counting' }, { id: 'adverts' }], signals: { google: { types } } },
    body: '',
  });
  await lab.decide('save', { counting: true, adverts: false });
  expect(await updates(page)).toEqual([{ ...all('denied'), analytics_storage: 'granted' }]);
});

test('where the shop turns it off Google hears nothing', async ({ lab, page }) => {
  await lab.ask({ config: { signals: { google: false } } });
  await lab.decide('acceptAll');
  expect(await page.evaluate(() => 'dataLayer' in window)).toBe(false);
});

/** A shop that sells data where that is lawful until the shopper objects. */
const CALIFORNIA = {
  region: 'US-CA',
  categories: [
    { id: 'necessary', basis: 'necessary' },
    { id: 'analytics', basis: { 'US-CA': 'exempt', '*': 'opt-in' } },
    { id: 'marketing', basis: { 'US-CA': 'opt-out', '*': 'opt-in' } },
  ],
};

/** Opens the Californian shop and waits until it is quiet: it has nothing to ask. */
async function openCalifornia(lab: Lab, config: object = CALIFORNIA): Promise<void> {
  await lab.open({ config });
  await lab.page.waitForLoadState('networkidle');
}

test('with Global Privacy Control a sale is denied without a question', async ({ lab, page }) => {
  await turnOnGpc(page);
  await openCalifornia(lab);
  expect(await lab.state()).toMatchObject({
    gpc: true,
    asking: [],
    categories: { marketing: { state: 'denied', allowed: false, why: 'gpc' }, analytics: { allowed: true } },
  });
  expect(await lab.causes()).toEqual(['signal']);
  await expect(lab.banner).toHaveCount(0);
  expect(await lab.ran()).toEqual(['analytics']);
  expect(lab.requested()).toEqual([]);
  expect(await updates(page)).toMatchObject([{ ad_storage: 'denied', analytics_storage: 'granted' }]);
});

test('without Global Privacy Control a sale runs until the shopper objects', async ({ lab, page }) => {
  await openCalifornia(lab);
  expect(await lab.causes()).toEqual(['unasked']);
  await lab.expectReleased();
  await expect(lab.banner).toHaveCount(0);
  await lab.decide('save', { marketing: false });
  expect((await lab.causes()).at(-1)).toBe('withdrawn');
  expect(await updates(page)).toMatchObject([{ ad_storage: 'granted' }, { ad_storage: 'denied' }]);
});

test('with Global Privacy Control a sale allowed before it was on is denied', async ({ lab, page }) => {
  await openCalifornia(lab);
  await lab.decide('acceptAll');
  await turnOnGpc(page);
  lab.site.clearLog();
  await openCalifornia(lab);
  expect((await lab.state()).categories).toMatchObject({ marketing: { why: 'gpc' }, analytics: { why: 'choice' } });
  expect(lab.requested()).toEqual([]);
});

test('with Global Privacy Control a yes to a sale stands, and the record keeps both', async ({ lab, page }) => {
  await turnOnGpc(page);
  await openCalifornia(lab);
  await lab.decide('save', { marketing: true });
  expect((await lab.state()).decision).toMatchObject({ gpc: true });
  expect(await lab.cookie()).toContain('.api-gpc.');
  await openCalifornia(lab);
  expect((await lab.state()).categories).toMatchObject({ marketing: { allowed: true, why: 'choice' } });
});

test('only true is Global Privacy Control', async ({ lab, page }) => {
  for (const script of ["get: () => '1'", "get: () => { throw new Error('No.') }", 'value: 1']) {
    await lab.open({
      before: `<script>Object.defineProperty(navigator, 'globalPrivacyControl', { ${script} })</script>`,
      config: CALIFORNIA,
      tag: TAG,
    });
    expect((await lab.state()).gpc, script).toBe(false);
  }
  await page.waitForLoadState('networkidle');
});

test('with a region that is not known a sale waits for a yes', async ({ lab }) => {
  await lab.ask({ config: { ...CALIFORNIA, region: '' } });
  expect((await lab.state()).asking).toEqual(['analytics', 'marketing']);
  await lab.expectHeld();
});
