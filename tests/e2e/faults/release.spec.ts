/** What is released, and what presses a button. See *Release and answers* in docs/faults.md. */
import { expect, held, heldFile, SCRIPT, test, type Lab } from '../../support/lab.js';

const file = (src: string, attributes = '') =>
  heldFile(src).replace('data-fairsay="marketing"', `data-fairsay="analytics" ${attributes}`);

/** Puts scripts into the shop that write down their own names. */
function putScripts({ site }: Lab, ...names: string[]): void {
  for (const name of names) {
    site.pages.set(`/${name}.js`, { html: `ran.push('${name}')`, headers: SCRIPT });
  }
}

const count = ({ site }: Lab, path: string) => site.log.filter(({ url }) => url === path).length;

test('a held script that fails stops no other, and is asked for once', async ({ lab }) => {
  putScripts(lab, 'a', 'b', 'c');
  lab.site.pages.set('/gone.js', { html: '', status: 404 });
  await lab.ask({
    body: [
      file('/a.js'),
      file('/gone.js'),
      file('/b.js', 'integrity="sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="'),
      held('analytics', 'inline'),
      file('/c.js'),
    ].join(''),
  });
  await lab.button('Accept all').click();
  await expect.poll(() => lab.ran()).toEqual(['a', 'inline', 'c']);
  await lab.page.waitForLoadState('networkidle');
  expect(['/a.js', '/gone.js', '/b.js', '/c.js'].map((path) => count(lab, path))).toEqual([1, 1, 1, 1]);
});

test('a held script that throws stops no other', async ({ lab }) => {
  const thrower = held('analytics').replace('ran.push', 'nothing.like.this');
  await lab.ask({ body: thrower + held('analytics', 'next') });
  await lab.button('Accept all').click();
  await expect.poll(() => lab.ran()).toEqual(['next']);
  expect(lab.errors.splice(0)).toEqual([expect.stringContaining('nothing is not defined')]);
});

test('held scripts run in the order of the page, whichever comes first, and an async one keeps none waiting', async ({
  lab,
}) => {
  putScripts(lab, 'slow', 'quick', 'async', 'module', 'deferred');
  let go: (value?: unknown) => void = () => undefined;
  let end: (value?: unknown) => void = () => undefined;
  const slow = new Promise((resolve) => (go = resolve));
  const last = new Promise((resolve) => (end = resolve));
  lab.site.pages.set('/slow.js', { html: `ran.push('slow')`, headers: SCRIPT, delay: slow });
  lab.site.pages.set('/async.js', { html: `ran.push('async')`, headers: SCRIPT, delay: last });
  await lab.ask({
    body: [
      file('/async.js', 'async'),
      file('/slow.js'),
      held('analytics', 'inline'),
      file('/quick.js'),
      file('/module.js', 'data-fairsay-type="module"'),
      file('/deferred.js', 'defer'),
    ].join(''),
  });
  await lab.button('Accept all').click();
  await expect.poll(() => count(lab, '/slow.js')).toBe(1);
  go();
  await expect.poll(() => lab.ran()).toEqual(['slow', 'inline', 'quick', 'module', 'deferred']);
  end();
  await expect.poll(() => lab.ran()).toHaveLength(6);
});

test('a held script keeps its attributes when it is released', async ({ lab, page }) => {
  putScripts(lab, 'a');
  await lab.ask({
    body: file('/a.js', 'id="own" crossorigin="anonymous" referrerpolicy="origin" data-key="7" fetchpriority="low"'),
  });
  const attributes = () =>
    page
      .locator('#own')
      .evaluate((node) => Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])));
  const before = await attributes();
  await lab.button('Accept all').click();
  await expect.poll(() => lab.ran()).toEqual(['a']);
  expect(await attributes()).toEqual({ ...before, type: '' });
});

test('a script runs once per page however often the answer changes', async ({ lab }) => {
  await lab.ask();
  for (const name of ['acceptAll', 'withdraw', 'acceptAll', 'rejectAll', 'acceptAll'] as const) {
    await lab.decide(name);
  }
  await lab.expectReleased();
  await lab.page.waitForLoadState('networkidle');
  expect(await lab.ran()).toEqual(['analytics']);
  expect(lab.requested()).toEqual(['/tag.js']);
  expect((await lab.state()).decision).toMatchObject({ seq: 5 });
});

for (const [calls, released] of [
  [['acceptAll', 'withdraw', 'acceptAll'], true],
  [['acceptAll', 'withdraw'], false],
  [['acceptAll', 'rejectAll', 'acceptAll', 'forget'], false],
] as const) {
  test(`the last of ${calls.join(', ')} in one breath is what holds`, async ({ lab, page }) => {
    await lab.ask();
    await page.evaluate((names) => {
      for (const name of names) {
        window.fairsay?.[name]?.();
      }
    }, calls);
    await expect.poll(() => lab.causes()).toHaveLength(calls.length + 1);
    expect(await lab.allows('analytics')).toBe(released);
    await (released ? lab.expectReleased() : lab.expectHeld());
  });
}

test('two clicks are one decision', async ({ lab }) => {
  await lab.ask();
  await lab.button('Accept all').dblclick();
  await lab.expectReleased();
  expect(await lab.causes()).toEqual(['unasked', 'choice']);
  expect((await lab.state()).decision).toMatchObject({ seq: 1, source: 'button' });
});

test('Enter held down is one decision', async ({ lab, page }) => {
  await lab.ask();
  await lab.button('Reject all').focus();
  for (let index = 0; index < 5; index += 1) {
    await page.keyboard.down('Enter');
  }
  await page.keyboard.up('Enter');
  await expect(lab.banner).toBeHidden();
  await expect.poll(() => lab.causes()).toEqual(['unasked', 'choice']);
  expect((await lab.state()).decision).toMatchObject({ seq: 1, source: 'button' });
});

test('a press that no hand made counts, and the record says so', async ({ lab }) => {
  await lab.ask();
  await lab.button('Reject all').evaluate((button: HTMLElement) => {
    button.click();
  });
  await expect(lab.banner).toBeHidden();
  await expect.poll(() => lab.cookie()).toMatch(/^1\.1\.[\da-z]+\.[\da-f]{32}\.script\.en\./);
  await lab.expectHeld();
});

test('with the banner taken out of the page nothing is granted, and the preferences still take an answer', async ({
  lab,
  page,
}) => {
  await lab.ask();
  await page.locator('fairsay-banner').evaluate((banner) => {
    banner.remove();
  });
  await lab.expectHeld();
  await lab.button('Privacy choices').click();
  await lab.preferences.getByRole('button', { name: 'Accept all' }).click();
  await lab.expectReleased();
});

test('with the banner hidden by a blocker nothing is granted, and the page learns it', async ({ lab, page }) => {
  await page.addInitScript(() => {
    // Stands for a style sheet of the browser's user, which wins over the page and over every shadow root.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host { display: none !important }');
    new MutationObserver(() => {
      const root = document.querySelector('fairsay-banner')?.shadowRoot;
      if (root && !root.adoptedStyleSheets.includes(sheet)) {
        root.adoptedStyleSheets.push(sheet);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await lab.open();
  await expect.poll(() => lab.heard('suppressed')).toEqual([{ type: 'suppressed', what: 'banner', why: 'hidden' }]);
  await lab.expectHeld();
});

const STYLES = {
  'that unsets everything': '* { all: unset }',
  'that unsets everything with force': '* { all: unset !important }',
  'that hides buttons': 'button { display: none !important }',
  'that makes buttons deaf':
    'button, fairsay-banner { pointer-events: none !important; visibility: hidden !important }',
  'that moves the body': 'body { transform: translateX(100vw); filter: blur(1px) }',
};

for (const [kind, style] of Object.entries(STYLES)) {
  test(`under a page style ${kind} the banner is seen and takes an answer`, async ({ lab, page }) => {
    await lab.ask({ head: `<style>${style}</style>` });
    await expect(lab.button('Accept all')).toBeInViewport();
    await page.getByText('Reject all', { exact: true }).click();
    await expect.poll(() => lab.causes()).toEqual(['unasked', 'choice']);
    expect(await lab.ran()).toEqual([]);
  });
}

test('over a layer at the top of the page the banner is seen and takes an answer', async ({ lab }) => {
  const layer = '<div style="position: fixed; inset: 0; z-index: 2147483647; background: white"></div>';
  await lab.ask({ body: layer + held('analytics') });
  await lab.button('Accept all').click();
  await expect.poll(() => lab.ran()).toEqual(['analytics']);
});
