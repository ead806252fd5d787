/** Files that do not come, come twice, or come from elsewhere and late: how a page starts. See *Start* in docs/faults.md. */
import { readFileSync } from 'node:fs';
import { expect, held, heldFile, SCRIPT, TAG, test, type Sheet } from '../../support/lab.js';

const GUARD = () => readFileSync(new URL('../../../../dist/fairsay.js', import.meta.url), 'utf8');

const FILM = '<iframe data-fairsay="marketing" data-src="/film.html" title="Film"></iframe>';

test('with the guard blocked everything marked stays held and the shop sells', async ({ lab, page }) => {
  await page.route('**/fairsay.js', (route) => route.abort());
  await lab.open();
  await lab.expectHeld();
  expect(await page.evaluate(() => 'fairsay' in window)).toBe(false);
});

test('with a guard that is not what its hash says everything marked stays held and the shop sells', async ({
  lab,
  page,
}) => {
  const integrity = `sha384-${'A'.repeat(64)}`;
  await lab.open({ tag: TAG.replace(' src', ` integrity="${integrity}" src`) });
  await lab.expectHeld();
  expect(await page.evaluate(() => 'fairsay' in window)).toBe(false);
});

test('with the elements blocked nothing is granted, and the page learns why', async ({ lab, page, site }) => {
  const asked: string[] = [];
  await page.route(/chunks\/ui-/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await lab.open();
  await lab.warned('NOT-SHOWN fairsay-banner: ');
  expect(await lab.heard('suppressed')).toEqual([{ type: 'suppressed', what: 'banner', why: 'not-loaded' }]);
  await lab.expectHeld();
  expect(asked).toHaveLength(2);
  expect(asked[0]).toContain(site.shopUrl);
});

test('with the code that keeps answers blocked a yes grants nothing, and a no is a no', async ({ lab, page }) => {
  await page.route(/chunks\/actions-/, (route) => route.abort());
  await lab.ask();
  await lab.button('Accept all').click();
  await lab.warned('NOT-DECIDED save: ');
  await expect(lab.banner).toBeHidden();
  await lab.expectHeld();
  expect(await lab.cookie()).toBeUndefined();
});

test('with the code that keeps answers blocked a withdrawal still ends what was allowed', async ({ lab, page }) => {
  await lab.ask();
  await lab.decide('acceptAll');
  await lab.expectReleased();
  await page.route(/chunks\/actions-/, (route) => route.abort());
  await lab.again();
  await expect.poll(() => lab.ran()).toEqual(['analytics']);
  await lab.call('withdraw');
  await lab.warned('NOT-DECIDED save: ');
  expect(await lab.allows('analytics')).toBe(false);
  expect(await lab.cookie()).toBeUndefined();
});

test('with the preferences blocked the banner still takes an answer', async ({ lab, page }) => {
  await page.route(/chunks\/preferences-/, (route) => route.abort());
  await lab.ask();
  await lab.button('Choose').click();
  await lab.warned('NOT-SHOWN fairsay-preferences: ');
  expect(await lab.heard('suppressed')).toEqual([{ type: 'suppressed', what: 'preferences', why: 'not-loaded' }]);
  await lab.expectHeld();
  await lab.button('Accept all').click();
  await lab.expectReleased();
});

test('with the placeholders blocked a frame stays held until a yes', async ({ lab, page, site }) => {
  await page.route(/chunks\/embed-/, (route) => route.abort());
  site.pages.set('/film.html', { html: '<p>Film</p>' });
  await lab.ask({ body: FILM });
  await lab.warned('NOT-SHOWN fairsay-embed: ');
  expect(site.log.filter(({ url }) => url === '/film.html')).toEqual([]);
  await lab.button('Accept all').click();
  await expect(page.frameLocator('iframe').getByText('Film')).toBeVisible();
});

test('with the way back blocked the link of the shop works', async ({ lab, page }) => {
  await page.route(/chunks\/link-/, (route) => route.abort());
  await lab.ask({ body: '<fairsay-link></fairsay-link>' });
  await lab.warned('NOT-SHOWN fairsay-link: ');
  await lab.button('Reject all').click();
  await lab.button('Privacy choices').click();
  await expect(lab.preferences).toBeVisible();
});

test('with the words of warnings blocked a warning still has its code and what it is about', async ({ lab, page }) => {
  await page.route(/chunks\/(help|ui)-/, (route) => route.abort());
  await lab.open();
  await lab.warned('not-shown ');
  expect(lab.warnings[0]).toContain('banner TypeError: ');
  await lab.expectHeld();
});

test('loaded twice it asks once, hears once and warns', async ({ lab, page }) => {
  await lab.ask({ tag: TAG + TAG });
  await lab.warned('TWO-COPIES fairsay.js: ');
  await expect(lab.banner).toHaveCount(1);
  await lab.button('Accept all').click();
  await lab.expectReleased();
  expect(await lab.causes()).toEqual(['unasked', 'choice']);
  expect(await page.evaluate(() => window.dataLayer?.length)).toBe(2);
});

test('loaded again after an answer it changes nothing', async ({ lab, page }) => {
  await lab.ask();
  await lab.button('Accept all').click();
  await lab.expectReleased();
  await page.addScriptTag({ url: '/dist/fairsay.js' });
  await lab.warned('TWO-COPIES fairsay.js: ');
  expect(await lab.causes()).toEqual(['unasked', 'choice']);
  expect(await lab.allows('analytics')).toBe(true);
});

const IMPORTS = `<script type="importmap">{ "imports": {
  "js-cookie": "/node_modules/js-cookie/dist/js.cookie.mjs", "tslib": "/node_modules/tslib/tslib.es6.mjs" } }</script>`;
const bundle = (code: string) => `<script type="module">import { fairsay } from '/dist/index.js';${code}</script>`;

test('beside a version of the same shape a bundle takes its store', async ({ lab, page }) => {
  await lab.ask({ head: IMPORTS + bundle('Object.assign(window, { copy: fairsay }); fairsay.start();') });
  await lab.button('Reject all').click();
  await expect.poll(() => lab.causes()).toEqual(['unasked', 'unasked', 'choice']);
  const same = () =>
    page.evaluate(() => (window as unknown as { copy: Window['fairsay'] }).copy?.state === window.fairsay?.state);
  expect(await same()).toBe(true);
  await expect(page.getByRole('region')).toHaveCount(0);
});

const OTHER = `<script>window[Symbol.for('fairsay')] = { shape: 99, store: {} }</script>`;

test('beside a version of another shape the tag warns and does nothing', async ({ lab, page }) => {
  await lab.open({ before: OTHER });
  await lab.warned('TWO-COPIES fairsay.js: ');
  await lab.expectHeld();
  expect(await page.evaluate(() => window.fairsay)).toBeUndefined();
  expect(await lab.heard()).toEqual([]);
});

test('beside a version of another shape a bundle warns and answers denied', async ({ lab, page }) => {
  await lab.open({
    before: OTHER,
    tag: '',
    head:
      IMPORTS +
      bundle("fairsay.start(); fairsay.acceptAll(); Object.assign(window, { answer: fairsay.allows('necessary') });"),
  });
  await lab.warned('TWO-COPIES fairsay.js: ');
  expect(await page.evaluate(() => (window as unknown as { answer: boolean }).answer)).toBe(false);
  await lab.expectHeld();
});

test('with its tag name taken the page learns it, and everything stays denied', async ({ lab }) => {
  await lab.open({ before: `<script>customElements.define('fairsay-banner', class extends HTMLElement {})</script>` });
  await lab.warned('NOT-SHOWN fairsay-banner: ');
  expect(await lab.heard('suppressed')).toEqual([{ type: 'suppressed', what: 'banner', why: 'not-defined' }]);
  await lab.expectHeld();
  expect(await lab.allows('analytics')).toBe(false);
});

/** Every way to load it, and the origin that the rest must come from. */
const WAYS: Record<string, (origins: { shop: string; party: string }) => Sheet> = {
  'first in the head': () => ({}),
  async: () => ({ tag: '<script async src="/dist/fairsay.js"></script>' }),
  defer: () => ({ tag: '<script defer src="/dist/fairsay.js"></script>' }),
  'at the end of the body': () => ({
    tag: '',
    body: `${held('analytics')}${heldFile('/tag.js')}${TAG}`,
  }),
  'injected after the page has loaded': () => ({
    tag: `<script>addEventListener('load', () => document.head.append(
      Object.assign(document.createElement('script'), { src: '/dist/fairsay.js' })))</script>`,
  }),
  'from another origin': ({ party }) => ({ tag: `<script src="${party}/dist/fairsay.js"></script>` }),
  'with data-base': () => ({ tag: '<script src="/guard/of/the/shop.js" data-base="/dist/"></script>' }),
  'with data-base on another origin': ({ party }) => ({
    tag: `<script src="/guard/of/the/shop.js" data-base="${party}/dist/"></script>`,
  }),
};

for (const [way, sheetOf] of Object.entries(WAYS)) {
  test(`loaded ${way} it holds, asks, and releases after a yes`, async ({ lab, site }) => {
    site.pages.set('/guard/of/the/shop.js', { html: GUARD(), headers: SCRIPT });
    site.pages.set('/tag.js', { html: '', headers: SCRIPT });
    const sheet = sheetOf({ shop: site.shopUrl, party: site.partyUrl });
    const chunks = JSON.stringify(sheet).includes(site.partyUrl) ? 'third' : 'shop';
    await lab.ask({ body: `${held('analytics')}${heldFile('/tag.js')}`, ...sheet });
    expect(await lab.ran()).toEqual([]);
    expect(site.log.filter(({ url }) => url === '/tag.js')).toEqual([]);
    expect(await lab.causes()).toEqual(['unasked']);
    await lab.button('Accept all').click();
    await expect.poll(() => lab.ran()).toEqual(['analytics']);
    await expect.poll(() => site.log.filter(({ url }) => url === '/tag.js')).toHaveLength(1);
    const origins = site.log.filter(({ url }) => url.startsWith('/dist/chunks/')).map(({ party }) => party);
    expect([...new Set(origins)]).toEqual([chunks]);
  });
}

test('written into the page without an address it says where it looked', async ({ lab, page }) => {
  await page.route(/\/chunks\//, (route) => route.abort());
  await lab.open({ tag: `<script>${GUARD()}</script>` });
  await lab.warned('not-shown ');
  expect(lab.warnings[0]).toMatch(/http:\/\/localhost:\d+\/chunks\/ui-/);
  await lab.expectHeld();
});

test('a listener that comes late hears what holds', async ({ lab, page }) => {
  await lab.ask();
  await lab.decide('rejectAll');
  const late = await page.evaluate(async () => {
    const fairsay = window.fairsay as Required<NonNullable<Window['fairsay']>>;
    const causes: string[] = [];
    fairsay.subscribe(({ cause }) => causes.push(cause));
    return { causes, ready: Object.keys((await fairsay.ready).categories).length };
  });
  expect(late).toEqual({ causes: ['choice'], ready: 4 });
});

test('in the head before there is a body it waits for one', async ({ lab, page, site }) => {
  let go: (value?: unknown) => void = () => undefined;
  const delay = new Promise((resolve) => (go = resolve));
  site.pages.set('/slow.js', { html: '', headers: SCRIPT, delay });
  const url = lab.put({ head: '<script src="/slow.js"></script>' });
  await page.goto(url, { waitUntil: 'commit' });
  // It is fetched once the banner is about to be placed.
  await expect
    .poll(() => site.log.map((entry) => entry.url))
    .toContainEqual(expect.stringContaining('/chunks/actions-'));
  expect(await page.evaluate(() => document.body as HTMLElement | null)).toBeNull();
  go();
  await expect(lab.banner).toBeVisible();
  await lab.expectHeld();
});

test('calls made before it has loaded are made in their order', async ({ lab, page }) => {
  const stub = `<script>
    window.fairsay = window.fairsay || { q: [] };
    window.calls = [];
    fairsay.q.push(['subscribe', ({ cause }) => calls.push(cause)]);
    fairsay.q.push(['save', { analytics: true, marketing: false, functional: false }]);
    fairsay.q.push(['save', { marketing: true }], ['whenAllowed', 'marketing']);
  </script>`;
  await lab.open({ before: stub });
  await lab.expectReleased();
  expect(await page.evaluate(() => (window as unknown as { calls: string[] }).calls)).toEqual([
    'unasked',
    'choice',
    'choice',
  ]);
  expect((await lab.state()).decision).toMatchObject({ seq: 2 });
});

test('calls pushed after it has loaded are made at once, and a wrong one is a warning', async ({ lab, page }) => {
  await lab.ask();
  const cause = await page.evaluate(() => {
    const heard: string[] = [];
    window.fairsay?.q?.push(['subscribe', (change: { cause: string }) => heard.push(change.cause)]);
    window.fairsay?.q?.push(['nothing' as never]);
    return heard;
  });
  expect(cause).toEqual(['unasked']);
  await lab.warned('QUEUE nothing: ');
});
