/** Pages of a shop with a log, and what arrived there. */
import type { Page } from '@playwright/test';
import type { Envelope } from '../../../src/core/receipt/envelope.js';
import { expect, test as base, type Lab, type Sheet } from '../lab.js';
import { startLogSite, type LogSite } from './log-site.js';

export { expect };
export type { LogSite };

export const test = base.extend<object, { site: LogSite }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- The runner wants the fixtures named, and there are none here.
    async ({}, use) => {
      const site = await startLogSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});

/** A page of a shop with a log. */
export const LOGGED: Sheet = { config: { log: { endpoint: '/choices' } }, body: '' };

/** Every record that arrived, in the order of arrival. */
export const arrived = ({ posts }: LogSite): readonly Envelope[] => posts.flatMap(({ records }) => records);

/** The ids of the records that arrived, each once: what is sent as a page is left comes again from the next. */
export const idsIn = (site: LogSite): string[] => [...new Set(arrived(site).map(({ id }) => id))];

/** What waits in the browser to be sent, as text; nothing once all was taken. */
export const waiting = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('fairsay-log'));

/** Resolves once nothing waits. */
export async function expectAllTaken(page: Page): Promise<void> {
  await expect.poll(() => waiting(page)).toBeNull();
}

/** How often the record that waits was sent in vain; no number where none waits. */
export async function triesOf(page: Page): Promise<number> {
  return Number(/"tries":(\d+)/.exec((await waiting(page)) ?? '')?.[1]);
}

/** Resolves once a record waits that was sent in vain as often as that, or more often. */
export async function expectTried(page: Page, least = 1): Promise<void> {
  await expect.poll(() => triesOf(page)).toBeGreaterThanOrEqual(least);
}

/** Puts forward by how long the page has been open; what is due then is done. */
export async function pass(page: Page, seconds: number): Promise<void> {
  await page.clock.runFor(seconds * 1000);
}

/** Opens a page that asks, with a clock of the test's own. */
export async function askWithClock(lab: Lab, sheet: Sheet = LOGGED): Promise<void> {
  await lab.page.clock.install();
  await lab.ask(sheet);
}
