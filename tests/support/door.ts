import type { Page } from '@playwright/test';

/** The cookie of an answer about an age, as an earlier page has left it. */
export const cookieOf = (status: string, minimum = 18): string =>
  `1.${minimum}.${status}.t5k0a0.${'0123456789abcdef'.repeat(2)}.en`;

/** Leaves an answer about an age as an earlier page has: by default that of an adult, who is let in without a question. */
export async function passDoor(page: Page, url: string, status = 'adult', minimum?: number): Promise<void> {
  await page.context().addCookies([{ name: 'fairsay-age', value: cookieOf(status, minimum), url }]);
}
