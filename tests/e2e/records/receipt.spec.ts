/** The shopper's own record: what it says is what was shown and what holds. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Ajv, type SchemaObject } from 'ajv';
import type { Receipt } from '../../../src/core/receipt/receipt.js';
import { replay } from '../../../src/core/receipt/replay.js';
import type { State } from '../../../src/core/state.js';
import { arrived, expect, expectAllTaken, LOGGED, test } from '../../support/log/log-lab.js';
import type { Lab } from '../../support/lab.js';

const SERVICES = [{ id: 'counter', category: 'analytics', name: 'Counter', provider: 'Counter Ltd' }];
const SHOP = { ...LOGGED, config: { log: { endpoint: '/choices' }, services: SERVICES, region: 'DE' } };

/** What the published schema says, as a server or a shopper would use it. */
function errorsOf(value: unknown, part = ''): unknown {
  const schema = JSON.parse(readFileSync('dist/receipt.schema.json', 'utf8')) as SchemaObject;
  const validate = new Ajv({ allowUnionTypes: true }).addSchema(schema, 'receipt').getSchema(`receipt#${part}`);
  return validate?.(value) ? [] : (validate?.errors ?? 'no schema');
}

/** Opens the preferences and takes the record along. */
async function download(lab: Lab): Promise<Receipt> {
  await lab.button('Privacy choices').click();
  const file = lab.page.waitForEvent('download');
  await lab.button('Download').click();
  const path = await (await file).path();
  return JSON.parse(readFileSync(path, 'utf8')) as Receipt;
}

/** The answers that hold because the shopper gave them. */
function answersIn({ categories, services }: State): object {
  const given = Object.entries({ ...categories, ...services }).filter(([, { why }]) => why === 'choice');
  return Object.fromEntries(given.map(([id, { allowed }]) => [id, allowed]));
}

const sha256 = (text: string): string => createHash('sha256').update(text.replace(/\s+/g, ''), 'utf8').digest('hex');

/** The words on the banner, put together from what stands in its region and from the buttons that stand in the page. */
async function wordsOn(page: Page): Promise<string> {
  const region = page.getByRole('region', { name: 'Cookies and your privacy' });
  const parts = ['heading', 'paragraph', 'listitem', 'link', 'button'] as const;
  const words = await Promise.all(parts.map((role) => region.getByRole(role).allInnerTexts()));
  const buttons = await page.locator('fairsay-banner > button').allInnerTexts();
  return [...words.flat(), ...buttons].join(' ');
}

test('the hash of a record is that of the words on the banner', async ({ lab, page, site }) => {
  const shop = { name: 'BagsOK', links: { privacy: '/privacy' } };
  await lab.ask({ ...SHOP, config: { ...SHOP.config, site: shop } });
  const words = await wordsOn(page);
  await lab.button('Reject all').click();
  await expect.poll(() => arrived(site)).toHaveLength(1);
  expect(words).toContain('BagsOK and other companies');
  expect(arrived(site)[0]?.shown).toEqual({ version: '', hash: sha256(words), lang: 'en' });
});

test('the hash is the same in a narrow window, and another in another language', async ({ lab, page, site }) => {
  for (const [lang, width] of [
    ['en', 1280],
    ['en', 320],
    ['de', 1280],
  ] as const) {
    await page.context().clearCookies();
    await page.setViewportSize({ width, height: 700 });
    await lab.open({ ...SHOP, config: { ...SHOP.config, lang } });
    await page.locator('fairsay-banner > [data-action="accept-all"]').click();
    await expect.poll(() => lab.cookie()).toBeDefined();
    await expectAllTaken(page);
  }
  const [wide, narrow, german] = arrived(site).map(({ shown }) => shown);
  expect(narrow).toEqual(wide);
  expect(german?.lang).toBe('de');
  expect(german?.hash).not.toBe(wide?.hash);
});

test('a choice of the page itself has shown nothing, unless the page says what', async ({ lab, page, site }) => {
  await lab.ask(SHOP);
  await lab.decide('acceptAll');
  await lab.decide('save', { analytics: false }, 'button', 'May we count your visits?');
  await expect.poll(() => arrived(site)).toHaveLength(2);
  await expectAllTaken(page);
  const hashes = arrived(site).map(({ shown }) => shown.hash);
  expect(hashes).toEqual(['', sha256('May we count your visits?')]);
});

test('a choice on a placeholder has the hash of its words', async ({ lab, page, site }) => {
  const film = '<iframe data-fairsay="counter" data-src="/film.html" title="Film"></iframe>';
  await lab.ask({ ...SHOP, body: film });
  await lab.button('Reject all').click();
  const words = await page.getByRole('group', { name: 'Content from Counter' }).innerText();
  await lab.button('Always allow Counter').click();
  await expect.poll(() => arrived(site)).toHaveLength(2);
  const record = arrived(site).find(({ seq }) => seq === 2);
  expect(record).toMatchObject({ source: 'embed', choices: { analytics: false, counter: true } });
  expect(record?.shown.hash).toBe(sha256(words));
});

test('everything that arrives fits the published schema', async ({ lab, site }) => {
  await lab.ask(SHOP);
  await lab.button('Accept all').click();
  await lab.decide('save', { counter: false });
  await lab.decide('withdraw');
  await lab.decide('forget');
  await expect.poll(() => arrived(site)).toHaveLength(4);
  for (const { records } of site.posts) {
    expect(errorsOf({ records }, '/definitions/LogBody')).toEqual([]);
  }
});

test('the file of the shopper fits the published schema, holds what the log was sent, and replays to what holds', async ({
  lab,
  page,
  site,
}) => {
  await lab.ask(SHOP);
  await lab.button('Accept all').click();
  await lab.decide('save', { counter: false, marketing: false });
  await lab.decide('withdraw');
  await lab.decide('save', { analytics: true });
  await expect.poll(() => arrived(site)).toHaveLength(4);
  await expectAllTaken(page);
  await lab.again();
  const receipt = await download(lab);
  expect(errorsOf(receipt)).toEqual([]);
  expect(receipt.envelopes).toEqual(arrived(site));
  expect(Object.fromEntries(replay(receipt.envelopes))).toEqual(answersIn(await lab.state()));
  const { header, events } = receipt.consentRecord;
  expect(header.record_id).toBe(((await lab.cookie()) ?? '').split('.')[3]);
  expect(events.map(({ event_state, purposes }) => [event_state, ...purposes])).toEqual([
    ['given', 'functional', 'analytics', 'marketing'],
    ['withdrawn', 'marketing', 'counter'],
    ['withdrawn', 'functional', 'analytics'],
    ['given', 'analytics'],
  ]);
});

test('in a shop without a log the file is made of the cookie', async ({ lab }) => {
  await lab.ask({ config: { services: SERVICES }, body: '' });
  await lab.decide('save', { analytics: true, counter: false, marketing: false });
  const receipt = await download(lab);
  expect(errorsOf(receipt)).toEqual([]);
  expect(receipt.envelopes).toHaveLength(1);
  expect(Object.fromEntries(replay(receipt.envelopes))).toEqual(answersIn(await lab.state()));
});

test('offline the record can still be seen and downloaded', async ({ lab, page }) => {
  await lab.ask(SHOP);
  await lab.button('Reject all').click();
  await expectAllTaken(page);
  await lab.button('Privacy choices').click();
  await expect(lab.preferences.getByRole('heading', { name: 'Your record' })).toBeVisible();
  await lab.button('Close without saving').click();
  await page.context().setOffline(true);
  const receipt = await download(lab);
  expect(errorsOf(receipt)).toEqual([]);
  await expect(lab.preferences.getByText('Functional, Analytics, and Marketing')).toBeVisible();
});

test('what is forgotten leaves the device, and the log hears of it', async ({ lab, page, site }) => {
  await lab.ask(SHOP);
  await lab.button('Accept all').click();
  await lab.decide('forget');
  await expect.poll(() => arrived(site)).toHaveLength(2);
  await expectAllTaken(page);
  const last = arrived(site).find(({ seq }) => seq === 2);
  expect(last).toMatchObject({ choices: { analytics: null }, previous: { analytics: true } });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await lab.button('Privacy choices').click();
  await expect(lab.preferences).toBeVisible();
  await expect(lab.button('Download')).toBeHidden();
});
