/** Saves that fail, in every way: the choices go back, it is said, and nothing is sent twice. See docs/faults.md. */
import { expect, test } from '../../support/lab.js';
import { CONFIG, NewsletterDesk, STATE } from './desk.js';

/** Ticks a topic and saves, and waits until the panel has gone back and says so. */
async function expectRollback(desk: NewsletterDesk, text: string): Promise<void> {
  await desk.choice('Sale').check();
  await desk.button('Save').click();
  await expect(desk.panel.getByText(text)).toBeVisible();
  await expect(desk.choice('Sale')).not.toBeChecked();
  await expect(desk.lab.page.getByRole('status')).toContainText(text);
}

for (const [status, text] of [
  [500, 'That did not work.'],
  [503, 'That did not work.'],
  [429, 'That was too often. Please try again in 2 minutes.'],
] as const) {
  test(`a save that is answered with ${status} goes back, is announced, and is sent once`, async ({ lab }) => {
    const desk = new NewsletterDesk(lab);
    await desk.show();
    desk.answer('<h1>Error</h1>', status, { 'retry-after': '120' });
    await expectRollback(desk, text);
    await desk.expectChanges(1);
  });
}

test('a save that meets a change elsewhere shows what holds now', async ({ lab }) => {
  const desk = new NewsletterDesk(lab);
  await desk.show();
  desk.answer({ ...STATE, version: 9, topics: {} }, 409);
  await expectRollback(desk, 'Your choices were changed elsewhere meanwhile.');
  await expect(desk.choice('News')).not.toBeChecked();
  await desk.expectChanges(1);
});

test('a save without a network goes back, is announced, and works again by one press', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  await desk.show();
  await page.context().setOffline(true);
  await expectRollback(desk, 'You seem to be offline.');
  expect(desk.changes).toBe(0);
  await page.context().setOffline(false);
  desk.answer({ ...STATE, version: 5, topics: { news: true, sale: true } });
  await desk.button('Try again').click();
  await expect(desk.choice('Sale')).toBeChecked();
  await desk.expectChanges(1);
});

test('a save whose connection breaks goes back, and is sent once', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  await desk.show();
  await page.route('**/newsletter-state', (route) => route.abort('connectionreset'));
  await expectRollback(desk, 'You seem to be offline.');
  await desk.expectChanges(0);
});

test('a save that succeeds with a page in place of a state goes back, with a warning', async ({ lab }) => {
  const desk = new NewsletterDesk(lab);
  await desk.show();
  desk.answer('<!doctype html><title>Log in</title>');
  await expectRollback(desk, 'That did not work.');
  const warning: unknown = expect.stringContaining('[fairsay] NOT-UNDERSTOOD fairsay-newsletter: ');
  await expect.poll(() => lab.warnings).toContainEqual(warning);
  lab.expectsWarnings();
});

test('a token that is over shows nothing more of anybody, and the mail', async ({ lab }) => {
  const desk = new NewsletterDesk(lab);
  await desk.show('?token=old');
  desk.answer('', 410);
  await desk.button('Stop everything').click();
  await expect(desk.panel.getByText('This link no longer works.')).toBeVisible();
  await expect(desk.panel.getByText('m…@example.com')).toHaveCount(0);
  await expect(desk.panel.getByRole('link', { name: 'hello@shop.example' })).toHaveAttribute('href', /^mailto:/);
});

test('two clicks on save, and on stop, are one change each', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  const bodies: string[] = [];
  page.on(
    'request',
    (request) => request.method() === 'PATCH' && bodies.push(`${request.headers()['idempotency-key']}`),
  );
  await desk.show();
  await desk.choice('Sale').check();
  desk.answer({ ...STATE, version: 5, topics: { news: true, sale: true } });
  await desk.button('Save').dblclick();
  await expect(desk.panel.getByText('Your choices are saved.')).toBeVisible();
  await desk.expectChanges(1);
  desk.answer({ ...STATE, version: 6, status: 'unsubscribed' });
  await desk.button('Stop everything').dblclick();
  await expect(desk.panel.getByText('Everything is stopped.')).toBeVisible();
  await desk.expectChanges(2);
  expect(new Set(bodies).size).toBe(2);
});

test('a newsletter that fails leaves the answer to the banner as it is', async ({ lab }) => {
  const desk = new NewsletterDesk(lab);
  await desk.open('', { config: { ...CONFIG, categories: [] } });
  await lab.button('Reject all').click();
  await expect(desk.button('Stop everything')).toBeVisible();
  const record = await lab.cookie();
  desk.answer('', 500);
  await desk.button('Stop everything').click();
  await expect(desk.panel.getByText('That did not work.')).toBeVisible();
  expect(record).toBeTruthy();
  expect(await lab.cookie()).toBe(record);
  expect(await lab.causes()).toEqual(['unasked', 'choice']);
});

test('storage that is cleared meanwhile takes nothing from the panel, as nothing of it is there', async ({
  lab,
  page,
}) => {
  const desk = new NewsletterDesk(lab);
  await desk.show('?token=secret');
  await page.context().clearCookies();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  desk.answer({ ...STATE, version: 5, status: 'unsubscribed' });
  await desk.button('Stop everything').click();
  await expect(desk.panel.getByText('Everything is stopped.')).toBeVisible();
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
});

test('with the code of the panel blocked the page goes on, and learns it', async ({ lab, page }) => {
  await page.route(/chunks\/newsletter-/, (route) => route.abort());
  await new NewsletterDesk(lab).open();
  await lab.warned('NOT-SHOWN fairsay-newsletter: ');
  expect(await lab.heard('suppressed')).toEqual([{ type: 'suppressed', what: 'newsletter', why: 'not-loaded' }]);
  await lab.expectShop();
});

test('with the code that asks its server blocked the panel says so and shows the mail', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  await page.route(/chunks\/desk-/, (route) => route.abort());
  await desk.open();
  await expect(desk.panel.getByText('Your choices cannot be reached at the moment.')).toBeVisible();
  await expect(desk.panel.getByRole('link', { name: 'hello@shop.example' })).toBeVisible();
  await lab.warned('NOT-SHOWN fairsay-newsletter: ');
  expect(await lab.heard('suppressed')).toEqual([{ type: 'suppressed', what: 'newsletter', why: 'not-loaded' }]);
});

test('without anything that answers, the panel says so, and the console how to mend it', async ({ lab }) => {
  const desk = new NewsletterDesk(lab);
  await desk.open('', { config: { ...CONFIG, newsletter: {} } });
  await expect(desk.panel.getByText('Your choices cannot be reached at the moment.')).toBeVisible();
  await lab.warned('NOT-REACHED fairsay-newsletter: ');
  expect(lab.warnings[0]).toContain('set newsletter.endpoint');
});
