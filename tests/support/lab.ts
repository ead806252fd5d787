/**
 * Pages put together for one test each, over the built files. Whatever the test does to such a page, an error that
 * nobody caught, or a warning that the test did not name, fails it.
 */
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import type { Fairsay } from '../../src/page/types.js';
import type { State } from '../../src/core/state.js';
import { startSite, type Site } from './site.js';

/** One event of Fairsay's, as a page hears it. */
export interface Heard {
  readonly type: string;
  readonly cause?: string;
  readonly changed?: readonly string[];
  readonly persisted?: boolean;
  readonly what?: string;
  readonly why?: string;
  readonly removed?: readonly string[];
  readonly kept?: readonly unknown[];
}

declare global {
  interface Window {
    /** What held scripts write into, when they run. */
    ran: string[];
    /** Every event of Fairsay's, in order. */
    heard: Heard[];
    dataLayer?: ArrayLike<unknown>[];
  }
}

/** What stands on a page, from top to bottom. What is left out is what a shop would have. */
export interface Sheet {
  /** Markup before the configuration and the tag. */
  readonly before?: string;
  /** The configuration, in a JSON script before the tag. */
  readonly config?: unknown;
  readonly tag?: string;
  /** The rest of the head. */
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly path?: string;
}

export const TAG = '<script src="/dist/fairsay.js"></script>';

/** An inline script that waits for a yes to a category. */
export const held = (what: string, mark = what): string =>
  `<script type="text/plain" data-fairsay="${what}">ran.push('${mark}')</script>`;

/** A script with an address that waits for a yes to marketing. */
export const heldFile = (src: string): string =>
  `<script type="text/plain" data-fairsay="marketing" src="${src}"></script>`;

/** The headers of a script. */
export const SCRIPT = { 'content-type': 'text/javascript' };

/** What a shop does whatever happens to Fairsay. */
const SHOP = `<h1>Shop</h1>
<button type="button" onclick="this.textContent = 'In your basket'">Add to basket</button>
<button type="button" data-fairsay-show="preferences">Privacy choices</button>`;

/** Runs before everything else in every page. */
export function listen(): void {
  window.ran = [];
  window.heard = [];
  for (const type of ['consent', 'release', 'cleanup', 'suppressed', 'show', 'hide']) {
    document.addEventListener(`fairsay-${type}`, (event) => {
      const { cause, changed, persisted, what, why, removed, kept } = (event as CustomEvent<Partial<Heard>>).detail;
      const heard = { type, cause, changed, persisted, what, why, removed, kept };
      window.heard.push(JSON.parse(JSON.stringify(heard)) as Heard);
    });
  }
}

export class Lab {
  readonly page: Page;
  readonly site: Site;
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  readonly #expected: string[] = [];

  constructor(page: Page, site: Site) {
    this.page = page;
    this.site = site;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.text().startsWith('[fairsay]') && message.type() === 'warning') {
        this.warnings.push(message.text());
      }
    });
  }

  get banner(): Locator {
    return this.page.getByRole('region', { name: 'Cookies and your privacy' });
  }

  get preferences(): Locator {
    return this.page.getByRole('dialog', { name: 'Privacy choices' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Puts a page into the shop. */
  put({ before = '', config, tag = TAG, head = '', body, headers = {}, path = '/lab.html' }: Sheet): string {
    const json = config === undefined ? '' : JSON.stringify(config).replaceAll('<', '\\u003c');
    const script = json && `<script type="application/json" data-fairsay-config>${json}</script>`;
    const waiting = body ?? `${held('analytics')}${heldFile(`${this.site.partyUrl}/tag.js`)}`;
    this.site.pages.set(path, {
      html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lab</title>
${before}${script}${tag}${head}</head><body>${SHOP}${waiting}</body></html>`,
      headers,
    });
    return this.site.shopUrl + path;
  }

  async open(sheet: Sheet = {}): Promise<void> {
    await this.page.goto(this.put(sheet));
  }

  /** Opens a page and waits until it asks. */
  async ask(sheet: Sheet = {}): Promise<void> {
    await this.open(sheet);
    await expect(this.banner).toBeVisible();
  }

  /** Opens the page in another tab too. What went wrong there is the test's to ask for. */
  async openTab(): Promise<Lab> {
    const page = await this.page.context().newPage();
    await page.addInitScript(listen);
    await page.goto(this.page.url());
    return new Lab(page, this.site);
  }

  /** Opens the page once more, as a shopper does who goes on. */
  async again(): Promise<void> {
    await this.page.reload();
  }

  /** Calls the page API by its name on `window`. */
  call(name: keyof Fairsay, ...args: unknown[]): Promise<unknown> {
    return this.page.evaluate(
      ([method, given]) =>
        (window.fairsay as unknown as Record<string, (...args: unknown[]) => unknown>)[method]?.(...given),
      [name, args] as const,
    );
  }

  /** Calls what decides, and waits until that is told. */
  async decide(name: keyof Fairsay, ...args: unknown[]): Promise<void> {
    const told = (await this.heard()).length;
    await this.call(name, ...args);
    await expect.poll(async () => (await this.heard()).length).toBeGreaterThan(told);
  }

  /** What holds now, as plain data. */
  async state(): Promise<State> {
    return JSON.parse(await this.page.evaluate(() => JSON.stringify(window.fairsay?.state))) as State;
  }

  /** Whether one category is allowed. */
  async allows(what: string): Promise<boolean> {
    return (await this.call('allows', what)) === true;
  }

  ran(): Promise<string[]> {
    return this.page.evaluate(() => window.ran);
  }

  /** The events of one type, oldest first. */
  async heard(type = 'consent'): Promise<Heard[]> {
    return (await this.page.evaluate(() => window.heard)).filter((event) => event.type === type);
  }

  async causes(): Promise<(string | undefined)[]> {
    return (await this.heard()).map(({ cause }) => cause);
  }

  /** The record's cookie. */
  async cookie(): Promise<string | undefined> {
    return (await this.page.context().cookies(this.site.shopUrl)).find(({ name }) => name === 'fairsay')?.value;
  }

  /** The requests to third parties, but for the library itself. */
  requested(): string[] {
    return this.site.log
      .filter(({ party, url }) => party === 'third' && !url.startsWith('/dist/'))
      .map(({ url }) => url);
  }

  /** Says that a warning comes, by how it begins after `[fairsay]`, and waits for it. */
  async warned(start: string): Promise<void> {
    this.#expected.push(start);
    await expect.poll(() => this.warnings).toContainEqual(expect.stringContaining(`[fairsay] ${start}`));
  }

  /** Says that whatever warnings there are by now are no matter of this test. */
  expectsWarnings(): void {
    this.warnings.length = 0;
  }

  /**
   * Resolves once everything that waits for a painted frame has had its turn: where none is painted, the library goes on after
   * 200 ms. That a page's network was idle once says nothing of what comes after.
   */
  settle(): Promise<void> {
    return this.page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(resolve, 250);
        }),
    );
  }

  /** Nothing that waits for a yes has run or was requested, once the page is quiet, and the shop sells. */
  async expectHeld(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.settle();
    expect(await this.ran()).toEqual([]);
    expect(this.requested()).toEqual([]);
    await this.expectShop();
  }

  /** Everything that waits for a yes is there. */
  async expectReleased(): Promise<void> {
    await expect.poll(() => this.ran()).toEqual(['analytics']);
    await expect.poll(() => this.requested()).toEqual(['/tag.js']);
  }

  /** The shop sells. */
  async expectShop(): Promise<void> {
    await this.page.getByRole('button', { name: /basket/ }).click();
    await expect(this.button('In your basket')).toBeVisible();
  }

  /** Nothing happened that the test did not name. */
  expectQuiet(): void {
    expect(this.errors).toEqual([]);
    expect(this.warnings).toEqual(
      this.#expected.map((start) => expect.stringContaining(`[fairsay] ${start}`) as unknown),
    );
  }
}

export const test = base.extend<{ lab: Lab }, { site: Site }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- The runner wants the fixtures named, and there are none here.
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  lab: async ({ page, site }, use) => {
    site.clearLog();
    site.pages.clear();
    site.partyPages.clear();
    site.partyPages.set('/tag.js', { html: '', headers: SCRIPT });
    await page.addInitScript(listen);
    const lab = new Lab(page, site);
    await use(lab);
    lab.expectQuiet();
  },
});

export { expect };
