/** Refusing stays drawn like accepting whatever the page's own styles want. */
import { expect, test, type Lab } from '../../support/lab.js';
import { SHOP } from '../../support/shop.js';
import { ACCEPT, expectInView, expectTwins, REJECT } from '../../support/twins.js';

const STYLES: Record<string, string> = {
  'unsets everything': '* { all: unset }',
  'unsets everything, with importance': '* { all: unset !important }',
  'hides every button': 'button { display: none !important }',
  'makes buttons faint and small': 'button { opacity: 0.1 !important; transform: scale(.2) !important }',
  'writes before and after each button': 'button::before, button::after { content: "Are you sure?"; display: block }',
  'writes before and after each button, with importance':
    'button::before, button::after { content: "Are you sure?" !important; display: block !important }',
  'makes refusing small and grey': `${REJECT} { font-size: 8px !important; color: #ccc !important }`,
  'makes refusing a link': `${REJECT} { background: none !important; border: 0 !important; text-decoration: underline !important; min-height: 0 !important }`,
  'takes refusing out of its place': `${REJECT} { position: absolute !important; left: -9999px !important; order: 3 !important }`,
  'makes accepting large': `${ACCEPT} { grid-column: 1 / -1 !important; font-size: 3em !important; padding: 2em !important }`,
  'moves refusing': `@keyframes away { to { translate: 90vw } } ${REJECT} { animation: away 1ms forwards !important; transition: all 9s !important }`,
  'turns presses on refusing away': `${REJECT} { pointer-events: none !important }`,
  'dims the one button by its state': `${REJECT}:not(:hover), ${REJECT}:hover { filter: opacity(0.2) !important }`,
  'transforms the body': 'body { transform: translateZ(0) }',
  'fades, shifts and cuts the body':
    'body { opacity: 0; transform: translateX(50vw); overflow: hidden; clip-path: inset(50%) }',
  'hides the box and takes it out of its place':
    'fairsay-banner { display: none !important; position: static !important; inset: -999px auto auto -999px !important; visibility: hidden !important }',
  'shrinks the box':
    'fairsay-banner { width: 9px !important; max-height: 0 !important; scale: 0.1 !important; opacity: 0 !important }',
  'styles the parts of the box':
    'fairsay-banner::part(box) { font-size: 20px } fairsay-banner::part(title) { color: teal } fairsay-banner::part(link) { color: teal }',
};

/** The documented tokens, each with a value that nobody could overlook. */
const TOKENS = {
  'color-accent': '#cccccc',
  'color-on-accent': '#dddddd',
  'color-text': '#ff0000',
  'color-muted': '#ff0000',
  'color-surface': '#ffee00',
  'color-border': '#00aa00',
  'color-focus': '#00aa00',
  radius: '40px',
  font: 'cursive',
  'space-s': '40px',
  'space-l': '60px',
};

/** A look of a shop's own, that can be read. */
const THEME = {
  'color-accent': '#5b2a86',
  'color-on-accent': '#ffffff',
  'color-text': '#221133',
  'color-muted': '#554466',
  'color-surface': '#fff7ff',
  'color-border': '#9988aa',
  'color-focus': '#5b2a86',
  radius: '2px',
  font: 'Georgia, serif',
  'space-s': '12px',
  'space-l': '24px',
};

const declare = (tokens: Record<string, string>, importance = '') =>
  Object.entries(tokens)
    .map(([name, value]) => `--fairsay-${name}: ${value}${importance};`)
    .join(' ');

/** Opens a page whose own styles come first, as a shop's do. */
async function ask(lab: Lab, styles: string, before = ''): Promise<void> {
  await lab.open({ config: SHOP, before: `<style>${styles}</style>`, head: before });
  await expect(lab.page.locator('fairsay-banner:popover-open')).toBeVisible();
}

/** Both are there, alike, and refusing takes one press. */
async function expectFair(lab: Lab): Promise<void> {
  await expectInView(lab);
  await expectTwins(lab);
  await lab.page.locator(`fairsay-banner > ${REJECT}`).click();
  await expect.poll(() => lab.cookie()).toContain('.analytics:d:');
}

for (const [what, styles] of Object.entries(STYLES)) {
  test(`refusing is drawn like accepting on a page that ${what}`, async ({ lab }) => {
    await ask(lab, styles);
    await expectFair(lab);
  });
}

for (const [name, value] of Object.entries(TOKENS)) {
  test(`refusing is drawn like accepting where --fairsay-${name} is set on one button alone`, async ({ lab }) => {
    await ask(lab, `${REJECT} { --fairsay-${name}: ${value} !important }`);
    await expectFair(lab);
  });
}

test('the first line and the first letter of a button are no way in', async ({ lab, page }) => {
  await ask(
    lab,
    `${REJECT}::first-line, ${REJECT}::first-letter { font-size: 40px !important; color: #ccc !important }`,
  );
  const heights = await page.locator('fairsay-banner > button').evaluateAll((nodes) =>
    nodes.map((node) => {
      const words = new Range();
      words.selectNodeContents(node);
      return words.getBoundingClientRect().height;
    }),
  );
  expect(heights).toEqual(heights.map(() => heights[0]));
  await expectFair(lab);
});

test('tokens of the shop theme both buttons alike', async ({ lab, page }) => {
  await ask(lab, `:root { ${declare(THEME)} }`);
  const reject = page.locator(`fairsay-banner > ${REJECT}`);
  await expect(reject).toHaveCSS('background-color', 'rgb(91, 42, 134)');
  await expect(reject).toHaveCSS('font-family', 'Georgia, serif');
  await expectFair(lab);
});

test('tokens with importance on one button change neither', async ({ lab, page }) => {
  await ask(lab, `:root { ${declare(THEME)} } ${ACCEPT} { ${declare(TOKENS, ' !important')} }`);
  await expect(page.locator(`fairsay-banner > ${ACCEPT}`)).toHaveCSS('background-color', 'rgb(91, 42, 134)');
  await expectFair(lab);
});

test('the banner is above whatever the page stacks', async ({ lab }) => {
  const overlay = 'position: fixed; inset: 0; z-index: 2147483647; background: #fff';
  await lab.open({ config: SHOP, body: `<div style="${overlay}"></div>` });
  await expect(lab.page.locator('fairsay-banner:popover-open')).toBeVisible();
  await expectFair(lab);
});

test('a style attribute hides neither the box nor a button', async ({ lab, page }) => {
  await ask(lab, '');
  await page.evaluate(() => {
    for (const node of document.querySelectorAll<HTMLElement>('fairsay-banner, [data-action="reject-all"]')) {
      node.style.cssText = 'display: none !important; opacity: 0 !important; left: -999px !important';
    }
  });
  await expectFair(lab);
});

test('a hidden banner is told to the page, and nothing is granted', async ({ lab, page }) => {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const banner = document.querySelector('fairsay-banner');
      if (banner && !banner.hasAttribute('hidden')) {
        banner.toggleAttribute('hidden', true);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await lab.open({ config: SHOP });
  await expect.poll(() => lab.heard('suppressed')).toEqual([{ type: 'suppressed', what: 'banner', why: 'hidden' }]);
  await lab.expectHeld();
  expect(await lab.cookie()).toBeUndefined();
});

test('a banner that is taken out of the page grants nothing', async ({ lab, page }) => {
  await ask(lab, '');
  await page.locator('fairsay-banner').evaluate((banner) => {
    banner.remove();
  });
  await lab.expectHeld();
  expect((await lab.state()).categories['analytics']?.state).toBe('unasked');
});
