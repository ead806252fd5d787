/** What real tags do on a page with Fairsay: the recipes of docs/services.md, with the vendors' own code. */
import { matcher } from '../../../src/core/hosts/matcher.js';
import { expect, test } from '../../support/lab.js';
import { SERVICES, TagPage } from '../../support/pages/tags.js';

// Mixpanel, for one, counts no browser without a head.
test.use({
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
});

/** Databases that a tag holds open: they are told of as kept, and go with the page. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  mixpanel: ['indexeddb mixpanelBrowserDb', 'indexeddb mixpanelFlagsDb'],
};

test('there is a recipe for each of six services', () => {
  expect(SERVICES.map(({ id }) => id)).toEqual(['posthog', 'mixpanel', 'snowplow', 'segment', 'plausible', 'clarity']);
});

for (const service of SERVICES) {
  const { id } = service;

  test(`${id} sends and stores nothing before a yes and after a no`, async ({ lab, page }) => {
    const tag = new TagPage(lab, service);
    await tag.open();
    await tag.use(1);
    await tag.expectNothing();
    await lab.button('Reject all').click();
    await tag.use(1);
    await page.reload();
    await tag.use(2);
    await tag.expectNothing();
  });

  test(`${id} works after a yes, leaves nothing after a withdrawal, and nothing comes back in ten seconds of use`, async ({
    lab,
    page,
  }) => {
    const tag = new TagPage(lab, service);
    await tag.open();
    await lab.button('Accept all').click();
    await expect.poll(() => page.locator('script[data-fairsay]').getAttribute('type')).toBe('module');
    await tag.use(6);
    await expect.poll(() => tag.wire.length).toBeGreaterThan(1);
    await expectDeclared(tag);
    await lab.decide('withdraw');
    await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
    await tag.holdClock();
    tag.hosts();
    await tag.use(9);
    expect(tag.hosts()).toEqual([]);
    const open = OPEN[id] ?? [];
    await expect.poll(() => tag.later()).toEqual(open);
    await tag.expectNothing(open);
    const kept = (await lab.heard('cleanup')).flatMap((event) => event.kept ?? []);
    expect(kept).toMatchObject(open.map((entry) => ({ service: id, name: entry.split(' ')[1] })));
    if (id === 'clarity') {
      await lab.warned('COMES-BACK clarity: ');
    }
    await page.clock.resume();
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await expect.poll(() => lab.causes()).toEqual(['restored']);
    await tag.use(2);
    await tag.expectNothing();
  });
}

/** It sent to hosts, and stored under names, that are declared, and to no others. */
async function expectDeclared(tag: TagPage): Promise<void> {
  const { hosts = [], storage = [] } = tag.service;
  const isHost = hosts.map((host) => matcher(host));
  expect(tag.hosts().filter((host) => !isHost.some((matches) => matches(host)))).toEqual([]);
  const isName = storage.map(({ kind, name }) => matcher(`${kind} ${name}`));
  const stored = await tag.stored();
  expect(stored.length > 0).toBe(storage.length > 0);
  expect(stored.filter((entry) => !isName.some((matches) => matches(entry)))).toEqual([]);
}
