/** What a withdrawal leaves behind: nothing that was declared, and everything else. See *Withdrawal* in docs/faults.md. */
import type { Frame, Page } from '@playwright/test';
import { expect, test, type Lab, type Sheet } from '../../support/lab.js';
import { openAt } from '../../support/pages/domains.js';

const COUNTER = {
  id: 'counter',
  category: 'analytics',
  name: 'Counter',
  storage: [
    { kind: 'cookie', name: '_count*' },
    { kind: 'local', name: 'count.*' },
    { kind: 'session', name: 'count.*' },
    { kind: 'indexeddb', name: 'count' },
    { kind: 'cache', name: 'count-*' },
    { kind: 'worker', name: '/counter/' },
  ],
};

/** What a media element says of itself that has no address, and one whose sources have none. */
const NETWORK_EMPTY = 0;
const NETWORK_NO_SOURCE = 3;

const accepted = async (lab: Lab, sheet: Sheet): Promise<void> => {
  await lab.ask(sheet);
  await lab.decide('acceptAll');
};

/** Fills every kind of storage: what the counter declared, and what the shop needs. */
const fill = (page: Page) =>
  page.evaluate(async () => {
    for (const name of ['count.queue', 'cart']) {
      localStorage.setItem(name, '1');
      sessionStorage.setItem(name, '1');
    }
    document.cookie = '_count_1=1';
    document.cookie = 'cart=1';
    for (const name of ['count', 'cart']) {
      await new Promise((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          request.result.close();
          resolve(undefined);
        };
      });
      await caches.open(`${name}-1`);
    }
    for (const scope of ['/counter/', '/cart/']) {
      await navigator.serviceWorker.register(`${scope}worker.js`, { scope });
    }
  });

const stored = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  }));

test('a withdrawal removes what was declared from every kind of storage, and nothing else', async ({
  lab,
  page,
  site,
}) => {
  for (const path of ['/counter/worker.js', '/cart/worker.js']) {
    site.pages.set(path, { html: '', headers: { 'content-type': 'text/javascript' } });
  }
  await accepted(lab, { config: { services: [COUNTER] }, body: '' });
  await fill(page);
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  expect(await stored(page)).toEqual({
    local: ['cart'],
    session: ['cart'],
    databases: ['cart'],
    caches: ['cart-1'],
    workers: ['/cart/'],
  });
  expect((await page.context().cookies(site.shopUrl)).map(({ name }) => name).sort()).toEqual(['cart', 'fairsay']);
  const [{ removed, kept } = {}] = await lab.heard('cleanup');
  expect([removed, kept]).toEqual([['_count_1', 'count.queue', 'count', 'count-1', `${site.shopUrl}/counter/`], []]);
});

test('a withdrawal removes cookies of this host and of every parent, on every path, partitioned or not', async ({
  lab,
  page,
}) => {
  await openAt(lab, 'https://www.shop.example.test/a/b/lab.html', { config: { services: [COUNTER] } });
  const cookie = { secure: true, sameSite: 'None' as const, value: '1' };
  const places = [
    { domain: 'www.shop.example.test', path: '/' },
    { domain: '.www.shop.example.test', path: '/' },
    { domain: '.shop.example.test', path: '/a' },
    { domain: '.example.test', path: '/a/b' },
    { domain: '.example.test', path: '/a/b/lab.html' },
  ];
  await page.context().addCookies(
    places.flatMap((place, index) => [
      { ...cookie, ...place, name: `_count_${String(index)}` },
      { ...cookie, ...place, name: `cart_${String(index)}` },
    ]),
  );
  await page.evaluate((own) => {
    for (const [index, { domain, path }] of own.entries()) {
      const scope = domain.startsWith('.') ? `; Domain=${domain}` : '';
      document.cookie = `_count_p${String(index)}=1; Path=${path}${scope}; Secure; Partitioned`;
    }
  }, places);
  const seen = () => page.evaluate(() => document.cookie.match(/(_count|cart)_/g)?.length);
  expect(await seen()).toBe(15);
  await lab.decide('acceptAll');
  await lab.decide('withdraw');
  await expect.poll(seen).toBe(5);
  const left = (await page.context().cookies()).map(({ name }) => name);
  expect(left.sort()).toEqual([...places.map((_, index) => `cart_${String(index)}`), 'fairsay']);
});

test('in a frame on another site, cookies that are meant for frames are removed too', async ({ lab, page }) => {
  const shop = 'https://www.example.test/lab.html';
  await page.route('https://elsewhere.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${shop}" title="Shop"></iframe>` }),
  );
  await openAt(lab, shop, { config: { services: [COUNTER] } });
  await page.goto('https://elsewhere.test/');
  const frame = page.frames()[1] as Frame;
  await frame.evaluate(() => {
    document.cookie = '_count_1=1; Secure; SameSite=None; Partitioned';
    document.cookie = 'cart=1; Secure; SameSite=None; Partitioned';
  });
  const seen = () => frame.evaluate(() => document.cookie);
  await expect.poll(seen).toContain('_count_1=1');
  for (const call of ['acceptAll', 'withdraw']) {
    await frame.evaluate(`fairsay.${call}()`);
  }
  await expect.poll(seen).not.toContain('_count');
  expect(await seen()).toContain('cart=1');
});

test('what no script can delete is told: other sites whose frames were on the page', async ({ lab, site }) => {
  const frame = (what: string, address: string) =>
    `<iframe title="${what}" data-fairsay="${what}" data-src="${address}"></iframe>`;
  const film = `${site.partyUrl}/video/embed/1`;
  const video = { ...COUNTER, id: 'video', category: 'marketing' };
  const config = { services: [COUNTER, video] };
  const body = [
    frame('video', film),
    frame('video', film),
    frame('analytics', film),
    frame('functional', film),
    frame('video functional', film),
    frame('!analytics', film),
    frame('video', '/lab.html'),
    frame('video', 'https://['),
  ].join('');
  await lab.ask({ config, body });
  await lab.decide('save', { marketing: true, analytics: true });
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  const why = 'another site: only it can delete what it has stored there';
  const { host: name } = new URL(site.partyUrl);
  expect((await lab.heard('cleanup'))[0]?.kept).toEqual([
    { service: 'video', name, why },
    { service: 'analytics', name, why },
  ]);
});

test('what no script can delete is told: HttpOnly', async ({ lab, page, site }) => {
  const { hostname: domain } = new URL(site.shopUrl);
  const storage = [
    { kind: 'cookie', name: 'hidden' },
    { kind: 'cookie', name: 'absent' },
  ];
  await page.context().addCookies([{ name: 'hidden', value: '1', domain, path: '/', httpOnly: true }]);
  await accepted(lab, { config: { services: [{ ...COUNTER, storage }] }, body: '' });
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  expect((await lab.heard('cleanup'))[0]).toMatchObject({
    removed: [],
    kept: [{ service: 'counter', name: 'hidden', why: 'HttpOnly: only the server that set it can delete it' }],
  });
  expect(await page.evaluate(() => document.cookie)).not.toMatch(/absent|probe/);
});

test('without https a browser has no caches and no workers, and nothing is told of them', async ({ lab, page }) => {
  await page.route('http://www.example.test/**', async (route) => {
    const answer = await fetch(lab.site.shopUrl + new URL(route.request().url()).pathname);
    const headers = { 'content-type': answer.headers.get('content-type') ?? '' };
    await route.fulfill({ headers, body: await answer.text() }).catch(() => undefined);
  });
  const url = new URL(lab.put({ config: { services: [COUNTER] }, body: '' }));
  await page.goto(`http://www.example.test${url.pathname}`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await lab.decide('acceptAll');
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toMatchObject([{ removed: [], kept: [] }]);
});

test('a database that is open in the page is told, and goes when it is closed', async ({ lab, page }) => {
  await accepted(lab, { config: { services: [COUNTER] }, body: '' });
  const open = await page.evaluateHandle(
    () =>
      new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('count');
        request.onsuccess = () => {
          resolve(request.result);
        };
      }),
  );
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  expect((await lab.heard('cleanup'))[0]?.kept).toMatchObject([{ service: 'counter', name: 'count' }]);
  await open.evaluate((database) => {
    database.close();
  });
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('what a service that is still allowed has declared too survives, and so does the record', async ({
  lab,
  page,
}) => {
  const other = {
    id: 'other',
    category: 'marketing',
    name: 'Other',
    storage: [
      { kind: 'cookie', name: '_count_shared' },
      { kind: 'cookie', name: 'fair*' },
    ],
  };
  await accepted(lab, { config: { services: [COUNTER, other] }, body: '' });
  await page.evaluate(() => {
    document.cookie = '_count_shared=1';
    document.cookie = '_count_1=1';
  });
  await lab.decide('save', { analytics: false });
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  expect((await lab.heard('cleanup'))[0]?.removed).toEqual(['_count_1']);
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(2);
  expect((await lab.heard('cleanup'))[1]?.removed).toEqual(['_count_shared']);
  expect(await lab.cookie()).toMatch(/^1\.3\./);
});

test('with the code that cleans up blocked the permission is gone all the same, and the page learns it', async ({
  lab,
  page,
}) => {
  await page.route(/chunks\/cleanup-/, (route) => route.abort());
  await accepted(lab, { config: { services: [COUNTER] }, body: '' });
  await lab.decide('withdraw');
  await lab.warned('NOT-CLEANED withdraw: ');
  expect(await lab.allows('counter')).toBe(false);
  await lab.expectShop();
});

test('frames, images, media and style sheets are put back when their permission is gone, and come again with it', async ({
  lab,
  page,
  site,
}) => {
  const address = `data-fairsay="marketing" data-src="${site.partyUrl}`;
  const body = `<iframe title="Film" ${address}/video/embed/1"></iframe><img alt="" ${address}/pixel.gif?1">
    <img alt="" data-fairsay="marketing" data-srcset="${site.partyUrl}/pixel.gif?2 1x">
    <video ${address}/film.mp4"></video><audio><source ${address}/sound.mp3"></audio>
    <link rel="stylesheet" data-fairsay="marketing" data-href="${site.partyUrl}/x.css">`;
  const released = page.locator('[data-fairsay]:is([src],[srcset],[href])');
  await accepted(lab, { body });
  await expect(released).toHaveCount(6);
  await lab.decide('withdraw');
  await expect(released).toHaveCount(0);
  await expect(page.locator('fairsay-embed')).toHaveCount(1);
  expect(page.frames().map((frame) => frame.url())).toEqual([page.url(), 'about:blank']);
  const state = (media: HTMLMediaElement) => media.networkState;
  expect(await page.locator('video').evaluate(state)).toBe(NETWORK_EMPTY);
  await expect.poll(() => page.locator('audio').evaluate(state)).toBe(NETWORK_NO_SOURCE);
  await lab.decide('acceptAll');
  await expect(released).toHaveCount(6);
});
