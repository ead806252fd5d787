/** Notices that are long, large, in other letters, or without their code. See *The notice* in docs/faults.md. */
import { DECLARED, expect, test, type NoticePage } from './stage.js';

const MANY = Array.from({ length: 200 }, (_, service) => ({
  id: `service-${service}`,
  category: 'analytics',
  name: `Service ${service}`,
  provider: `Provider ${service}`,
  storage: Array.from({ length: 5 }, (__, item) => ({
    kind: 'cookie' as const,
    name: `_c${service}_${item}`,
    days: 30,
  })),
}));

/** What is wider than the room that it has: such text is cut, or needs scrolling to the side. */
const clippedIn = (notice: NoticePage): Promise<string[]> =>
  notice.all
    .locator('*')
    .evaluateAll((nodes) =>
      nodes
        .filter(({ scrollWidth, clientWidth }) => clientWidth && scrollWidth > clientWidth + 1)
        .map(({ localName, textContent }) => `${localName}: ${textContent.slice(0, 40)}`),
    );

test('texts in one language alone, in very long words and in pictures are shown whole, and right to left', async ({
  lab,
  notice,
  page,
  site,
}) => {
  const purpose = { fr: `👩‍👩‍👧‍👦 ${'Datenschutzgrundverordnungsauslegung'.repeat(4)} 🧳` };
  const service = { id: 'long', category: 'analytics', name: purpose, provider: purpose.fr, purpose };
  const services = [
    ...(DECLARED.services ?? []),
    { ...service, storage: [{ kind: 'cookie' as const, name: 'a'.repeat(90) }] },
  ];
  site.config = { ...DECLARED, services };
  await page.setViewportSize({ width: 320, height: 640 });
  await notice.open({ lang: 'ar' });
  await expect(notice.section('storage').getByRole('heading', { name: purpose.fr })).toBeVisible();
  await expect(notice.section('storage')).toHaveCSS('direction', 'rtl');
  expect(await clippedIn(notice)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  lab.expectsWarnings();
});

test('of 200 services with 1 000 cookies each is told, and the last section is reached by its link', async ({
  lab,
  notice,
  site,
}) => {
  site.config = { ...DECLARED, services: MANY };
  await notice.open({ anchor: 'contact' });
  await expect(notice.section('contact').getByRole('heading')).toBeInViewport();
  await expect(notice.section('storage').locator('h3')).toHaveCount(200);
  await expect(notice.section('storage').locator('tbody tr')).toHaveCount(1000);
  lab.expectsWarnings();
});

test('with the code of the notice blocked what the server sent stays, and the shop goes on', async ({
  lab,
  notice,
  page,
  site,
}) => {
  await page.route(/chunks\/notice/, (route) => route.abort());
  await page.goto(`${site.shopUrl}/privacy.html`);
  await expect(lab.button('Accept all')).toBeVisible();
  await expect(notice.section('storage').getByRole('heading', { name: 'Visit counter' })).toBeVisible();
  await expect(notice.section('contact')).toContainText('service@bagsok.com');
  await expect.poll(() => lab.heard('suppressed')).toMatchObject([{ what: 'notice', why: 'not-loaded' }]);
  lab.expectsWarnings();
});

test('with the code for reading blocked the notice is drawn all the same', async ({ lab, notice, page, site }) => {
  await page.route(/chunks\/reading/, (route) => route.abort());
  await page.goto(`${site.shopUrl}/privacy.html`);
  await expect(notice.section('fairsay-summary')).toContainText('Version');
  await lab.button('Accept all').click();
  await expect(notice.section('storage')).toContainText('On, as you chose');
});
