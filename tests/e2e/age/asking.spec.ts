/** The question for an age on whole pages: when it comes, what waits for it, and what an answer does. */
import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { expect, held, test } from '../../support/lab.js';
import { Gate, TAGS } from './gate.js';

const PART = '<p data-fairsay-age>Knives</p>';
const NEWSLETTER = {
  newsletter: { endpoint: '/newsletter', topics: [{ id: 'news', label: 'News' }] },
  site: { contact: { email: 'hello@shop.example' } },
};
const PANEL = `${held('analytics')}<fairsay-newsletter></fairsay-newsletter>`;

/** What asks, as the accessibility tree has it: role and name. */
async function questions(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const all = nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => `${role?.value} ${name?.value}`);
  return all.filter((each) => /^(dialog|region Cookies|checkbox)/.test(each));
}

/** Notes what asks, in every frame from now on. */
function watchQuestions(): void {
  const seen: string[] = [];
  Object.assign(window, { seen });
  const look = (): void => {
    const gate = document.querySelector('fairsay-age-gate')?.shadowRoot?.querySelector('dialog:modal');
    const banner = document.querySelector('fairsay-banner:popover-open');
    const panel = document.querySelector('fairsay-newsletter')?.shadowRoot?.querySelector('button, input');
    const now = [gate && 'age', banner && 'banner', panel && 'newsletter'].filter(Boolean).join(' and ');
    if (now && now !== seen[seen.length - 1]) {
      seen.push(now);
    }
    requestAnimationFrame(look);
  };
  look();
}

test('on a first visit there is one question at a time: age, then consent, then the newsletter', async ({
  lab,
  page,
}) => {
  const gate = new Gate(lab);
  await page.addInitScript(watchQuestions);
  await page.route('**/newsletter', (route) =>
    route.fulfill({
      json: { version: 1, status: 'subscribed', topics: {}, frequency: '', channels: {}, pausedUntil: null },
    }),
  );
  await gate.ask({}, { config: NEWSLETTER, body: PANEL });
  expect(await questions(page)).toEqual(['dialog Please confirm your age']);
  await gate.button('I am 18 or over').click();
  await expect(lab.banner).toBeVisible();
  await expect(gate.dialog).toBeHidden();
  await expect(page.getByText('Your newsletter choices come after')).toBeVisible();
  expect(await questions(page)).toEqual(['region Cookies and your privacy']);
  await lab.button('Reject all').click();
  await expect(page.getByRole('checkbox', { name: 'News' })).toBeVisible();
  expect(await questions(page)).toEqual(['checkbox News']);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    'age',
    'banner',
    'newsletter',
  ]);
});

test('the page is hidden from its first paint until the answer, and stays in the HTML', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await page.addInitScript(() => {
    const painted: string[] = [];
    Object.assign(window, { painted });
    const look = (): void => {
      const heading = document.querySelector('h1');
      painted.push(heading ? getComputedStyle(heading).visibility : 'none');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await gate.ask();
  const frames = await page.evaluate(() => (window as unknown as { painted: string[] }).painted);
  expect(frames).toContain('hidden');
  expect(frames).not.toContain('visible');
  expect(await page.content()).toContain('<h1>Shop</h1>');
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeHidden();
  await gate.button('I am 18 or over').click();
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
  expect(await gate.mark()).toBeNull();
});

test('marked parts alone wait where the shop says so, and the page around them is read', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await gate.ask({ scope: 'parts' }, { body: PART });
  expect(await gate.mark()).toBe('parts');
  await expect(page.getByText('Knives')).toBeHidden();
  await gate.button('I am under 18, on my own').click();
  await gate.button('Go on without these parts').click();
  await expect(gate.dialog).toBeHidden();
  await expect(page.getByText('Knives')).toBeHidden();
  await lab.expectHeld();
});

test('a page without marked parts asks nobody where only parts wait', async ({ lab }) => {
  const gate = new Gate(lab);
  await gate.open({ scope: 'parts' });
  await expect(lab.banner).toBeVisible();
  expect([await gate.mark(), (await lab.state()).minor]).toEqual([null, false]);
});

test('a part of the site asks for an age of its own, and the rest for none', async ({ lab, page }) => {
  const gate = new Gate(lab);
  const age = { minimum: 0, areas: [{ path: '/knives', minimum: { DE: 16, '*': 18 } }] };
  await gate.open(age);
  await expect(lab.banner).toBeVisible();
  await lab.button('Reject all').click();
  await gate.ask(age, { path: '/knives.html', config: { region: 'DE' } });
  await expect(page.getByText('I am 16 or over')).toBeVisible();
});

test('who has confirmed is asked nothing and pays for no more than two files', async ({ lab, page, site }) => {
  const gate = new Gate(lab);
  await gate.remember('adult');
  await page.context().addCookies([{ name: 'quiet', value: '1', url: site.shopUrl }]);
  const config = { categories: [{ id: 'necessary', basis: 'necessary' }] };
  await gate.open({}, { config, body: held('necessary') });
  await page.waitForLoadState('networkidle');
  const files = site.log.map(({ url }) => url).filter((url) => url.startsWith('/dist/'));
  expect(files).toEqual(['/dist/fairsay-door.js', '/dist/fairsay.js']);
  expect(await lab.ran()).toEqual(['necessary']);
  expect((await lab.state()).age).toBe('adult');
});

test('one file does what both do', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await gate.ask({}, { tag: '<script src="/dist/fairsay-all.js"></script>' });
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeHidden();
  await gate.button('I am 18 or over').click();
  await expect(lab.banner).toBeVisible();
});

test('without the file at the door it asks too, only later, and a developer is told', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await gate.ask({}, { tag: '<script src="/dist/fairsay.js"></script>' });
  await lab.warned('NO-DOOR age');
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeHidden();
  await gate.button('I am 18 or over').click();
  await expect(lab.banner).toBeVisible();
});

test('without the file at the door an adult’s answer is found, and an earlier yes is in force', async ({ lab }) => {
  const gate = new Gate(lab);
  await gate.ask();
  await gate.button('I am 18 or over').click();
  await lab.button('Accept all').click();
  await lab.expectReleased();
  lab.site.clearLog();
  await gate.open({}, { tag: '<script src="/dist/fairsay.js"></script>' });
  await lab.expectReleased();
  await expect(gate.dialog).toBeHidden();
});

test('it is asked and answered with the keyboard alone, and Escape is no answer', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await gate.ask();
  await expect(page.getByRole('heading', { name: 'Please confirm your age' })).toBeFocused();
  for (let press = 0; press < 4; press++) {
    await page.keyboard.press('Escape');
  }
  await expect(gate.dialog).toBeVisible();
  expect((await lab.state()).age).toBe('asking');
  await page.keyboard.press('Tab');
  await expect(gate.button('I am 18 or over')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'A word to the parent or guardian' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(gate.dialog).toBeHidden();
  expect((await lab.state()).age).toBe('accompanied');
});

test('every view of it is clean for axe on a whole page', async ({ lab, page }) => {
  const gate = new Gate(lab);
  await gate.ask({ mode: 'date' });
  const check = async (): Promise<void> => {
    await page.evaluate(axe.source);
    const results = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run('fairsay-age-gate'));
    expect(results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  };
  await check();
  await gate.enter('08');
  await check();
  await gate.enter(`${new Date().getFullYear()}`);
  await check();
  await gate.button('Yes, they are here').click();
  await check();
  await gate.button('Go back').click();
  await gate.button('No, I am on my own').click();
  await check();
});

test('a framework’s dialog that is open leaves the question on top, and nothing locks scrolling', async ({
  lab,
  page,
}) => {
  const gate = new Gate(lab);
  const body = `<dialog id="cart">Cart <button>Pay</button></dialog><script>document.querySelector('#cart').showModal()</script>${PART}`;
  await gate.ask({ scope: 'parts' }, { tag: TAGS, body });
  await expect(page.getByRole('heading', { name: 'Please confirm your age' })).toBeFocused();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe('visible');
  await gate.button('I am 18 or over').click();
  await expect(lab.banner).toBeHidden();
  await page.getByRole('button', { name: 'Pay' }).evaluate((pay) => pay.closest('dialog')?.close());
  await expect(lab.banner).toBeVisible();
});
