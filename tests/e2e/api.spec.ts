/** The page API, `window.fairsay`, and the events on `document`. */
import { expect, held, heldFile, test } from '../support/lab.js';

const CHANGES = ['functional', 'analytics', 'marketing'];

test('start with another configuration keeps the answers with the same meaning, and asks about the rest', async ({
  lab,
}) => {
  await lab.ask();
  await lab.decide('save', { functional: false, analytics: true, marketing: true });
  await lab.decide('start', {
    categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'marketing' }, { id: 'video' }],
    services: [{ id: 'adnet', category: 'marketing', name: 'Adnet', hosts: ['adnet.example'] }],
  });
  const { categories, asking } = await lab.state();
  expect(categories).toMatchObject({
    analytics: { state: 'granted', allowed: true },
    marketing: { state: 'unasked', allowed: false, why: 'changed' },
    video: { state: 'unasked', allowed: false, why: 'unasked' },
  });
  expect(asking).toEqual(['marketing', 'video']);
  await expect(lab.banner).toBeVisible();
});

test('stop ends holding, hearing and deciding', async ({ lab, page }) => {
  await lab.ask();
  await lab.call('stop');
  expect(await page.evaluate(() => Reflect.get(globalThis, Symbol.for('fairsay')) === undefined)).toBe(true);
  expect(await lab.allows('necessary')).toBe(false);
  expect((await lab.state()).categories).toEqual({});
  await lab.call('acceptAll');
  await lab.expectHeld();
  expect(await lab.causes()).toEqual(['unasked']);
  expect(await lab.cookie()).toBeUndefined();
});

test('start after stop starts anew', async ({ lab }) => {
  await lab.ask();
  await lab.decide('rejectAll');
  await lab.call('stop');
  await lab.decide('start');
  expect((await lab.causes()).at(-1)).toBe('restored');
  expect((await lab.state()).asking).toEqual([]);
});

test('the state is frozen to the bottom, and another one after each change', async ({ lab, page }) => {
  await lab.ask({ config: { services: [{ id: 'counter', category: 'analytics', name: 'Counter' }] } });
  const first = await page.evaluateHandle(() => window.fairsay?.state);
  await lab.decide('acceptAll');
  const thawed = await page.evaluate((before) => {
    const now = window.fairsay?.state;
    const parts = (value: unknown): unknown[] =>
      typeof value === 'object' && value ? [value, ...Object.values(value).flatMap(parts)] : [];
    return {
      same: before === now,
      loose: [...parts(before), ...parts(now)].filter((part) => !Object.isFrozen(part)).length,
    };
  }, first);
  expect(thawed).toEqual({ same: false, loose: 0 });
});

test('allows reads the grammar of the markup, and denies what is not declared with a warning', async ({ lab }) => {
  await lab.ask({ config: { services: [{ id: 'counter', category: 'analytics', name: 'Counter' }] } });
  await lab.decide('save', { analytics: true, counter: false, marketing: false });
  const allowed = await Promise.all(
    ['necessary', 'analytics', '!marketing', 'analytics !marketing', 'counter', 'analytics counter', '!counter'].map(
      (what) => lab.allows(what),
    ),
  );
  expect(allowed).toEqual([true, true, true, true, false, false, true]);
  for (const what of ['nothing', '!nothing', '', 'analytics || marketing']) {
    expect(await lab.allows(what)).toBe(false);
    await lab.warned(`UNKNOWN allows("${what}"): `);
  }
});

test('whenAllowed resolves with the yes and not before', async ({ lab, page }) => {
  await lab.ask();
  await page.evaluate(() => {
    for (const what of ['necessary', 'analytics', 'analytics marketing', '!marketing']) {
      void window.fairsay?.whenAllowed?.(what).then(() => window.ran.push(what));
    }
  });
  expect(await lab.ran()).toEqual(['necessary', '!marketing']);
  await lab.decide('save', { analytics: true });
  await expect.poll(() => lab.ran()).toEqual(['necessary', '!marketing', 'analytics', 'analytics']);
  await lab.decide('save', { marketing: true });
  await expect.poll(() => lab.ran()).toHaveLength(5);
});

test('ready resolves with the state, where nothing is asked too', async ({ lab, page }) => {
  await lab.open({ config: { categories: [{ id: 'necessary', basis: 'necessary' }] }, body: '' });
  const asking = await page.evaluate(async () => (await window.fairsay?.ready)?.asking);
  expect(asking).toEqual([]);
});

test('subscribe calls back at once and at each change, until it is undone', async ({ lab, page }) => {
  await lab.ask();
  await page.evaluate(() => {
    const undo = window.fairsay?.subscribe?.(({ cause, changed, state, previous }) => {
      window.ran.push(`${cause} ${changed.join()} ${String(state === previous)}`);
      if (cause === 'withdrawn') {
        undo?.();
      }
    });
  });
  for (const name of ['acceptAll', 'withdraw', 'acceptAll'] as const) {
    await lab.decide(name);
  }
  const told = (await lab.ran()).filter((entry) => entry !== 'analytics');
  expect(told).toEqual(['unasked  true', `choice ${CHANGES.join()} false`, `withdrawn ${CHANGES.join()} false`]);
});

test('save answers what is named, keeps the rest, and warns of what cannot be answered', async ({ lab }) => {
  await lab.ask();
  await lab.decide('save', { marketing: false });
  expect((await lab.state()).asking).toEqual(['functional', 'analytics']);
  await expect(lab.banner).toBeVisible();
  await lab.decide('save', { analytics: true, necessary: false, nothing: true, functional: 'yes' });
  await lab.warned('NOT-ANSWERED necessary: ');
  await lab.warned('NOT-ANSWERED nothing: ');
  await lab.warned('NOT-ANSWERED functional: ');
  expect((await lab.state()).categories).toMatchObject({
    necessary: { allowed: true },
    functional: { state: 'unasked' },
    analytics: { state: 'granted' },
    marketing: { state: 'denied' },
  });
});

test('acceptAll and rejectAll answer every question, and say where the answer came from', async ({ lab }) => {
  await lab.ask();
  await lab.decide('acceptAll');
  expect(await lab.state()).toMatchObject({
    asking: [],
    persisted: true,
    decision: { seq: 1, source: 'api', lang: 'en' },
  });
  await expect(lab.banner).toBeHidden();
  await lab.decide('rejectAll', 'embed');
  expect(await lab.state()).toMatchObject({ asking: [], decision: { seq: 2, source: 'embed' } });
});

test('withdraw denies, keeps the record and removes what was declared, and that alone', async ({ lab, page }) => {
  const storage = [
    { kind: 'cookie', name: '_count*' },
    { kind: 'local', name: 'count.queue' },
  ];
  await lab.ask({ config: { services: [{ id: 'counter', category: 'analytics', name: 'Counter', storage }] } });
  await lab.decide('acceptAll');
  await page.evaluate(() => {
    document.cookie = '_count_1=1';
    document.cookie = 'basket=1';
    localStorage.setItem('count.queue', '1');
    localStorage.setItem('basket', '1');
  });
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual(['basket', 'fairsay']);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['basket']);
  const [{ removed, kept } = {}] = await lab.heard('cleanup');
  expect([[...(removed ?? [])].sort(), kept]).toEqual([['_count_1', 'count.queue'], []]);
  expect(await lab.cookie()).toMatch(/^1\.2\..*analytics:d:/);
});

test('forget deletes the record and asks again', async ({ lab }) => {
  await lab.ask();
  await lab.decide('rejectAll');
  await expect(lab.banner).toBeHidden();
  await lab.decide('forget');
  await expect(lab.banner).toBeVisible();
  expect(await lab.cookie()).toBeUndefined();
  expect(await lab.state()).toMatchObject({ persisted: false, asking: CHANGES });
  await lab.expectHeld();
});

test('show opens the preferences, and brings back a banner that was closed', async ({ lab, page }) => {
  await lab.ask();
  await lab.button('Close, and leave it all off').click();
  await expect(lab.banner).toBeHidden();
  await lab.call('show', 'banner');
  await expect(lab.banner).toBeVisible();
  await lab.call('show');
  await expect(lab.preferences).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lab.preferences).toBeHidden();
  await expect
    .poll(async () => (await lab.heard('show')).map(({ what }) => what))
    .toEqual(expect.arrayContaining(['banner', 'banner', 'preferences']));
});

test('scan finds what is held in a shadow root, now and after a yes', async ({ lab, page }) => {
  await lab.ask({ body: '<div id="shop"></div>' });
  await page.evaluate(() => {
    const root = (document.querySelector('#shop') as Element).attachShadow({ mode: 'open' });
    const image = document.createElement('img');
    image.dataset['fairsay'] = 'marketing';
    image.dataset['src'] = '/pixel-in-shadow.gif';
    root.append(image);
    window.fairsay?.scan?.(root);
  });
  const source = () => page.locator('#shop img').getAttribute('src');
  expect(await source()).toBeNull();
  await lab.decide('acceptAll');
  await expect.poll(source).toBe('/pixel-in-shadow.gif');
});

test('each change is one event on document, with its cause, what changed, and whether it is kept', async ({ lab }) => {
  await lab.ask();
  for (const name of ['acceptAll', 'withdraw', 'forget'] as const) {
    await lab.decide(name);
  }
  await lab.decide('save', { analytics: true });
  await lab.again();
  const heard = async () => (await lab.heard()).map(({ cause, changed, persisted }) => ({ cause, changed, persisted }));
  expect(await heard()).toEqual([{ cause: 'restored', changed: [], persisted: true }]);
  await lab.decide('save', { analytics: false });
  await lab.decide('rejectAll');
  expect(await heard()).toEqual([
    { cause: 'restored', changed: [], persisted: true },
    { cause: 'withdrawn', changed: ['analytics'], persisted: true },
    { cause: 'choice', changed: ['functional', 'marketing'], persisted: true },
  ]);
});

test('an event says the causes of a whole visit in order', async ({ lab }) => {
  await lab.ask();
  for (const name of ['acceptAll', 'withdraw', 'acceptAll', 'forget'] as const) {
    await lab.decide(name);
  }
  expect(await lab.heard()).toMatchObject([
    { cause: 'unasked', changed: [], persisted: false },
    { cause: 'choice', changed: CHANGES, persisted: true },
    { cause: 'withdrawn', changed: CHANGES, persisted: true },
    { cause: 'choice', changed: CHANGES, persisted: true },
    { cause: 'withdrawn', changed: CHANGES, persisted: false },
  ]);
});

test('an event is of its class, frozen, and cannot be cancelled', async ({ lab, page }) => {
  await lab.ask();
  await page.evaluate(() => {
    document.addEventListener('fairsay-consent', (event) => {
      const { type, bubbles, composed, cancelable, detail } = event;
      const same = detail.state === window.fairsay?.state;
      window.ran.push(JSON.stringify({ type, bubbles, composed, cancelable, frozen: Object.isFrozen(detail), same }));
    });
  });
  await lab.decide('rejectAll');
  expect((await lab.ran()).map((entry) => JSON.parse(entry) as unknown)).toEqual([
    { type: 'fairsay-consent', bubbles: true, composed: true, cancelable: false, frozen: true, same: true },
  ]);
});

test('a release that a listener cancels is held until the next change', async ({ lab, page }) => {
  await lab.ask();
  await page.evaluate(() => {
    document.addEventListener('fairsay-release', (event) => event.preventDefault(), { once: true });
  });
  await lab.decide('save', { analytics: true });
  await expect.poll(() => lab.heard('release')).toHaveLength(1);
  await lab.expectHeld();
  await lab.decide('acceptAll');
  await lab.expectReleased();
});

test('where a script answers the question before it can be asked, no element is shown', async ({ lab, page }) => {
  let go: (value?: unknown) => void = () => undefined;
  const answered = new Promise((resolve) => (go = resolve));
  // Which of two files comes first is chance: here it is the one that keeps answers.
  await page.route(/chunks\/ui-/, async (route) => {
    await answered;
    await route.continue();
  });
  await lab.open({
    before: `<script>window.fairsay = { q: [['save', { functional: false, analytics: true, marketing: true }]] }</script>`,
    body: held('analytics') + heldFile(`${lab.site.partyUrl}/tag.js`),
  });
  await lab.expectReleased();
  go();
  await expect(page.locator('fairsay-banner')).toHaveCount(1);
  await lab.page.waitForLoadState('networkidle');
  expect(await lab.heard('show')).toEqual([]);
  await expect(lab.banner).toBeHidden();
});
