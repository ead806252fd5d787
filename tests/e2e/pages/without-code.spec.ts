/** A tab that cannot have the code that decides, as after a new version was put up, beside one that decides. */
import { expect, held, test, type Lab } from '../../support/lab.js';

const OPT_OUT = {
  config: { region: 'US-CA', categories: [{ id: 'marketing', basis: { 'US-CA': 'opt-out', '*': 'opt-in' } }] },
  body: held('marketing'),
};

/** Leaves a page what decides out of reach, and one way of hearing: each word is one warning. */
async function cutOff({ page }: Lab): Promise<void> {
  await page.route(/chunks\/actions-/, (route) => route.abort());
  await page.addInitScript(() => {
    Object.defineProperty(window, 'cookieStore', { value: undefined });
  });
}

test('a refusal of another tab counts where the code that decides cannot be had, and is kept', async ({ lab }) => {
  await cutOff(lab);
  await lab.open(OPT_OUT);
  expect(await lab.allows('marketing')).toBe(true);
  const other = await lab.openTab();
  await other.decide('rejectAll');
  await lab.warned('NOT-DECIDED ');
  expect(await lab.allows('marketing')).toBe(false);
  expect(await lab.cookie()).toContain('marketing:d:');
  await lab.again();
  expect(await lab.allows('marketing')).toBe(false);
  expect(await lab.ran()).toEqual([]);
});

test('a yes of another tab is kept where the code that decides cannot be had', async ({ lab }) => {
  await cutOff(lab);
  await lab.ask({ body: held('marketing') });
  const other = await lab.openTab();
  await other.decide('acceptAll');
  await lab.warned('NOT-DECIDED ');
  expect(await lab.cookie()).toContain('marketing:g:');
});

test('a later word is heard where the code that decides could not be had', async ({ lab }) => {
  await cutOff(lab);
  await lab.ask({ body: held('marketing') });
  const other = await lab.openTab();
  await other.decide('acceptAll');
  await lab.warned('NOT-DECIDED ');
  expect(await lab.allows('marketing')).toBe(true);
  await other.decide('withdraw');
  await lab.warned('NOT-DECIDED ');
  await expect.poll(() => lab.allows('marketing')).toBe(false);
});
