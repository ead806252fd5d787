/** The notice tells what the shop is known to do: on screen, in print, and without a script. */
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { dense, expect, FACTS, flat, test, type NoticePage, type ShopFact } from './stage.js';

/** The text of a page as it would be printed. */
async function print(page: Page): Promise<string> {
  const file = await getDocumentProxy(new Uint8Array(await page.pdf()));
  const { text } = await extractText(file, { mergePages: true });
  return text;
}

/** What of a fact a text lacks. */
function lacksOf({ names, words, ordered }: ShopFact, text: string): readonly string[] {
  let place = 0;
  return [...names, ...words].filter((word) => {
    const found = text.indexOf(flat(word), ordered ? place : 0);
    place = found + 1;
    return found < 0;
  });
}

/** The headings of all sections. */
const headingsOf = (notice: NoticePage): Promise<string[]> => notice.all.locator('section h2').allInnerTexts();

test('the notice tells every fact of the shop in its section', async ({ notice }) => {
  await notice.open();
  expect(FACTS.length).toBe(12);
  for (const fact of FACTS) {
    const text = flat(await notice.section(fact.section).innerText());
    expect.soft(lacksOf(fact, text), fact.fact).toEqual([]);
  }
});

for (const lang of ['de', 'ar']) {
  test(`the notice has every name in its section in ${lang} too`, async ({ notice }) => {
    await notice.open({ lang });
    for (const fact of FACTS) {
      const text = flat(await notice.section(fact.section).innerText());
      expect.soft(lacksOf({ ...fact, words: [] }, text), fact.fact).toEqual([]);
    }
  });
}

test('whatever is optional says what is lost without it', async ({ notice }) => {
  await notice.open();
  const optional = notice.section('what').getByRole('row').filter({ hasText: 'Optional' });
  expect(await optional.count()).toBeGreaterThan(0);
  for (const row of await optional.allInnerTexts()) {
    expect(row).toMatch(/Without it: \S/);
  }
});

test('printed to a file, the notice has every section and every fact, and no control', async ({ notice, page }) => {
  await notice.open();
  await expect(page.getByRole('button', { name: 'Accept all' })).toBeVisible();
  const headings = await headingsOf(notice);
  const buttons = await notice.all.getByRole('button').allInnerTexts();
  const printed = dense(await print(page));
  expect(headings.length).toBeGreaterThan(12);
  for (const heading of headings) {
    expect(printed).toContain(dense(heading));
  }
  for (const word of FACTS.flatMap(({ names, words }) => [...names, ...words])) {
    expect(printed).toContain(dense(word));
  }
  for (const button of [...buttons.filter((name) => name !== '#'), 'Accept all']) {
    expect(printed).not.toContain(dense(button));
  }
});

test('without a script the notice has the same sections, and tells the same facts', async ({
  notice,
  browser,
  site,
}) => {
  await notice.open();
  const [headings, anchors] = [await headingsOf(notice), await notice.anchors()];
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.shopUrl}/privacy.html`);
  const plain = page.locator('fairsay-notice');
  const sections = plain.locator('> section');
  expect(await sections.evaluateAll((all) => all.map(({ id }) => id))).toEqual(anchors);
  // Its first layer comes with the script: it leads to what stands below it.
  expect(['In short', ...(await plain.locator('h2').allInnerTexts())]).toEqual(headings);
  const text = flat(await plain.innerText());
  for (const word of FACTS.flatMap(({ names, words }) => [...names, ...words])) {
    expect(text).toContain(flat(word));
  }
  await context.close();
});
