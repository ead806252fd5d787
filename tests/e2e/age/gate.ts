/** The question for an age on a whole page, as a shopper meets it. */
import { expect, type Locator } from '@playwright/test';
import type { AgeConfig } from '../../../src/config/age.js';
import { passDoor } from '../../support/door.js';
import { TAG, type Lab, type Sheet } from '../../support/lab.js';

/** The file at the door, and the guard. */
export const DOOR = '<script src="/dist/fairsay-door.js"></script>';
export const TAGS = DOOR + TAG;

export const LINKS = [{ label: 'Toys for children', url: '/toys.html' }];

/** What a page says that asks for an age. */
export class Gate {
  readonly lab: Lab;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  get dialog(): Locator {
    return this.lab.page.locator('fairsay-age-gate').getByRole('dialog');
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name });
  }

  /** Puts a page that asks, and opens it. */
  async open(age: AgeConfig = {}, sheet: Sheet = {}): Promise<void> {
    const config = { age: { minimum: 18, links: LINKS, ...age }, ...(sheet.config as object | undefined) };
    await this.lab.open({ tag: TAGS, ...sheet, config });
  }

  /** The same, and waits until it asks. */
  async ask(age?: AgeConfig, sheet?: Sheet): Promise<void> {
    await this.open(age, sheet);
    await expect(this.dialog).toBeVisible();
  }

  /** An answer of an earlier page. */
  async remember(status: string, minimum?: number): Promise<void> {
    await passDoor(this.lab.page, this.lab.site.shopUrl, status, minimum);
  }

  /** The cookie with the answer. */
  async cookie(): Promise<{ value: string; expires: number } | undefined> {
    const cookies = await this.lab.page.context().cookies(this.lab.site.shopUrl);
    return cookies.find(({ name }) => name === 'fairsay-age');
  }

  /** What the document is marked with. */
  mark(): Promise<string | null> {
    return this.lab.page.evaluate(() => document.documentElement.getAttribute('data-fairsay-age'));
  }

  /** Types a birth date, as far as it is asked for, and goes on. */
  async enter(year: string, month?: string, day?: string): Promise<void> {
    for (const [name, value] of [
      ['Year of birth', year],
      ['Month', month],
      ['Day', day],
    ] as const) {
      if (value !== undefined) {
        await this.dialog.getByRole('textbox', { name }).fill(value);
      }
    }
    await this.button('Continue').click();
  }
}
