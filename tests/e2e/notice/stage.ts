/** The demo shop's privacy notice as a whole page, over the built files. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Config } from '../../../src/config/types.js';
import { expect, test as base, type Lab } from '../../support/lab.js';
import { startSite, type Site } from '../../support/site.js';

export { expect };

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** What the shop declares. */
export const DECLARED = read('demo/shop.config.json') as Config;

/** One fact that the notice has to tell. */
export interface ShopFact {
  readonly fact: string;
  readonly section: string;
  /** Written alike in every language. */
  readonly names: readonly string[];
  readonly words: readonly string[];
  /** Whether the names follow each other. */
  readonly ordered?: true;
}

export const { facts: FACTS } = read('demo/shop/facts.json') as { facts: readonly ShopFact[] };

/** Letters and signs in their order, however a text is broken into lines. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

/** The same without any white space: in a narrow column of print a long word is broken too. */
export const dense = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** A shop whose declarations a test can replace. */
export interface Shop extends Site {
  config: Config;
}

/** The page of the notice, as a shopper meets it. */
export class NoticePage {
  readonly page: Page;
  readonly #lab: Lab;
  readonly #shop: Shop;

  constructor(lab: Lab, shop: Shop) {
    this.page = lab.page;
    this.#lab = lab;
    this.#shop = shop;
    // What the server keeps is no matter of these tests.
    shop.pages.set('/choices', { html: '', status: 204 });
  }

  /** Opens the notice, and waits until it and what comes for its readers are there. */
  async open({ lang = 'en', anchor = '' } = {}): Promise<void> {
    await this.page.goto(`${this.#shop.shopUrl}/privacy.html?lang=${lang}${anchor && `#${anchor}`}`);
    await expect(this.page.locator('#fairsay-files')).toBeAttached();
  }

  /** The notice as a whole. */
  get all(): Locator {
    return this.page.locator('fairsay-notice');
  }

  section(id: string): Locator {
    return this.all.locator(`> [id="${id}"]`);
  }

  /** The anchors of the sections, in the order in which they are read. */
  anchors(): Promise<string[]> {
    return this.all
      .locator('> section[id]:not([id^="fairsay-"])')
      .evaluateAll((sections) => sections.map(({ id }) => id));
  }

  /** Presses what hands out a file, and reads the file. */
  async download(name: string): Promise<string> {
    const file = this.page.waitForEvent('download');
    await this.#lab.button(name).click();
    return readFileSync(await (await file).path(), 'utf8');
  }
}

export const test = base.extend<{ notice: NoticePage }, { site: Shop }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- The runner wants the fixtures named, and there are none here.
    async ({}, use) => {
      const place = { config: () => shop.config };
      const shop: Shop = Object.assign(await startSite(place), { config: DECLARED });
      await use(shop);
      await shop.close();
    },
    { scope: 'worker' },
  ],
  notice: async ({ lab, site }, use) => {
    site.config = DECLARED;
    await use(new NoticePage(lab, site));
  },
});
