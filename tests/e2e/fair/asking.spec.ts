/** What is no consent, and what the page can do while the question is open. */
import { expect, test, type Lab } from '../../support/lab.js';
import { SHOP } from '../../support/shop.js';

const DAY = 24 * 60 * 60 * 1000;

/** A page that is longer than the window, and leads on. */
const LONG = `<p><a href="/next.html">Next bag</a></p>
<div style="height: 4000px"></div><p><a href="#top">To the top</a></p>`;

/** Nobody has said anything, so nothing runs. */
async function expectUnasked(lab: Lab): Promise<void> {
  const { categories, asking } = await lab.state();
  const optional = Object.values(categories).filter(({ basis }) => basis !== 'necessary');
  expect(optional.map(({ state, allowed }) => [state, allowed])).toEqual(optional.map(() => ['unasked', false]));
  expect(asking).toHaveLength(optional.length);
  expect(await lab.cookie()).toBeUndefined();
  await lab.expectHeld();
}

test.describe('is no consent', () => {
  test('scrolling is no consent', async ({ lab, page }) => {
    await lab.ask({ config: SHOP, head: `<style>body { min-height: 5000px }</style>` });
    await page.mouse.wheel(0, 3000);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await expect(lab.banner).toBeVisible();
    await expectUnasked(lab);
  });

  test('waiting is no consent, not even for a month', async ({ lab, page }) => {
    await page.clock.install();
    await lab.ask({ config: SHOP });
    await page.clock.fastForward(30 * DAY);
    await expect(lab.banner).toBeVisible();
    await expectUnasked(lab);
  });

  test('going on to another page is no consent', async ({ lab, page }) => {
    lab.put({ config: SHOP, path: '/next.html' });
    await lab.ask({ config: SHOP, head: LONG });
    await page.getByRole('link', { name: 'Next bag' }).click();
    await expect(page).toHaveURL(/next/);
    await expect(lab.banner).toBeVisible();
    await expectUnasked(lab);
  });

  test('closing is no consent, and its button says what it does', async ({ lab, page }) => {
    await lab.ask({ config: SHOP });
    await lab.button('Close, and leave it all off').click();
    await expect(lab.banner).toBeHidden();
    await expectUnasked(lab);
    await page.reload();
    await expect(lab.banner).toBeVisible();
  });

  for (const where of ['the page', 'the banner'] as const) {
    test(`Escape is no consent, pressed in ${where}`, async ({ lab, page }) => {
      await lab.ask({ config: SHOP });
      await lab.button(where === 'the page' ? 'Add to basket' : 'Accept all').focus();
      await page.keyboard.press('Escape');
      await expectUnasked(lab);
    });
  }

  test('closing the preferences is no consent, even with a switch turned on', async ({ lab, page }) => {
    await lab.ask({ config: SHOP });
    await lab.button('Choose').click();
    await page.getByRole('switch', { name: 'Analytics' }).check();
    await lab.button('Close without saving').click();
    await expect(lab.preferences).toBeHidden();
    await expectUnasked(lab);
  });
});

test.describe('no wall', () => {
  test('the page scrolls, leads on and sells while the banner asks', async ({ lab, page }) => {
    lab.put({ config: SHOP, path: '/next.html' });
    await lab.ask({ config: SHOP, head: '', body: LONG });
    await page.mouse.wheel(0, 2000);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await lab.expectShop();
    await page.getByRole('link', { name: 'Next bag' }).click();
    await expect(page).toHaveURL(/next/);
  });

  test('the banner makes nothing inert and locks no scrolling', async ({ lab, page }) => {
    await lab.ask({ config: SHOP, body: LONG });
    const found = await page.evaluate(() => ({
      inert: document.querySelectorAll('[inert], [aria-hidden="true"]').length,
      modal: document.querySelectorAll(':modal').length,
      overflow: [document.documentElement, document.body].map((node) => getComputedStyle(node).overflow),
      focus: document.activeElement?.localName,
    }));
    expect(found).toEqual({ inert: 0, modal: 0, overflow: ['visible', 'visible'], focus: 'body' });
  });

  test('a modal dialog of the shop comes first, and the banner comes back after it', async ({ lab, page }) => {
    const modal = '<dialog><button onclick="this.parentNode.close()">I am of age</button></dialog>';
    await lab.ask({
      config: SHOP,
      body: `${modal}<button onclick="document.querySelector('dialog').showModal()">Age</button>`,
    });
    await lab.button('Age').click();
    await expect(lab.button('I am of age')).toBeVisible();
    await expect(page.locator('fairsay-banner')).toBeHidden();
    await lab.button('I am of age').click();
    await expect(lab.banner).toBeVisible();
  });

  test('there is one window at a time: the preferences take the place of the banner', async ({ lab, page }) => {
    await lab.ask({ config: SHOP });
    await lab.button('Choose').click();
    await expect(lab.preferences).toBeVisible();
    await expect(page.locator('fairsay-banner')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(lab.preferences).toBeHidden();
    await expect(lab.banner).toBeVisible();
  });

  test('two banners on a page are one', async ({ lab, page }) => {
    await lab.ask({ config: SHOP, body: '<fairsay-banner></fairsay-banner><fairsay-banner></fairsay-banner>' });
    await expect(page.locator('fairsay-banner:popover-open')).toHaveCount(1);
    await lab.button('Reject all').click();
    await expect(page.locator('fairsay-banner:popover-open')).toHaveCount(0);
  });
});

test.describe('automatic refusal', () => {
  test('a tool that looks for a visible button with its words refuses in one step, and the record says so', async ({
    lab,
    page,
  }) => {
    await lab.ask({ config: SHOP });
    const pressed = await page.evaluate(() => {
      const fixed = [...document.querySelectorAll('body *')].filter(
        (node) => getComputedStyle(node).position === 'fixed' || node.matches(':popover-open'),
      );
      const refusals = fixed
        .flatMap((node) => [...node.querySelectorAll('button')])
        .filter((button) => button.offsetHeight > 0 && /^reject all$/i.test(button.innerText.trim()));
      refusals[0]?.click();
      return refusals.length;
    });
    expect(pressed).toBe(1);
    await expect(lab.banner).toBeHidden();
    await expect.poll(() => lab.cookie()).toMatch(/^1\.1\.\w+\.\w+\.script\./);
    const { categories } = await lab.state();
    expect(Object.keys(categories).filter((id) => categories[id]?.allowed)).toEqual(['necessary']);
  });

  test('a tool that knows the hooks refuses in one step', async ({ lab, page }) => {
    await lab.ask({ config: SHOP });
    await page.evaluate(() => {
      document.querySelector<HTMLButtonElement>('fairsay-banner [data-action="reject-all"]')?.click();
    });
    await expect.poll(() => lab.cookie()).toContain('.analytics:d:');
    await lab.expectHeld();
  });
});
