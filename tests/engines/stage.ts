import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ENGINES, type EngineName } from '../../scripts/browsers.mjs';
import { openEngine, type Engine, type Session } from '../support/engine.js';
import { startSite, type ExtraPage, type Site } from '../support/site.js';

/** One engine with the demo's two sites, for the suites over the built files. */
export interface Stage {
  readonly name: EngineName;
  readonly site: Site;
  readonly session: Session;
  /** Goes on in a window with a profile of its own. */
  renew(): Promise<void>;
  /** Serves a page of the shop, and opens it. */
  open(html: string, headers?: ExtraPage['headers']): Promise<void>;
  /** The addresses that the third parties were asked for, sorted. */
  requested(): string[];
}

/** An address that holds nothing of ours. */
const BLANK = '/blank.html';

/** Defines the tests of a subject once for each engine. Each starts on an empty page, with nothing stored by the shop. */
export function onEveryEngine(subject: string, define: (stage: Stage) => void): void {
  for (const name of ENGINES) {
    describe(`${subject} in ${name}`, () => {
      define(prepareStage(name));
    });
  }
}

function prepareStage(name: EngineName): Stage {
  let engine: Engine;
  const stage: { -readonly [key in keyof Stage]: Stage[key] } = {
    name,
    // There from the first test on.
    site: undefined as never,
    session: undefined as never,
    async renew() {
      await stage.session.close();
      stage.session = await engine.newSession();
      await stage.session.goto(stage.site.shopUrl + BLANK);
    },
    async open(html, headers = {}) {
      stage.site.pages.set('/page.html', { html, headers });
      await stage.session.goto(`${stage.site.shopUrl}/page.html`);
    },
    requested: () =>
      stage.site.log
        .filter(({ party }) => party === 'third')
        .map(({ url }) => url.replace(/\?.*/, ''))
        .sort(),
  };
  before(async () => {
    stage.site = await startSite();
    engine = await openEngine(name);
    stage.session = await engine.newSession();
  });
  beforeEach(() => clear(stage));
  after(async () => {
    await engine?.close();
    await stage.site?.close();
  });
  return stage;
}

async function clear({ site, session }: Stage): Promise<void> {
  site.pages.clear();
  site.partyPages.clear();
  // Records of choices are taken at once, without a database that would have to be opened first.
  site.pages.set('/choices', { html: '', status: 204 });
  site.pages.set(BLANK, { html: '<!doctype html><title>Blank</title>' });
  await session.goto(site.shopUrl + BLANK);
  await session.evaluate(
    '(localStorage.clear(), sessionStorage.clear(), document.cookie = "fairsay=; Max-Age=0; Path=/")',
  );
  site.clearLog();
}

/** A page with the tag and a list of what has run. A nonce, if any, is for the page's own scripts. */
export function pageOf(body: string, { nonce = '', head = '' }: { nonce?: string; head?: string } = {}): string {
  const own = nonce && ` nonce="${nonce}"`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>
<script${own}>
  window.ran = [];
  window.errors = [];
  addEventListener('error', ({ message }) => message && errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  window.warnings = [];
  console.warn = (first) => warnings.push(String(first));
</script>
${head || `<script${own} src="/dist/fairsay.js"></script>`}
</head><body>${body}</body></html>`;
}

/** A script for the third parties' or the shop's own address that tells when it ran. */
export function scriptOf(name: string, more: Partial<ExtraPage> = {}): ExtraPage {
  return { html: `window.ran.push('${name}')`, ...more, headers: { ...SCRIPT, ...more.headers } };
}

const SCRIPT = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' };

/** Whether the banner is on screen. */
export const ASKED = `!!document.querySelector('fairsay-banner:popover-open button[data-action="accept-all"]')`;

/**
 * Resolves once everything that was about to happen has: the page has loaded, two frames were painted, as a release waits
 * for one, and a request that would have left before has arrived before this one.
 */
export const SETTLED = `new Promise((resolve) => {
  const painted = (then) => requestAnimationFrame(() => setTimeout(then));
  const twice = () => painted(() => painted(() => fetch('/blank.html').then(() => resolve(true))));
  document.readyState === 'complete' ? twice() : addEventListener('load', twice);
})`;

/** How long anything may take, in milliseconds. */
const PATIENCE = 10_000;

/** Asserts that something becomes equal to what is expected, in time. */
export async function eventually<T>(actual: () => T | Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + PATIENCE;
  let value = await actual();
  while (!isDeepStrictEqual(value, expected) && Date.now() < end) {
    await wait(20);
    value = await actual();
  }
  assert.deepEqual(value, expected);
}
