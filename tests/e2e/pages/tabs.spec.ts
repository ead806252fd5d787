/** Two tabs of one shopper. See *Other pages* in docs/faults.md. */
import type { Page } from '@playwright/test';
import { expect, held, test, type Lab } from '../../support/lab.js';

const FRAME = '<iframe data-fairsay="marketing" data-src="/blank.html" title="Film"></iframe>';

const CONFIG = {
  services: [
    {
      id: 'counter',
      category: 'analytics',
      name: 'Counter',
      storage: [{ kind: 'local', name: 'counter_id' }],
    },
  ],
};

const SHEET = { config: CONFIG, body: `${held('analytics')}${FRAME}` };

/** Both tabs on one page that asks. */
async function askInTwo(lab: Lab): Promise<Lab> {
  await lab.ask(SHEET);
  const other = await lab.openTab();
  await expect(other.banner).toBeVisible();
  return other;
}

test('a yes in one tab is one in the other, which does not have to come to the front for it', async ({ lab }) => {
  const other = await askInTwo(lab);
  await other.button('Accept all').click();
  await expect(lab.banner).toBeHidden();
  await expect.poll(() => lab.ran()).toEqual(['analytics']);
  await expect(lab.page.locator('iframe')).toHaveAttribute('src', '/blank.html');
  expect(await lab.causes()).toEqual(['unasked', 'sync']);
  expect((await lab.state()).decision).toEqual((await other.state()).decision);
  other.expectQuiet();
});

test('a no in one tab closes the question in the other, and nothing runs', async ({ lab }) => {
  const other = await askInTwo(lab);
  await other.button('Reject all').click();
  await expect(lab.banner).toBeHidden();
  await expect.poll(() => lab.causes()).toEqual(['unasked', 'sync']);
  await lab.expectHeld();
});

test('a withdrawal in one tab is one in the other: frames wait again, and what was stored is gone', async ({ lab }) => {
  const other = await askInTwo(lab);
  await lab.button('Accept all').click();
  await expect.poll(() => other.ran()).toEqual(['analytics']);
  await lab.page.evaluate(() => {
    localStorage['counter_id'] = '1';
    localStorage['basket'] = 'bag';
  });
  await other.call('withdraw');
  await expect.poll(() => lab.causes()).toEqual(['unasked', 'choice', 'withdrawn']);
  await expect(lab.page.locator('iframe')).not.toHaveAttribute('src');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  expect(await lab.page.evaluate(() => Object.keys(localStorage))).toEqual(['basket']);
});

test('a record that one tab deletes counts in none, and both ask', async ({ lab }) => {
  const other = await askInTwo(lab);
  await lab.button('Accept all').click();
  await expect.poll(() => other.causes()).toEqual(['unasked', 'sync']);
  await other.call('forget');
  await expect.poll(() => lab.causes()).toEqual(['unasked', 'choice', 'withdrawn']);
  expect((await lab.state()).asking).toEqual((await other.state()).asking);
  expect(await lab.allows('analytics')).toBe(false);
});

test('preferences that are open show what another tab decided; to save them is a decision that follows it', async ({
  lab,
}) => {
  const other = await askInTwo(lab);
  await lab.button('Accept all').click();
  await expect.poll(() => other.causes()).toEqual(['unasked', 'sync']);
  await other.button('Privacy choices').click();
  const analytics = other.preferences.getByRole('switch', { name: 'Analytics' });
  await expect(analytics).toBeChecked();
  await lab.call('withdraw');
  await expect(analytics).not.toBeChecked();
  await analytics.click();
  await other.preferences.getByRole('button', { name: 'Save choices' }).click();
  await expect.poll(async () => (await lab.state()).decision?.seq).toBe(3);
  expect([await lab.allows('analytics'), await lab.allows('marketing')]).toEqual([true, false]);
});

test('two tabs that decide differently at the same moment end with the same answer, fifty times', async ({ lab }) => {
  const other = await askInTwo(lab);
  const decide = (tab: Page, name: 'acceptAll' | 'rejectAll', at: number) =>
    tab.evaluate(
      async ([method, time]) => {
        await new Promise((resolve) => setTimeout(resolve, time - Date.now()));
        window.fairsay?.[method]?.();
      },
      [name, at] as const,
    );
  const decision = async (tab: Lab) => JSON.stringify([(await tab.state()).categories, (await tab.state()).decision]);
  let seq = 0;
  for (let round = 0; round < 50; round += 1) {
    const at = Date.now() + 20;
    await Promise.all([decide(lab.page, 'acceptAll', at), decide(other.page, 'rejectAll', at)]);
    await expect.poll(async () => (await decision(lab)) === (await decision(other))).toBe(true);
    const now = (await lab.state()).decision?.seq ?? 0;
    expect(now).toBeGreaterThan(seq);
    seq = now;
  }
  await expect.poll(() => lab.cookie()).toContain(`1.${seq}.`);
});

/** Takes away what browsers of other kinds or times do not have. */
const without = (lab: Lab, ...names: ('BroadcastChannel' | 'cookieStore')[]) =>
  lab.page.context().addInitScript((missing) => {
    for (const name of missing) {
      Object.defineProperty(window, name, { value: undefined });
    }
  }, names);

/** What cannot be written to keeps nothing. */
const withoutCookies = (lab: Lab) =>
  lab.page.context().addInitScript(() => {
    Object.defineProperty(document, 'cookie', { get: () => '', set: () => undefined });
  });

test('without channels a tab hears that the cookie has changed', async ({ lab }) => {
  await without(lab, 'BroadcastChannel');
  const other = await askInTwo(lab);
  await other.button('Reject all').click();
  await expect(lab.banner).toBeHidden();
  expect(await lab.causes()).toEqual(['unasked', 'sync']);
});

test('without channels and cookies a tab hears that the storage has changed', async ({ lab }) => {
  await without(lab, 'BroadcastChannel', 'cookieStore');
  await withoutCookies(lab);
  const other = await askInTwo(lab);
  await other.button('Reject all').click();
  await expect(lab.banner).toBeHidden();
  expect(await lab.causes()).toEqual(['unasked', 'sync']);
});

test('with neither channels nor news of cookies a tab looks when it comes to the front', async ({ lab }) => {
  await without(lab, 'BroadcastChannel', 'cookieStore');
  const other = await askInTwo(lab);
  await other.button('Reject all').click();
  await expect(other.banner).toBeHidden();
  expect(await lab.causes()).toEqual(['unasked']);
  await lab.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect(lab.banner).toBeHidden();
  expect(await lab.causes()).toEqual(['unasked', 'sync']);
});

test('where nothing can be stored two tabs agree all the same', async ({ lab }) => {
  await withoutCookies(lab);
  await lab.page.context().addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  const other = await askInTwo(lab);
  await other.button('Accept all').click();
  await expect.poll(() => lab.ran()).toEqual(['analytics']);
  expect((await lab.heard()).at(-1)).toMatchObject({ cause: 'sync', persisted: false });
  await lab.call('rejectAll');
  await lab.warned('NOT-KEPT');
  await expect.poll(() => other.allows('analytics')).toBe(false);
});

test('a word that no record can be changes nothing, and a returning visitor still loads the guard alone', async ({
  lab,
}) => {
  await lab.ask({ body: held('analytics') });
  await lab.button('Reject all').click();
  await expect(lab.banner).toBeHidden();
  const other = await lab.openTab();
  await other.page.waitForLoadState('networkidle');
  const loaded = () =>
    other.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.includes('/dist/')),
    );
  expect(await loaded()).toEqual([expect.stringMatching(/fairsay\.js$/)]);
  await other.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await other.page.evaluate(() => dispatchEvent(new StorageEvent('storage', { key: 'other' })));
  expect(await loaded()).toHaveLength(1);
  await lab.page.evaluate(() => {
    const channel = new BroadcastChannel('fairsay');
    for (const word of ['yes', { granted: true }, null, 7]) {
      channel.postMessage(word);
    }
  });
  await other.call('rejectAll');
  await expect.poll(async () => (await other.state()).decision?.seq).toBe(2);
  expect(await other.ran()).toEqual([]);
  other.expectQuiet();
});
