/** The question for an age where something fails: what is optional stays off, and no page is locked for ever. */
import { expect, held, TAG, test } from '../../support/lab.js';
import { DOOR, Gate, TAGS } from './gate.js';

for (const [what, pattern] of [
  ['the question', /chunks\/age-view-/],
  ['the rules about an age', /chunks\/age-\d/],
  ['what takes decisions', /chunks\/actions-/],
  ['what all elements share', /chunks\/ui-/],
] as const) {
  test(`with the file of ${what} blocked a page comes back, and what is optional stays off`, async ({ lab, page }) => {
    const gate = new Gate(lab);
    await page.route(pattern, (route) => route.abort());
    await gate.open();
    await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
    await expect(gate.dialog).toBeHidden();
    await lab.expectHeld();
    expect((await lab.state()).minor).toBe(true);
    expect(await lab.heard('suppressed')).toMatchObject([{ what: 'age', why: 'not-loaded' }]);
    lab.expectsWarnings();
  });
}

test('with the guard blocked a page comes back in ten seconds, and marked parts stay hidden', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await page.clock.install();
  await gate.open({}, { tag: DOOR });
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeHidden();
  await page.clock.runFor(10_000);
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
  await gate.open({ scope: 'parts' }, { tag: DOOR, body: '<p data-fairsay-age>Knives</p>' });
  await page.clock.runFor(10_000);
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
  await expect(page.getByText('Knives')).toBeHidden();
});

test('with the question blocked marked parts stay hidden, and the page around them sells', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await page.route('**/chunks/age-view-*', (route) => route.abort());
  await gate.open({ scope: 'parts' }, { body: `<p data-fairsay-age>Knives</p>${held('analytics')}` });
  await expect.poll(() => lab.heard('suppressed')).toMatchObject([{ what: 'age', why: 'not-loaded' }]);
  await expect(page.getByText('Knives')).toBeHidden();
  await lab.expectHeld();
  lab.expectsWarnings();
});

test('with cookies and storage blocked an answer holds for the page, and the next one asks again', async ({
  lab,
  page,
}) => {
  const gate = new Gate(lab);
  await page.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined });
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
    }
  });
  await gate.ask();
  await gate.button('I am 18 or over').click();
  await expect(lab.banner).toBeVisible();
  await lab.warned('NOT-KEPT');
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
  await lab.again();
  await expect(gate.dialog).toBeVisible();
});

for (const [name, config] of [
  ['of another shape', { age: 18 }],
  ['with an age that is no number', { age: { minimum: 'eighteen' } }],
  ['with areas that are none', { age: { minimum: 18, areas: 'all' } }],
  ['with an unknown key beside the age', { age: { minimum: 18 }, agee: {} }],
] as const) {
  test(`a configuration ${name} grants nothing and locks nothing`, async ({ lab, page }) => {
    await lab.open({ tag: TAGS, config });
    await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
    await lab.expectHeld();
    lab.expectsWarnings();
  });
}

test('a configuration that is no JSON grants nothing and locks nothing', async ({ lab, page }) => {
  const before = '<script type="application/json" data-fairsay-config>{"age":</script>';
  await lab.open({ before, tag: TAGS });
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
  await lab.expectHeld();
  lab.expectsWarnings();
});

test('an age that is no number denies what is optional, locks nothing, and is told', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await gate.remember('adult', 99);
  await gate.open({ minimum: 'adult' as unknown as number });
  await lab.warned('NO-AGE age.minimum');
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
  await expect(gate.dialog).toBeHidden();
  await expect(lab.banner).toBeHidden();
  await lab.call('acceptAll');
  await lab.warned('MINOR');
  await lab.expectHeld();
});

test('a question that is taken out of the page comes back once, and then hides nothing and grants nothing', async ({
  lab,
  page,
}) => {
  const gate = new Gate(lab);
  await gate.ask();
  const remove = (): Promise<void> =>
    page.evaluate(() => {
      document.querySelector('fairsay-age-gate')?.remove();
    });
  await remove();
  await expect(gate.dialog).toBeVisible();
  await remove();
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
  await lab.expectHeld();
  expect((await lab.state()).minor).toBe(true);
});

test('without JavaScript the page is there, what it says instead is read, and nothing marked runs', async ({
  browser,
  lab,
}) => {
  const url = lab.put({
    tag: TAGS,
    config: { age: { minimum: 18 } },
    body: `<noscript><p>This shop is for people of 18 or over.</p></noscript>${held('analytics')}`,
  });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
  await expect(page.locator('noscript p')).toBeVisible();
  await context.close();
});

test('a page that asks for no age loads nothing about one', async ({ lab, page, site }) => {
  await lab.ask({ tag: TAG });
  await page.waitForLoadState('networkidle');
  expect(site.log.filter(({ url }) => /age|door/.test(url))).toEqual([]);
});
