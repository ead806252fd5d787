/** Everything under the policies that a careful shop sends, without a single violation. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import { ASKED, eventually, onEveryEngine, SETTLED, type Stage } from './stage.js';

const NONCE = 'bm9uY2U';

/** What every policy here has in common: nothing that the page has not asked for, and a report of each violation. */
const REST = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
  'report-uri /report',
];

const policy = (...parts: string[]): string => [...REST, ...parts].join('; ');

/** Writes down what the page must not have: violations and errors. */
const RECORD = `
  window.ran = [];
  window.violations = [];
  window.errors = [];
  window.suppressed = [];
  window.warnings = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(event.violatedDirective + ' ' + event.blockedURI);
  });
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  document.addEventListener('fairsay-suppressed', ({ detail }) => suppressed.push(detail.what));
  console.warn = (...words) => warnings.push(words.map(String).join(' '));`;

const held = (text: string, attributes = `nonce="${NONCE}"`): string =>
  `<script type="text/plain" data-fairsay="analytics" ${attributes}>${text}</script>`;

const BODY = [
  held(`ran.push('inline')`),
  held('', `nonce="${NONCE}" src="/held.js"`),
  held(`ran.push('module')`, `nonce="${NONCE}" data-fairsay-type="module"`),
  held('', `nonce="${NONCE}" data-fairsay-type="module" src="/held-module.js"`),
  held(`ran.push('no nonce')`, 'id="without"'),
  '<img data-fairsay="analytics" data-src="/held.gif" alt="">',
  '<iframe data-fairsay="analytics" data-src="/held.html" title="Frame"></iframe>',
  '<button type="button" data-fairsay-show="preferences">Privacy choices</button>',
].join('');

function pageWith(guard: string, body: string = BODY, nonce = ` nonce="${NONCE}"`): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Policy</title>
<script${nonce}>${RECORD}</script>${guard}</head><body>${body}</body></html>`;
}

const GUARD = `<script nonce="${NONCE}" src="/dist/fairsay.js"></script>`;

function serveHeld({ site }: Stage): void {
  const headers = { 'content-type': 'text/javascript' };
  site.pages.set('/held.js', { html: `ran.push('external')`, headers });
  site.pages.set('/held-module.js', { html: `ran.push('external module')`, headers });
  site.pages.set('/held.gif', { html: '', headers: { 'content-type': 'image/gif' } });
  site.pages.set('/held.html', { html: '<!doctype html><title>Frame</title>' });
  site.pages.set('/report', { html: '', status: 204 });
}

async function open(stage: Stage, html: string, value: string): Promise<void> {
  serveHeld(stage);
  await stage.open(html, { 'content-security-policy': value });
}

/** Nothing was refused, neither as the page tells nor as the browser reports. */
async function assertNoViolation({ session, site }: Stage): Promise<void> {
  await session.evaluate(SETTLED);
  const seen = await session.evaluate('({ violations, errors, suppressed })');
  const reports = site.log.filter(({ url }) => url === '/report').length;
  assert.deepEqual({ seen, reports }, { seen: { violations: [], errors: [], suppressed: [] }, reports: 0 });
}

const RAN = ['external', 'external module', 'inline', 'module'];

const ran = async ({ session }: Stage): Promise<string[]> => (await session.evaluate<string[]>('ran')).sort();

/** What was asked for of all that is held. */
const asked = ({ site }: Stage): string[] =>
  site.log
    .filter(({ url }) => url.startsWith('/held'))
    .map(({ url }) => url)
    .sort();

const ALL = ['/held-module.js', '/held.gif', '/held.html', '/held.js'];

/** Allows one category by its switch in the preferences, and saves. */
async function saveAnalytics({ session }: Stage): Promise<void> {
  await session.waitFor(ASKED);
  await session.click('fairsay-banner', 'button[data-action="open-preferences"]');
  await session.click('fairsay-preferences', '#switch-analytics');
  await session.click('fairsay-preferences', '[data-action="save"]');
}

function defineNonce(stage: Stage, scripts: string): void {
  const value = policy(`script-src ${scripts}`, 'trusted-types lit-html');

  it(`asks and lets go under script-src ${scripts}`, async () => {
    await open(stage, pageWith(GUARD), value);
    await stage.session.waitFor(ASKED);
    await stage.session.waitFor(`!!document.querySelector('fairsay-embed')?.checkVisibility()`);
    assert.deepEqual([await ran(stage), asked(stage)], [[], []]);
    await stage.session.click('fairsay-banner', 'button[data-action="accept-all"]');
    await eventually(() => ran(stage), RAN);
    await eventually(() => asked(stage), ALL);
    await assertNoViolation(stage);
  });

  it(`opens the preferences and saves under script-src ${scripts}`, async () => {
    await open(stage, pageWith(GUARD), value);
    await saveAnalytics(stage);
    await eventually(() => ran(stage), RAN);
    assert.deepEqual(
      await stage.session.evaluate(`['analytics', 'marketing'].map((id) => fairsay.state.categories[id].state)`),
      ['granted', 'denied'],
    );
    await assertNoViolation(stage);
  });

  it(`lets go at once on a later visit under script-src ${scripts}`, async () => {
    await open(stage, pageWith(GUARD), value);
    await stage.session.evaluate('fairsay.acceptAll()');
    await eventually(() => ran(stage), RAN);
    // A frame on its way would be one more navigation.
    await stage.session.evaluate(SETTLED);
    await open(stage, pageWith(GUARD), value);
    await eventually(() => ran(stage), RAN);
    await assertNoViolation(stage);
  });

  it(`does not let go what lacks the nonce, and says so, under script-src ${scripts}`, async () => {
    await open(stage, pageWith(GUARD), value);
    await stage.session.evaluate('fairsay.acceptAll()');
    await eventually(() => ran(stage), RAN);
    await stage.session.waitFor(`warnings.some((text) => text.startsWith('[fairsay] NONCE script'))`);
    assert.equal(await stage.session.evaluate(`document.getElementById('without').type`), 'text/plain');
  });
}

function defineSelf(stage: Stage): void {
  const value = policy("script-src 'self'", 'trusted-types lit-html');
  const body = `<script src="/record.js"></script>${held('', 'src="/held.js"')}`;

  it("asks and lets go under script-src 'self'", async () => {
    stage.site.pages.set('/record.js', { html: RECORD, headers: { 'content-type': 'text/javascript' } });
    const html = `<!doctype html><title>Policy</title><script src="/record.js"></script>
      <script src="/dist/fairsay.js"></script>${body}`;
    await open(stage, html, value);
    await saveAnalytics(stage);
    await eventually(() => ran(stage), ['external']);
    await assertNoViolation(stage);
  });
}

function defineRefusals(stage: Stage): void {
  it('holds under a policy of hashes alone, where no element loads, and throws nothing', async () => {
    const code = await (await fetch(`${stage.site.shopUrl}/dist/fairsay.js`)).text();
    const hashes = [RECORD, code].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    const guard = `<script data-base="/dist/fairsay.js">${code}</script>`;
    const body = held(`ran.push('inline')`, '') + held('', 'src="/held.js"');
    await open(stage, pageWith(guard, body, ''), policy(`script-src ${hashes.join(' ')}`, 'trusted-types lit-html'));
    await eventually(() => stage.session.evaluate('suppressed'), ['banner']);
    await assertDenied(stage);
  });

  it('holds where Trusted Types allow no policy, not even that of Lit, and throws nothing', async () => {
    await open(stage, pageWith(GUARD), policy(`script-src 'nonce-${NONCE}'`, "trusted-types 'none'"));
    await eventually(async () => (await stage.session.evaluate<string[]>('suppressed')).sort(), ['banner', 'embed']);
    await assertDenied(stage);
  });
}

/** Everything optional is refused, the console says why, and the page's own scripts have seen no error. */
async function assertDenied({ session, site }: Stage): Promise<void> {
  await session.evaluate(SETTLED);
  assert.deepEqual(await session.evaluate('({ ran, errors, allowed: fairsay.allows("analytics") })'), {
    ran: [],
    errors: [],
    allowed: false,
  });
  assert.deepEqual(
    site.log.filter(({ url }) => url.startsWith('/held')),
    [],
  );
  // In words where they can be fetched, else by its code alone.
  assert.match(await session.evaluate<string>('warnings.join()'), /\[fairsay\] not-shown (fairsay-)?banner/i);
}

onEveryEngine('a strict policy', (stage) => {
  defineNonce(stage, `'nonce-${NONCE}'`);
  defineNonce(stage, `'nonce-${NONCE}' 'self'`);
  defineSelf(stage);
  defineRefusals(stage);
});
