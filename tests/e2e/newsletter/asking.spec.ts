/** The panel among the other questions, in a form, by keyboard, and under a strict policy. */
import axe from 'axe-core';
import { expect, test } from '../../support/lab.js';
import { CONFIG, NewsletterDesk, STATE } from './desk.js';

const WAIT = 'Your newsletter choices come after the question on privacy.';
const ASKING = { config: { ...CONFIG, categories: [] } };

test('while the banner asks, the panel asks nothing, and its second half is not fetched', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  await desk.open('?token=secret', ASKING);
  await expect(lab.banner).toBeVisible();
  await expect(desk.panel.getByText(WAIT)).toBeVisible();
  await expect(desk.panel.getByRole('link', { name: 'hello@shop.example' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const halves = () => lab.site.log.filter(({ url }) => url.includes('/chunks/desk-')).length;
  expect([desk.methods, halves()]).toEqual([[], 0]);
  expect(page.url()).not.toContain('secret');
  await lab.button('Reject all').click();
  await expect(desk.choice('News')).toBeChecked();
  expect(halves()).toBe(1);
});

for (const name of ['Accept all', 'Reject all', 'Close, and leave it all off']) {
  test(`the panel takes its turn after ${name}`, async ({ lab }) => {
    const desk = new NewsletterDesk(lab);
    await desk.open('', ASKING);
    await lab.button(name).click();
    await expect(desk.choice('News')).toBeChecked();
  });
}

test('the panel goes on waiting while the preferences stand in for the banner', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  await desk.open('', ASKING);
  await lab.button('Choose').click();
  await expect(lab.preferences).toBeVisible();
  await expect(lab.banner).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(lab.banner).toBeVisible();
  expect(desk.methods).toEqual([]);
  await expect(desk.panel.getByText(WAIT)).toBeVisible();
});

test('the panel steps back when the banner is opened again', async ({ lab }) => {
  const desk = new NewsletterDesk(lab);
  await desk.open('', ASKING);
  await lab.button('Reject all').click();
  await expect(desk.choice('News')).toBeChecked();
  await lab.decide('forget');
  await expect(lab.banner).toBeVisible();
  await expect(desk.panel.getByText(WAIT)).toBeVisible();
});

test('a form that it stands in sends what is drawn', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  lab.site.pages.set('/sent.html', { html: '<h1>Sent</h1>' });
  const body = `<form action="/sent.html"><fairsay-newsletter></fairsay-newsletter><input type="submit" value="Order"></form>`;
  await desk.show('', { body });
  await desk.choice('Sale').check();
  await page.getByRole('button', { name: 'Order' }).click();
  await expect(page.getByRole('heading', { name: 'Sent' })).toBeVisible();
  expect([...new URL(page.url()).searchParams]).toEqual([
    ['newsletter-topic', 'news'],
    ['newsletter-topic', 'sale'],
    ['newsletter-channel', 'email'],
    ['newsletter-frequency', ''],
    ['newsletter-status', 'subscribed'],
    ['newsletter-pausedUntil', ''],
  ]);
});

test('by keyboard alone: tick, save, stop, and undo', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  await desk.show();
  const reach = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim());
      if (focused === name) {
        return;
      }
    }
    throw new Error(`${name} cannot be reached by Tab.`);
  };
  await desk.choice('News').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(desk.choice('Sale')).toBeChecked();
  const saved = { ...STATE, version: 5, topics: { news: true, sale: true } };
  desk.answer(saved);
  await reach('Save');
  await page.keyboard.press('Enter');
  await expect(desk.panel.getByText('Your choices are saved.')).toBeVisible();
  desk.answer({ ...saved, version: 6, status: 'unsubscribed' });
  await reach('Stop everything');
  await page.keyboard.press('Enter');
  await expect(desk.panel.getByText('Everything is stopped.')).toBeVisible();
  await expect(desk.button('Stop everything')).toBeFocused();
  desk.answer({ ...saved, version: 7 });
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(desk.button('Undo')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.choice('News')).toBeChecked();
  await desk.expectChanges(3);
});

test('under a strict policy the panel breaks none of it', async ({ lab, page }) => {
  const policy = "default-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      window.ran.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  const desk = new NewsletterDesk(lab);
  // The configuration stands in a file, as this policy allows no script in the page.
  lab.site.pages.set('/config.json', { html: JSON.stringify(CONFIG), headers: { 'content-type': 'application/json' } });
  const tag = '<script src="/dist/fairsay.js" data-config="/config.json"></script>';
  await desk.show('?token=secret', {
    config: undefined,
    tag,
    headers: { 'content-security-policy': policy },
    body: '<fairsay-newsletter></fairsay-newsletter>',
  });
  await desk.button('Stop everything').click();
  await desk.expectChanges(1);
  const broken = (await lab.ran()).filter((line) => !line.startsWith('script-src-attr'));
  expect(broken).toEqual([]);
});

test('the panel is accessible, asked, stopped and failed', async ({ lab, page }) => {
  const desk = new NewsletterDesk(lab);
  await desk.show();
  const check = async (): Promise<void> => {
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run('fairsay-newsletter');
      return violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);
  };
  await check();
  desk.answer({ ...STATE, version: 5, status: 'unsubscribed' });
  await desk.button('Stop everything').click();
  await expect(desk.button('Undo')).toBeVisible();
  await check();
  desk.answer('', 500);
  await desk.button('Undo').click();
  await expect(desk.button('Try again')).toBeVisible();
  await check();
});
