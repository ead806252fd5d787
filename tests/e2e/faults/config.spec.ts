/** Configurations that are missing, broken, slow or hostile. See *Configuration* in docs/faults.md. */
import type { Page } from '@playwright/test';
import { expect, held, TAG, test, type Lab } from '../../support/lab.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const INLINE = 'script[type="application/json"][data-fairsay-config]';
const inline = (text: string) => `<script type="application/json" data-fairsay-config>${text}</script>`;
const from = (address: string) => TAG.replace(' src', ` data-config="${address}" src`);

/** An answer to the defaults that stand in for a configuration that failed holds for this page alone. */
async function expectNothingKept(lab: Lab): Promise<void> {
  await expect(lab.banner).toBeVisible();
  await lab.expectHeld();
  await lab.button('Accept all').click();
  await lab.expectReleased();
  await lab.warned('NOT-KEPT');
  expect(await lab.cookie()).toBeUndefined();
}

test('without a configuration the four default categories are asked about, all off', async ({ lab }) => {
  await lab.ask();
  const { categories, asking } = await lab.state();
  expect(Object.keys(categories)).toEqual(['necessary', 'functional', 'analytics', 'marketing']);
  expect(asking).toEqual(['functional', 'analytics', 'marketing']);
  await lab.expectHeld();
});

for (const [kind, text] of Object.entries({
  'is cut short': '{ "categories": [',
  'is empty': '',
  'is HTML': '&lt;p>Not found',
})) {
  test(`a JSON script that ${kind} is a warning, and no answer is kept`, async ({ lab }) => {
    await lab.open({ before: inline(text) });
    await lab.warned(`CONFIG-SOURCE ${INLINE}: `);
    await expectNothingKept(lab);
  });
}

/** What can be wrong, and the warnings for it after the first, by how they begin. */
const WRONG: Record<string, readonly [config: unknown, ...warnings: string[]]> = {
  'is null': [null, 'TYPE configuration: '],
  'is a list': [[{ categories: [] }], 'TYPE configuration: '],
  'is a text': ['analytics', 'TYPE configuration: '],
  'has categories of a wrong type': [{ categories: 'analytics' }, 'TYPE categories: '],
  'has an unknown key': [{ categorys: [{ id: 'analytics' }] }, 'UNKNOWN-KEY categorys: '],
  'has an id that no markup could name': [
    {
      categories: [
        { id: 'web analytics', label: 'A', purpose: 'B' },
        { id: 'necessary', basis: 'necessary' },
      ],
    },
    'ID categories[0].id: ',
  ],
};

for (const [kind, [config, ...warnings]] of Object.entries(WRONG)) {
  test(`a configuration that ${kind} is a warning with path and fix, and no answer is kept`, async ({ lab }) => {
    await lab.open({ before: inline(JSON.stringify(config)) });
    await lab.warned('CONFIG start: ');
    for (const warning of warnings) {
      await lab.warned(warning);
    }
    expect(lab.warnings.at(-1)).toMatch(/: .+; .+/);
    await expectNothingKept(lab);
  });
}

test('one megabyte of junk is a warning, and the page goes on', async ({ lab }) => {
  const junk = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key number ${String(index)}`, index]));
  await lab.open({ before: inline(JSON.stringify({ junk })) });
  await lab.warned('CONFIG start: ');
  await lab.warned('UNKNOWN-KEY junk: ');
  await expectNothingKept(lab);
});

test('a configuration that reaches for the prototype changes nothing and grants nothing', async ({ lab, page }) => {
  const hostile =
    '{ "__proto__": { "granted": true, "allowed": true, "basis": "exempt" }, "signals": { "__proto__": { "google": 1 } } }';
  await lab.ask({ before: inline(hostile) });
  expect(await page.evaluate(() => ['granted' in {}, 'allowed' in {}, 'basis' in {}])).toEqual([false, false, false]);
  await lab.expectHeld();
  expect(lab.warnings.every((warning) => /__proto__/.test(warning) || warning.includes(' CONFIG '))).toBe(true);
  lab.expectsWarnings();
});

/** Starts again with a value that JSON cannot say. */
const startWith = (page: Page, kind: 'cycle' | 'getter') =>
  page.evaluate((which) => {
    const cycle: Record<string, unknown> = { categories: [{ id: 'analytics', basis: 'exempt' }] };
    cycle['site'] = { name: cycle };
    const getter = {
      get categories(): never {
        throw new Error('No categories for you.');
      },
    };
    window.fairsay?.start?.((which === 'cycle' ? { junk: cycle } : getter) as never);
  }, kind);

for (const kind of ['cycle', 'getter'] as const) {
  test(`a configuration with a ${kind} is a warning, and grants nothing`, async ({ lab, page }) => {
    await lab.ask();
    await startWith(page, kind);
    await lab.warned('CONFIG start: ');
    await lab.warned(kind === 'cycle' ? 'UNKNOWN-KEY junk: ' : 'UNREADABLE categories: ');
    await lab.expectHeld();
  });
}

test('markup in texts is shown as text, and a link that would run is left out', async ({ lab, page }) => {
  const evil = '<img src=x onerror="ran.push(1)"><script>ran.push(2)</script>';
  const violations = () => page.evaluate(() => (window as unknown as { violations: number }).violations);
  await page.addInitScript(() => {
    Object.assign(window, { violations: 0 });
    addEventListener('securitypolicyviolation', () => {
      (window as unknown as { violations: number }).violations += 1;
    });
  });
  await lab.open({
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types lit-html" },
    config: {
      site: { name: evil, links: { privacy: 'javascript:ran.push(3)' } },
      texts: { en: { bannerTitle: evil, acceptAll: evil } },
      categories: [{ id: 'analytics', label: evil, purpose: evil }],
      services: [{ id: 'evil', category: 'analytics', name: evil, privacyUrl: 'data:text/html,<script>1</script>' }],
    },
  });
  const banner = page.getByRole('region', { name: evil });
  await expect(banner).toBeVisible();
  await expect(page.getByRole('button', { name: evil })).toBeVisible();
  await expect(banner.getByRole('link')).toHaveCount(0);
  await lab.button('Choose').click();
  await lab.preferences.getByText('Services (1)').click();
  await expect(lab.preferences.getByText(evil).first()).toBeVisible();
  await expect(lab.preferences.getByRole('link')).toHaveCount(0);
  await expect(page.locator('img')).toHaveCount(0);
  expect(await violations()).toBe(0);
  expect(await lab.ran()).toEqual([]);
  // The marketing of the page is not declared here.
  await lab.warned('UNKNOWN script[data-fairsay="marketing"]');
  await lab.warned('ADDRESS site.links.privacy: ');
  await lab.warned('ADDRESS services[0].privacyUrl: ');
});

test('while the configuration is on its way nothing is asked or released, not even what is stored', async ({
  lab,
  page,
  site,
}) => {
  await lab.ask();
  await lab.decide('acceptAll');
  await lab.expectReleased();
  let go: (value?: unknown) => void = () => undefined;
  const delay = new Promise((resolve) => (go = resolve));
  site.pages.set('/config.json', { html: '{}', headers: JSON_TYPE, delay });
  site.clearLog();
  await lab.open({ tag: from('/config.json') });
  await page.waitForLoadState('load');
  await lab.expectShop();
  expect(await lab.allows('analytics')).toBe(false);
  expect(await lab.ran()).toEqual([]);
  expect(await lab.heard()).toEqual([]);
  expect(await page.evaluate(() => [...(window.dataLayer?.[0] as unknown[])].slice(0, 2))).toEqual([
    'consent',
    'default',
  ]);
  go();
  await lab.expectReleased();
  expect(await lab.causes()).toEqual(['restored']);
  await expect(lab.banner).toHaveCount(0);
});

test('a configuration slower than three seconds gives way to the defaults, for this page', async ({
  lab,
  page,
  site,
}) => {
  const never = new Promise(() => undefined);
  site.pages.set('/config.json', { html: '{}', headers: JSON_TYPE, delay: never });
  await lab.open({ tag: from('/config.json') });
  const before = await page.evaluate(() => performance.now());
  await lab.warned('CONFIG-SOURCE /config.json: ');
  expect(await page.evaluate(() => performance.now())).toBeGreaterThan(Math.max(before, 2900));
  await expectNothingKept(lab);
});

for (const [kind, answer] of Object.entries({
  'a page that says it is not there': { html: '<p>Not found', status: 404 },
  'JSON that says it is not there': { html: '{}', status: 404, headers: JSON_TYPE },
  'a text that is no JSON': { html: 'analytics', headers: JSON_TYPE },
})) {
  test(`an address that answers with ${kind} is a warning, and no answer is kept`, async ({ lab, site }) => {
    site.pages.set('/config.json', answer);
    await lab.open({ tag: from('/config.json') });
    await lab.warned('CONFIG-SOURCE /config.json: ');
    await expectNothingKept(lab);
  });
}

test('an address that does not answer at all is a warning, and no answer is kept', async ({ lab, page }) => {
  await page.route('**/config.json', (route) => route.abort());
  await lab.open({ tag: from('/config.json') });
  await lab.warned('CONFIG-SOURCE /config.json: ');
  await expectNothingKept(lab);
});

test('the JSON script comes before the address, and the address before the attributes', async ({ lab, site }) => {
  const of = (id: string) => ({ categories: [{ id }] });
  const both = from('/config.json').replace(' src', ' data-categories="third" src');
  site.pages.set('/config.json', { html: JSON.stringify(of('second')), headers: JSON_TYPE });
  const categories = async () => Object.keys((await lab.state()).categories);
  await lab.ask({ config: of('first'), tag: both, body: '' });
  expect(await categories()).toEqual(['first']);
  await lab.ask({ tag: both, body: '' });
  expect(await categories()).toEqual(['second']);
  await lab.ask({ tag: TAG.replace(' src', ' data-categories="third fourth" src'), body: '' });
  expect(await categories()).toEqual(['necessary', 'third', 'fourth']);
});

test('a value that no number can be made of keeps the page from starting: everything stays held', async ({ lab }) => {
  await lab.open({ config: { record: { days: { toString: false } } } });
  await lab.warned('NOT-STARTED fairsay.js: ');
  await lab.expectHeld();
});

test('a misspelt id stays held, and the console says which was meant, or which there are', async ({ lab }) => {
  await lab.ask({ body: `${held('anlytics')}${held('!statistics')}` });
  await lab.button('Accept all').click();
  await lab.warned('UNKNOWN script[data-fairsay="anlytics"]: ');
  await lab.warned('UNKNOWN script[data-fairsay="!statistics"]: ');
  expect(lab.warnings.join()).toContain('did you mean "analytics"?');
  expect(lab.warnings.join()).toContain('use one of necessary, functional, analytics, marketing');
  expect(await lab.ran()).toEqual([]);
});

test('on a developer’s machine a configuration after the tag is told of: the defaults hold', async ({ lab }) => {
  const json = '<script type="application/json" data-fairsay-config>{"lang":"de"}</script>';
  await lab.ask({ head: json });
  await lab.warned('CONFIG-LATE script[data-fairsay-config]: ');
  await lab.expectHeld();
});

test('on a developer’s machine every mistake that the page can live with is told, and how much is held', async ({
  lab,
  page,
}) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(`${message.type()} ${message.text()}`));
  const service = {
    id: 'pixel',
    category: 'marketing',
    name: 'Pixel',
    privacyUrl: 'javascript:alert(1)',
    colour: 'red',
  };
  await lab.ask({ config: { services: [service] } });
  await lab.warned('ADDRESS services[0].privacyUrl: ');
  await lab.warned('UNKNOWN-KEY services[0].colour: ');
  expect(lines).toContainEqual(expect.stringMatching(/^info \[fairsay\] \{held: 2, released: 0\}$/));
  // Of what the shop does not use nothing is said.
  expect(lines.filter((line) => / (newsletter|notice|age|log)\b/.test(line))).toEqual([]);
  await lab.expectHeld();
});
