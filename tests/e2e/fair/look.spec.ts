/** How the banner looks where the shopper has set the browser: colours, motion, print, spacing, keyboard. */
import { expect, test, type Lab, type Sheet } from '../../support/lab.js';
import { SHOP } from '../../support/shop.js';
import { expectInView, expectTwins } from '../../support/twins.js';

const LOCALES = ['en', 'de', 'ar'] as const;

const LINKS = Array.from(
  { length: 20 },
  (_, index) => `<p style="margin: 2em 0"><a href="#bag-${index}">Bag ${index}</a></p>`,
).join('');

async function ask(lab: Lab, sheet: Sheet = {}): Promise<void> {
  await lab.open({ config: SHOP, ...sheet });
  await expect(lab.page.locator('fairsay-banner:popover-open')).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`forced colours leave both buttons their edges, alike, ${colorScheme}`, async ({ lab, page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await ask(lab, { head: '<meta name="color-scheme" content="light dark">' });
    await expectTwins(lab);
  });
}

test('nothing moves, whatever is said of motion', async ({ lab, page }) => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    await page.emulateMedia({ reducedMotion });
    await ask(lab);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await lab.button('Choose').click();
    await expect(lab.preferences).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  }
});

test('the banner is not printed', async ({ lab, page }) => {
  await ask(lab);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('fairsay-banner')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('fairsay-banner')).toBeVisible();
});

for (const lang of LOCALES) {
  test(`spacing that a shopper sets clips no button, in ${lang}`, async ({ lab, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await ask(lab, { config: { ...SHOP, lang } });
    const before = await page.locator('fairsay-banner > button').first().boundingBox();
    // The sheet of WCAG 1.4.12, from inside: a shopper's own sheet outweighs ours, and a page's would not.
    await page.locator('fairsay-banner').evaluate((banner) => {
      const spacing = 'line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`section, section *, ::slotted(button) { ${spacing} } p { margin-block-end: 2em !important }`);
      banner.shadowRoot?.adoptedStyleSheets.push(sheet);
    });
    await expect(page.locator('fairsay-banner > button').first()).not.toHaveCSS('letter-spacing', 'normal');
    expect(before).not.toBeNull();
    for (const button of await page.locator('fairsay-banner > button').all()) {
      const cut = await button.evaluate((node) => [
        node.scrollWidth - node.clientWidth,
        node.scrollHeight - node.clientHeight,
      ]);
      expect(cut.every((pixels) => pixels <= 0)).toBe(true);
    }
    await expectInView(lab);
    await expectTwins(lab);
  });
}

for (const size of [
  { width: 1280, height: 720 },
  { width: 360, height: 640 },
]) {
  test(`what has the focus is never covered, at ${size.width} pixels`, async ({ lab, page }) => {
    await page.setViewportSize(size);
    await ask(lab, { body: LINKS });
    const covered = () =>
      page.evaluate(() => {
        const banner = document.querySelector('fairsay-banner') as HTMLElement;
        const box = banner.getBoundingClientRect();
        const { top, bottom, left, right } = (document.activeElement as HTMLElement).getBoundingClientRect();
        return top >= box.top && bottom <= box.bottom && left >= box.left && right <= box.right;
      });
    await lab.button('Privacy choices').focus();
    for (let index = 0; index < 20; index += 1) {
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name: `Bag ${index}`, exact: true })).toBeFocused();
      await expect.poll(covered).toBe(false);
    }
    await expect(lab.banner).toBeVisible();
  });
}

test('the ring around what has the focus stands out on each button, alike', async ({ lab, page }) => {
  await ask(lab);
  const rings: Record<string, string>[] = [];
  for (const name of ['Accept all', 'Reject all']) {
    await lab.button(name).focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    rings.push(
      await lab.button(name).evaluate((node) => {
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(node);
        return { outlineStyle, outlineWidth, outlineColor, outlineOffset };
      }),
    );
  }
  expect(rings[0]).toEqual(rings[1]);
  expect(rings[0]).toMatchObject({ outlineStyle: 'solid' });
  expect(parseFloat(rings[0]?.['outlineWidth'] ?? '')).toBeGreaterThanOrEqual(2);
});
