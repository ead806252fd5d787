/** Refusing is drawn like accepting: in every language, window and colour scheme. */
import { expect, test, type Lab, type Sheet } from '../../support/lab.js';
import { SHOP } from '../../support/shop.js';
import { ACCEPT, expectInView, expectTwins, REJECT, SIZES, TINY } from '../../support/twins.js';

const SCHEMES = ['light', 'dark'] as const;

/** What the three buttons say in each language. */
const LABELS = {
  en: ['Accept all', 'Reject all', 'Choose'],
  de: ['Alle akzeptieren', 'Alle ablehnen', 'Auswählen'],
  ar: ['قبول الكل', 'رفض الكل', 'تحديد الخيارات'],
} as const;
const LOCALES = Object.keys(LABELS) as (keyof typeof LABELS)[];

/** The two labels as they stand on the screen, from left to right. */
function labelsFromLeft(lab: Lab, within = 'fairsay-banner'): Promise<string[]> {
  return lab.page
    .locator(`${within} [data-action$="-all"]`)
    .evaluateAll((nodes) =>
      nodes
        .sort((one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left)
        .map((node) => node.textContent.trim()),
    );
}

async function ask(lab: Lab, lang: string, sheet: Sheet = {}): Promise<void> {
  await lab.open({
    config: { ...SHOP, lang },
    head: '<meta name="color-scheme" content="light dark">',
    ...sheet,
  });
  await expect(lab.page.locator('fairsay-banner:popover-open')).toBeVisible();
}

for (const lang of LOCALES) {
  for (const scheme of SCHEMES) {
    test(`accepting and refusing are drawn alike in every window, in ${lang}, ${scheme}`, async ({ lab, page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize(SIZES[0]);
      await ask(lab, lang);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await expectInView(lab);
        await expectTwins(lab);
      }
    });
  }

  test(`both buttons are reached by scrolling inside the box where there is almost no room, in ${lang}`, async ({
    lab,
    page,
  }) => {
    await page.setViewportSize(TINY);
    await ask(lab, lang);
    for (const selector of [ACCEPT, REJECT]) {
      const button = page.locator(`fairsay-banner > ${selector}`);
      await button.scrollIntoViewIfNeeded();
      await expect(button).toBeInViewport({ ratio: 1 });
    }
    await expectTwins(lab);
    const { sideways, page: scrolled } = await page.evaluate(() => {
      const box = document.querySelector('fairsay-banner')?.shadowRoot?.querySelector('section') as HTMLElement;
      return { sideways: box.scrollWidth - box.clientWidth, page: [scrollX, scrollY] };
    });
    expect(sideways).toBeLessThanOrEqual(0);
    expect(scrolled).toEqual([0, 0]);
  });

  test(`the banner takes less than half of a small phone, in ${lang}`, async ({ lab, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await ask(lab, lang);
    const box = await page.locator('fairsay-banner').boundingBox();
    expect((box?.width ?? 360) * (box?.height ?? 640)).toBeLessThan((360 * 640) / 2);
    expect(box?.height).toBeLessThan(320);
  });

  test(`the labels are the plain ones of the language, in ${lang}`, async ({ lab, page }) => {
    await ask(lab, lang);
    await expect(page.locator('fairsay-banner > button')).toHaveText(LABELS[lang]);
  });

  test(`the banner speaks and reads in the direction of the page’s own language, in ${lang}`, async ({ lab, page }) => {
    await ask(lab, 'en', {
      config: SHOP,
      head: `<script>document.documentElement.lang = '${lang}'</script>`,
    });
    await expect(page.locator(`fairsay-banner > ${REJECT}`)).toHaveText(LABELS[lang][1]);
    await expect(page.locator('fairsay-banner section')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
  });

  test(`the order of the buttons is one order, in the banner, the preferences and after a reload, in ${lang}`, async ({
    lab,
    page,
  }) => {
    const [accept, reject, choose] = LABELS[lang];
    const order = lang === 'ar' ? [reject, accept] : [accept, reject];
    await ask(lab, lang);
    expect(await labelsFromLeft(lab)).toEqual(order);
    await lab.button(choose).click();
    await expect(page.locator('fairsay-preferences dialog')).toBeVisible();
    expect(await labelsFromLeft(lab, 'fairsay-preferences')).toEqual(order);
    await lab.again();
    await expect(page.locator('fairsay-banner:popover-open')).toBeVisible();
    expect(await labelsFromLeft(lab)).toEqual(order);
  });
}

test('accepting and refusing are drawn alike under the rules of California', async ({ lab }) => {
  const categories = [
    { id: 'analytics', basis: { 'US-CA': 'opt-in', '*': 'opt-in' } },
    { id: 'marketing', basis: { 'US-CA': 'opt-out', '*': 'opt-in' } },
  ];
  await ask(lab, 'en', { config: { site: SHOP.site, categories, region: 'US-CA' } });
  await expectInView(lab);
  await expectTwins(lab);
});

test('the buttons keep their equal width however long one label is', async ({ lab }) => {
  const texts = { en: { rejectAll: 'Reject everything that this shop and its partners do not need' } };
  await ask(lab, 'en', { config: { ...SHOP, texts } });
  await expectTwins(lab);
});

for (const [name, mark] of [
  ['Accept all', 'g'],
  ['Reject all', 'd'],
] as const) {
  test(`one click stores the answer: ${name}`, async ({ lab }) => {
    await ask(lab, 'en');
    await lab.button(name).click();
    await expect.poll(() => lab.cookie()).toContain(`.analytics:${mark}:`);
  });

  test(`one press of a key stores the answer where the focus is: ${name}`, async ({ lab, page }) => {
    await ask(lab, 'en');
    await lab.button(name).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => lab.cookie()).toContain(`.analytics:${mark}:`);
  });
}

/** What moves the focus, and each way of pressing up to so many of them, shortest first. */
const KEYS = ['Tab', 'ArrowLeft', 'ArrowRight'] as const;
const ways = (length: number): string[][] =>
  length ? ways(length - 1).flatMap((way) => KEYS.map((key) => [...way, key])) : [[]];

for (const [lang, purposes] of [
  ['en', 'a link to the notice'],
  ['ar', 'a link to the notice'],
  ['en', 'no link'],
] as const) {
  test(`accepting and refusing take equally few presses of keys, in ${lang} with ${purposes}`, async ({
    lab,
    page,
  }) => {
    const config = { ...(purposes === 'no link' ? { ...SHOP, site: {} } : SHOP), lang };
    const fewest = new Map<string, number>();
    for (const way of [...ways(1), ...ways(2)]) {
      await ask(lab, lang, { config });
      // It stands in the page once the banner knows its manners.
      await expect(page.getByRole('status')).toBeAttached();
      for (const key of way) {
        await page.keyboard.press(key);
      }
      const met = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['action'] ?? '');
      fewest.set(met, Math.min(way.length, fewest.get(met) ?? Infinity));
    }
    expect(fewest.get('accept-all')).toBe(2);
    expect(fewest.get('reject-all')).toBe(2);
  });
}

test('accepting and refusing are neighbours in the order of the keyboard', async ({ lab, page }) => {
  await ask(lab, 'en');
  const met: (string | undefined)[] = [];
  const focus = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['action']);
  for (let presses = 0; presses < 8 && met.at(-1) !== 'open-preferences'; presses += 1) {
    await page.keyboard.press('Tab');
    met.push(await focus());
  }
  expect(met.filter(Boolean)).toEqual(['accept-all', 'reject-all', 'open-preferences']);
  expect(met.indexOf('reject-all') - met.indexOf('accept-all')).toBe(1);
});
