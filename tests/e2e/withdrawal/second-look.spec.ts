/** Code that goes on after a withdrawal: it is told to stop, cleaned up after, and ended by loading the page again. */
import { expect, test, type Lab } from '../../support/lab.js';

const COUNTER = {
  id: 'counter',
  category: 'analytics',
  name: 'Counter',
  storage: [{ kind: 'cookie', name: '_count' }],
};

const STUBBORN = `<script type="text/plain" data-fairsay="counter">
  ran.push('counter');
  setInterval(() => { document.cookie = '_count=1'; }, 300);
</script>`;

const offer = (lab: Lab) => lab.page.getByRole('region', { name: 'Your choice is in force' });

/** Opens a page whose code passes the configuration, and allows everything. */
async function accept(lab: Lab, onWithdraw: string, body = ''): Promise<void> {
  const service = JSON.stringify(COUNTER).replace(/}$/, `, onWithdraw: ${onWithdraw} }`);
  await lab.ask({ head: `<script>fairsay.start({ services: [${service}] });</script>`, body });
  await lab.decide('acceptAll');
}

test('a vendor that writes again is cleaned up again within a second, told of, and not for ever', async ({
  lab,
  page,
}) => {
  await page.clock.install();
  await lab.ask({ config: { services: [COUNTER] }, body: STUBBORN });
  await lab.decide('acceptAll');
  await expect.poll(() => lab.ran()).toEqual(['counter']);
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  for (const times of [2, 3, 4]) {
    await page.clock.runFor(1000);
    await expect.poll(async () => (await lab.heard('cleanup')).length).toBeGreaterThanOrEqual(times);
  }
  await lab.warned('COMES-BACK counter: ');
  for (let second = 0; second < 20; second += 1) {
    await page.clock.runFor(1000);
  }
  const cleanups = await lab.heard('cleanup');
  expect(cleanups.slice(1).map(({ removed, kept }) => ({ removed, kept }))).toEqual(
    Array.from({ length: 10 }, () => ({ removed: ['_count'], kept: [] })),
  );
});

test('as the page is left, what was written once more goes too', async ({ lab, page, site }) => {
  await page.clock.install();
  const late = `<script type="text/plain" data-fairsay="counter">
    addEventListener('pagehide', () => { document.cookie = '_count=1'; localStorage.setItem('cart', '1'); });
    ran.push('counter');
  </script>`;
  await lab.ask({ config: { services: [COUNTER] }, body: late });
  await lab.decide('acceptAll');
  await expect.poll(() => lab.ran()).toEqual(['counter']);
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  await page.reload();
  expect(await page.evaluate(() => localStorage.getItem('cart'))).toBe('1');
  expect((await page.context().cookies(site.shopUrl)).map(({ name }) => name)).toEqual(['fairsay']);
});

test('a hook and a listener are called before what was stored is deleted', async ({ lab, page }) => {
  const write = (who: string) => `ran.push(${who} + /_count=/.test(document.cookie))`;
  await accept(lab, `(id) => { ${write('id')} }`);
  await page.evaluate(() => {
    document.cookie = '_count=1';
    document.addEventListener('fairsay-consent', () => {
      window.ran.push(`listener${String(document.cookie.includes('_count='))}`);
    });
  });
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  expect(await lab.ran()).toEqual(['countertrue', 'listenertrue']);
  expect(await page.evaluate(() => document.cookie)).not.toContain('_count');
});

test('a hook that throws is a warning, and what was stored is deleted all the same', async ({ lab, page }) => {
  await accept(lab, `() => { throw new Error('no') }`);
  await page.evaluate(() => {
    document.cookie = '_count=1';
  });
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toMatchObject([{ removed: ['_count'], kept: [] }]);
  await lab.warned('ON-WITHDRAW counter: ');
});

test('a hook that never answers holds up nothing for longer than a second', async ({ lab, page }) => {
  await page.clock.install();
  await accept(lab, '() => new Promise(() => undefined)');
  await lab.decide('withdraw');
  await page.clock.runFor(1000);
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
});

test('where code ran that cannot be stopped the page offers to load again, once, and does not by itself', async ({
  lab,
}) => {
  await lab.ask({ config: { services: [COUNTER] }, body: STUBBORN.replace('setInterval', 'void') });
  await lab.decide('acceptAll');
  await expect.poll(() => lab.ran()).toEqual(['counter']);
  await lab.button('Add to basket').focus();
  await lab.decide('withdraw');
  await expect(offer(lab)).toBeVisible();
  await expect(lab.button('Add to basket')).toBeFocused();
  await lab.button('Close').click();
  await expect(offer(lab)).toBeHidden();
  await lab.decide('acceptAll');
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(2);
  await expect(offer(lab)).toBeHidden();
  expect(await lab.ran()).toEqual(['counter']);
});

test('the offer loads the page again when it is taken, and the next page has none', async ({ lab, page }) => {
  await lab.ask({ config: { services: [COUNTER] }, body: STUBBORN });
  await lab.decide('acceptAll');
  await expect.poll(() => lab.ran()).toEqual(['counter']);
  await lab.decide('withdraw');
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect.poll(() => lab.causes()).toEqual(['restored']);
  expect(await lab.ran()).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).not.toContain('_count');
  await expect(page.locator('fairsay-reload')).toHaveCount(0);
});

test('there is no offer where nothing ran, nor where the shop has stopped what ran', async ({ lab, page }) => {
  await lab.ask({ config: { services: [COUNTER] }, body: '' });
  await lab.decide('acceptAll');
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  await expect(page.locator('fairsay-reload')).toHaveCount(0);
  await page.context().clearCookies();
  await accept(
    lab,
    '() => ran.push("stopped")',
    STUBBORN.replace('"counter"', '"analytics"').replace('setInterval', 'void'),
  );
  await expect.poll(() => lab.ran()).toEqual(['counter']);
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  expect(await lab.ran()).toEqual(['counter', 'stopped']);
  await expect(page.locator('fairsay-reload')).toHaveCount(0);
});

test('a yes soon after a no is left alone by what looks again', async ({ lab, page }) => {
  await page.clock.install();
  await lab.ask({ config: { services: [COUNTER] }, body: '' });
  await lab.decide('acceptAll');
  await lab.decide('withdraw');
  await expect.poll(() => lab.heard('cleanup')).toHaveLength(1);
  await lab.decide('acceptAll');
  await page.evaluate(() => {
    document.cookie = '_count=1';
  });
  await page.clock.runFor(3000);
  expect(await page.evaluate(() => document.cookie)).toContain('_count=1');
  expect(await lab.heard('cleanup')).toHaveLength(1);
});
