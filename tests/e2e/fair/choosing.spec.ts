/** What the shopper is told before the answer, how each purpose is chosen, and the way back. */
import { passDoor } from '../../support/door.js';
import { expect, test, type Lab } from '../../support/lab.js';
import { SERVICES, SHOP } from '../../support/shop.js';

const OPTIONAL = ['Functional', 'Analytics', 'Marketing'];
/** What has to be read of each service. */
const RECIPIENTS = [
  { name: 'Counter', provider: 'Counter Ltd', category: 'Analytics' },
  { name: 'Pixel', provider: 'Adnet GmbH', category: 'Marketing' },
  { name: 'Film House', provider: 'Film House Inc.', category: 'Marketing' },
  { name: 'Cart', provider: '', category: 'Necessary' },
];

const SHOP_PAGES = ['/', '/product.html', '/basket.html', '/privacy.html'];

async function choose(lab: Lab): Promise<void> {
  await lab.ask({ config: SHOP });
  await lab.button('Choose').click();
  await expect(lab.preferences).toBeVisible();
}

/** Opens the services of each category. */
async function openServices(lab: Lab): Promise<void> {
  for (const summary of await lab.preferences.getByText(/^Services \(/).all()) {
    await summary.click();
  }
}

test('each purpose is read before the buttons', async ({ lab }) => {
  await lab.ask({ config: SHOP });
  const read = await lab.banner.ariaSnapshot();
  const purposes = [
    'Remembers your settings, such as language or size.',
    'Measures how the site is used, to improve it.',
    'Shows you advertising and measures whether it works.',
  ];
  const first = read.indexOf('button "Accept all"');
  expect(first).toBeGreaterThan(0);
  for (const purpose of [...OPTIONAL, ...purposes]) {
    expect(read).toContain(purpose);
    expect(read.indexOf(purpose)).toBeLessThan(first);
  }
});

test('the purposes of a shop’s own are read before the buttons too', async ({ lab }) => {
  const categories = [
    { id: 'fitting', label: 'Fitting room', purpose: 'Lets a partner draw the bag on you.' },
    { id: 'tests', label: 'Page tests', purpose: 'Shows you one of two pages.' },
  ];
  await lab.ask({ config: { categories }, body: '' });
  const read = await lab.banner.ariaSnapshot();
  for (const { purpose } of categories) {
    expect(read).toContain(purpose);
    expect(read.indexOf(purpose)).toBeLessThan(read.indexOf('button "Accept all"'));
  }
});

test('nothing is ticked beforehand, in property and in markup', async ({ lab }) => {
  await choose(lab);
  await openServices(lab);
  const switches = lab.preferences.getByRole('switch');
  await expect(switches).toHaveCount(
    OPTIONAL.length + SERVICES.filter(({ category }) => category !== 'necessary').length,
  );
  const ticked = await switches.evaluateAll((nodes) =>
    nodes.filter(
      (node) =>
        (node as HTMLInputElement).checked ||
        (node as HTMLInputElement).indeterminate ||
        node.hasAttribute('checked') ||
        node.getAttribute('aria-checked') === 'true',
    ),
  );
  expect(ticked).toEqual([]);
});

test('there is one control for each purpose', async ({ lab }) => {
  await choose(lab);
  for (const name of OPTIONAL) {
    await expect(lab.preferences.getByRole('switch', { name, exact: true })).toHaveCount(1);
  }
});

test('saving a mix stores exactly it', async ({ lab }) => {
  await choose(lab);
  await lab.preferences.getByRole('switch', { name: 'Analytics', exact: true }).check();
  await lab.button('Save choices').click();
  await expect.poll(() => lab.cookie()).toBeTruthy();
  const answers = (await lab.cookie())?.match(/[\w-]+:[gd](?=:)/g);
  expect(answers?.sort()).toEqual(['analytics:g', 'functional:d', 'marketing:d']);
  await expect.poll(() => lab.ran()).toEqual(['analytics']);
  expect(lab.requested()).toEqual([]);
});

test('each service is two actions away, with its name and its provider', async ({ lab }) => {
  expect(RECIPIENTS).toHaveLength(SERVICES.length);
  for (const { name, provider, category } of RECIPIENTS) {
    await choose(lab);
    const article = lab.preferences
      .getByRole('article')
      .filter({ has: lab.page.getByRole('heading', { name: category }) });
    await article.getByText(/^Services \(/).click();
    const service = article.getByRole('listitem').filter({ hasText: name });
    await expect(service.getByRole('heading', { name })).toBeVisible();
    await expect(service).toContainText(provider);
  }
});

test('each thing that is stored has its duration, and who stores it', async ({ lab }) => {
  await choose(lab);
  await openServices(lab);
  const rows = { _count: '730 days', queue: 'Until you close the browser', counter_id: 'Until deleted' };
  const counter = lab.preferences.getByRole('listitem').filter({ hasText: 'Counter Ltd' });
  for (const [name, duration] of Object.entries(rows)) {
    await expect(counter.getByRole('row').filter({ hasText: name })).toContainText(duration);
  }
});

test('the banner says how long the answer is kept, and that it can be changed', async ({ lab }) => {
  await lab.ask({ config: { ...SHOP, record: { days: 90 } } });
  await expect(lab.banner).toContainText('90 days');
  await expect(lab.banner).toContainText('change it at any time');
});

for (const path of SHOP_PAGES) {
  test(`the way back is on ${path} with its name, before and after an answer`, async ({ lab, page, site }) => {
    const way = page.getByRole('contentinfo').getByRole('link', { name: 'Privacy choices' });
    await passDoor(page, site.shopUrl);
    await page.goto(site.shopUrl + path);
    await expect(way).toBeVisible();
    await lab.button('Reject all').click();
    await page.reload();
    await expect(way).toBeVisible();
  });

  test(`a yes is taken back from ${path} with one press more than it took to give`, async ({ lab, page, site }) => {
    await passDoor(page, site.shopUrl);
    await page.goto(site.shopUrl + path);
    await lab.button('Accept all').click();
    await expect.poll(() => lab.cookie()).toContain('.marketing:g:');
    await page.reload();
    await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy choices' }).click();
    await lab.button('Reject all').click();
    await expect.poll(() => lab.cookie()).toContain('.marketing:d:');
  });
}
