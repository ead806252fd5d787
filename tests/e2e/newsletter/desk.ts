/** A newsletter's server and its page, for whole-page tests. The server is real: what arrives is in its log. */
import type { Locator } from '@playwright/test';
import type { NewsletterState } from '../../../src/core/newsletter/state.js';
import { expect, type Lab, type Sheet } from '../../support/lab.js';

/** Where the page's server answers. */
const ENDPOINT = '/newsletter-state';

/** A shop that asks nothing but what its newsletter is about. */
export const CONFIG = {
  site: { name: 'BagsOK', contact: { email: 'hello@shop.example' } },
  categories: [{ id: 'necessary', basis: 'necessary' }],
  newsletter: {
    endpoint: ENDPOINT,
    topics: [
      { id: 'news', label: 'News' },
      { id: 'sale', label: 'Sale' },
    ],
    channels: [{ id: 'email', label: 'E-mail', consentText: 'BagsOK may write to me.' }],
  },
};

/** What somebody gets who is subscribed. */
export const STATE: NewsletterState = {
  version: 4,
  status: 'subscribed',
  address: 'm…@example.com',
  topics: { news: true },
  frequency: '',
  channels: { email: true },
  pausedUntil: null,
};

/** The page's side of a newsletter, as a shopper meets it. */
export class NewsletterDesk {
  readonly lab: Lab;

  constructor(lab: Lab) {
    this.lab = lab;
    this.answer(STATE);
  }

  /** Has the server answer with this from now on. */
  answer(body: unknown, status = 200, headers: Record<string, string> = {}): void {
    const html = typeof body === 'string' ? body : JSON.stringify(body);
    this.lab.site.pages.set(ENDPOINT, { html, status, headers: { 'content-type': 'application/json', ...headers } });
  }

  /** Opens the page with a panel. */
  async open(query = '', sheet: Sheet = {}): Promise<void> {
    const body = '<fairsay-newsletter></fairsay-newsletter><a href="/next.html">Next</a>';
    const url = this.lab.put({ config: CONFIG, body, ...sheet });
    await this.lab.page.goto(url + query);
  }

  /** The same, once the choices are there. */
  async show(query = '', sheet: Sheet = {}): Promise<void> {
    await this.open(query, sheet);
    await expect(this.button('Stop everything')).toBeVisible();
  }

  get panel(): Locator {
    return this.lab.page.getByRole('region', { name: 'Your newsletter' });
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  choice(name: string): Locator {
    return this.panel.getByLabel(name, { exact: true });
  }

  /** What reached the server, by its methods. */
  get methods(): string[] {
    return this.lab.site.log.filter(({ url }) => url.startsWith(ENDPOINT)).map(({ method }) => method);
  }

  /** Resolves once so many changes have reached the server, and is wrong if there are more. */
  async expectChanges(count: number): Promise<void> {
    await expect.poll(() => this.changes).toBe(count);
    await this.lab.page.waitForLoadState('networkidle');
    expect(this.changes).toBe(count);
  }

  /** How many requests there were that could change anything. */
  get changes(): number {
    return this.lab.site.log.filter(({ method }) => method !== 'GET').length;
  }
}
