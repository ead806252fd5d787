/** What becomes of an answer about an age: what is kept, for how long, and what a minor's presence means. */
import { cookieOf } from '../../support/door.js';
import { expect, held, test } from '../../support/lab.js';
import { Gate } from './gate.js';

const ADULT = /^1\.18\.adult\.[a-z\d]+\.[\da-f]{32}\.en$/;

test('an adult’s answer is kept for thirty days, and no other page asks', async ({ lab }) => {
  const gate = new Gate(lab);
  await gate.ask();
  await gate.button('I am 18 or over').click();
  await expect(lab.banner).toBeVisible();
  const cookie = await gate.cookie();
  expect(cookie?.value).toMatch(ADULT);
  const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400;
  expect(Math.round(days)).toBe(30);
  await lab.again();
  await expect(lab.banner).toBeVisible();
  await expect(gate.dialog).toBeHidden();
});

test('who is accompanied goes on for the session, and nothing optional is on or can be turned on', async ({
  lab,
  page,
}) => {
  const gate = new Gate(lab);
  const body = `${held('analytics')}<iframe data-fairsay="marketing" data-src="${lab.site.partyUrl}/player.html" title="Film"></iframe>`;
  await gate.ask({}, { body });
  await gate.button('I am under 18, with a parent or guardian').click();
  await expect(page.getByText('You are this visitor’s parent or guardian')).toBeVisible();
  await gate.button('That is so').click();
  await expect(gate.dialog).toBeHidden();
  expect((await gate.cookie())?.expires).toBe(-1);
  const placeholder = page.getByRole('group', { name: /^Content from/ });
  await expect(placeholder).toContainText('under age');
  await expect(placeholder.getByRole('button')).toHaveCount(0);
  await lab.call('acceptAll');
  await lab.warned('MINOR');
  await lab.again();
  await page.waitForLoadState('networkidle');
  await expect(lab.banner).toBeHidden();
  await expect(gate.dialog).toBeHidden();
  const { minor, age, categories } = await lab.state();
  expect([minor, age, categories['marketing']?.why]).toEqual([true, 'accompanied', 'age']);
  expect([await lab.ran(), lab.requested(), await lab.cookie()]).toEqual([[], [], undefined]);
});

test('an earlier yes of an adult waits while a minor is there, and is in force again afterwards', async ({ lab }) => {
  const gate = new Gate(lab);
  await gate.ask();
  await gate.button('I am 18 or over').click();
  await lab.button('Accept all').click();
  await lab.expectReleased();
  await gate.remember('accompanied');
  await lab.again();
  await lab.page.waitForLoadState('networkidle');
  expect(await lab.ran()).toEqual([]);
  await gate.remember('adult');
  await lab.again();
  await expect.poll(() => lab.ran()).toEqual(['analytics']);
});

test('who is accompanied is asked nothing about the newsletter', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await gate.remember('accompanied');
  const config = { newsletter: { endpoint: '/newsletter', topics: [{ id: 'news', label: 'News' }] } };
  await gate.open({}, { config, body: '<fairsay-newsletter></fairsay-newsletter>' });
  await expect(page.getByText(/newsletter/i).last()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'News' })).toBeHidden();
  await page.waitForLoadState('networkidle');
  expect(lab.site.log.map(({ url }) => url)).not.toContain('/newsletter');
});

test('the adult who is there is asked where the shop says so', async ({ lab }) => {
  const gate = new Gate(lab);
  await gate.ask({ minors: 'ask' });
  await gate.button('I am under 18, with a parent or guardian').click();
  await gate.button('That is so').click();
  await expect(lab.banner).toBeVisible();
});

test('who is alone gets a calm page with ways out, and no second try in the session', async ({ lab, page }) => {
  const gate = new Gate(lab);
  lab.site.pages.set('/toys.html', { html: '<h1>Toys</h1>' });
  await gate.ask();
  await gate.button('I am under 18, on my own').click();
  await expect(gate.dialog.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
  await expect(gate.dialog.getByRole('button')).toHaveCount(0);
  await gate.dialog.getByRole('link', { name: 'Toys for children' }).click();
  await expect(page.getByRole('heading', { name: 'Toys' })).toBeVisible();
  await page.goBack();
  await expect(gate.dialog.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
  await lab.again();
  await expect(gate.dialog.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
  await expect(gate.button(/18 or over/)).toHaveCount(0);
  expect((await lab.state()).age).toBe('declined');
  expect((await gate.cookie())?.expires).toBe(-1);
});

test('an answer is another tab’s too, once this one is looked at again', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await gate.ask();
  await gate.remember('adult');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(lab.banner).toBeVisible();
  await expect(gate.dialog).toBeHidden();
});

test('a page out of the browser’s memory looks again', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await gate.ask();
  await gate.button('I am 18 or over').click();
  await expect(lab.banner).toBeVisible();
  await gate.remember('declined');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(gate.dialog.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeHidden();
});

test('a page’s own code can say what it knows, and can forget everything', async ({ lab }) => {
  const gate = new Gate(lab);
  await gate.ask();
  await lab.call('confirmAge', 'adult');
  await expect(lab.banner).toBeVisible();
  await lab.call('forget');
  await expect(gate.dialog).toBeVisible();
  expect(await gate.cookie()).toBeUndefined();
});

test('a birth date is in no storage, no event, no message, no request and no memory of the page', async ({
  lab,
  page,
}) => {
  const gate = new Gate(lab);
  const year = `${new Date().getFullYear() - 18}`;
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => said.push(request.url(), request.postData() ?? ''));
  await page.addInitScript(() => {
    document.addEventListener('fairsay-age', ({ detail }) => {
      (window as unknown as { told: unknown }).told = detail;
    });
  });
  const log = { log: { endpoint: '/choices' } };
  await page.route('**/choices', (route) => route.fulfill({ status: 204 }));
  const sent = page.waitForRequest('**/choices');
  await gate.ask({ mode: 'date' }, { config: log });
  await gate.enter(year);
  await expect(gate.dialog.getByRole('textbox')).toHaveCount(3);
  await gate.enter(year, '1', '1');
  await expect(lab.banner).toBeVisible();
  const choices = { status: 'adult', method: 'self-declared', minimumAge: 18 };
  expect(JSON.parse((await sent).postData() ?? '')).toMatchObject({
    records: [{ kind: 'age', age: 'adult', choices }],
  });
  expect(await page.evaluate(() => (window as unknown as { told: unknown }).told)).toEqual({
    status: 'adult',
    method: 'self-declared',
    minimumAge: 18,
  });
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    history: history.state as unknown,
    address: location.href,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    markup: document.documentElement.outerHTML,
    fields: [...(document.querySelector('fairsay-age-gate')?.shadowRoot?.querySelectorAll('input') ?? [])].map(
      ({ value }) => value,
    ),
    heard: window.heard,
    state: window.fairsay?.state,
  }));
  const storage = await page.context().storageState();
  expect(`${JSON.stringify([kept, storage])}${said.join('\n')}`).not.toContain(year);
});

test('too young by a birth date is taken down at once, so loading again gives no second try', async ({ lab }) => {
  const gate = new Gate(lab);
  await gate.ask({ mode: 'date' });
  await gate.enter(`${new Date().getFullYear() - 1}`);
  await expect(gate.dialog.getByRole('heading', { name: 'Is a parent or guardian with you?' })).toBeVisible();
  await lab.again();
  await expect(gate.dialog.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
});

test('a cookie that is not to the letter what was written is no answer', async ({ lab, page, site }) => {
  const gate = new Gate(lab);
  for (const value of ['true', '18', cookieOf('adult').replace('1.18', '1.17'), `${cookieOf('adult')}%`]) {
    await page.context().addCookies([{ name: 'fairsay-age', value, url: site.shopUrl }]);
    await gate.ask();
    expect((await lab.state()).age).toBe('asking');
  }
});
