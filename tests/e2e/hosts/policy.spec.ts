/** Holding by host under a strict policy with Trusted Types. */
import { expect, test, TAG } from '../../support/lab.js';
import { expectNothing, held, run, SECOND } from './stage.js';

const NONCE = 'bm9uY2U';
const tag = (TAG + SECOND).replaceAll('<script', `<script nonce="${NONCE}"`);
const before = `<script nonce="${NONCE}">window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => violations.push(violatedDirective + ' ' + sample));
  window.policy = trustedTypes.createPolicy('own', { createHTML: (text) => text, createScriptURL: (text) => text });</script>`;

test('under a strict policy with Trusted Types nothing is violated, held or let go', async ({ lab, page }) => {
  const { partyUrl } = lab.site;
  const policy = [
    `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
    // For the button of the shop.
    `script-src-attr 'unsafe-inline'`,
    `style-src 'self'`,
    `connect-src 'self' ${partyUrl}`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html own`,
  ].join('; ');
  await lab.open(held(lab, { before, tag, headers: { 'content-security-policy': policy } }));
  await run(
    lab,
    `const box = document.body.appendChild(document.createElement('div'));
     box.innerHTML = policy.createHTML('<img alt="" src="' + party + '/pixel.gif">');
     const range = document.createRange(); range.selectNode(box);
     range.insertNode(range.createContextualFragment(policy.createHTML('<script src="' + party + '/b.js"><\\/script>')));
     const script = document.createElement('script'); script.src = policy.createScriptURL(party + '/a.js'); document.head.append(script);
     void fetch(party + '/data.json')`,
  );
  await expectNothing(lab);
  await lab.decide('acceptAll');
  await expect.poll(async () => (await lab.ran()).sort()).toEqual(['a', 'b']);
  await expect.poll(() => lab.requested().sort()).toEqual(['/a.js', '/b.js', '/data.json', '/pixel.gif']);
  expect(await page.evaluate('violations')).toEqual([]);
});

test('a value that is not trusted is refused by the browser, held or not', async ({ lab, page }) => {
  const policy = `require-trusted-types-for 'script'; trusted-types lit-html own`;
  await lab.open(held(lab, { before, tag, headers: { 'content-security-policy': policy } }));
  const name = (act: string): Promise<unknown> => run(lab, `try { ${act} } catch (error) { return error.name }`);
  expect(await name(`document.body.innerHTML = '<img src="' + party + '">'`)).toBe('TypeError');
  expect(await name(`document.createElement('script').src = party + '/a.js'`)).toBe('TypeError');
  expect(await page.evaluate('violations.length')).toBeGreaterThan(0);
  await expectNothing(lab);
});

test('an unmarked script without the nonce of the tag is not let go by Fairsay', async ({ lab }) => {
  const policy = `script-src 'nonce-${NONCE}' ${lab.site.partyUrl}`;
  const scripts = `<script src="${lab.site.partyUrl}/a.js"></script><script nonce="${NONCE}" src="${lab.site.partyUrl}/b.js"></script>`;
  await lab.open(
    held(lab, {
      before: before.split('window.policy')[0] + '</script>',
      tag,
      body: scripts,
      headers: { 'content-security-policy': policy },
    }),
  );
  await lab.decide('acceptAll');
  await expect.poll(() => lab.ran()).toEqual(['b']);
  lab.expectsWarnings();
});
