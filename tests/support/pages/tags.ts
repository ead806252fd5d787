/** Tags of real vendors, as docs/services.md says to use them, on a page of the shop with a collector that answers for the vendors. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { ServiceConfig } from '../../../src/config/types.js';
import { expect, SCRIPT, type Lab } from '../lab.js';

/** The entries of docs/services.md, in its order. */
export const SERVICES: readonly ServiceConfig[] = [
  ...readFileSync('docs/services.md', 'utf8').matchAll(/^```json\n(.*?)^```/gms),
].map(([, json = '']) => JSON.parse(json) as ServiceConfig);

/** Stands in for what Clarity's loader loads: it writes its cookies at every press, for as long as the page is there. */
const CLARITY = `const write = () => {
  document.cookie = '_clck=1; Max-Age=999; Path=/';
  document.cookie = '_clsk=1; Path=/';
};
write();
addEventListener('click', write);
fetch('https://x.clarity.ms/collect', { method: 'POST' });`;

/** What the vendors' servers say, where their code waits for an answer. */
const ANSWERS: Readonly<Record<string, { body: string; type: string }>> = {
  'www.clarity.ms': { body: CLARITY, type: 'text/javascript' },
  'cdn.segment.com': {
    body: JSON.stringify({ integrations: { 'Segment.io': { apiKey: 'yourWriteKey' } }, plan: { track: {} } }),
    type: 'application/json',
  },
};

/** A page of the shop with one tag. */
export class TagPage {
  readonly lab: Lab;
  readonly service: ServiceConfig;
  /** Every request to anywhere but the shop, since it was last looked at. */
  readonly wire: string[] = [];

  constructor(lab: Lab, service: ServiceConfig) {
    this.lab = lab;
    this.service = service;
  }

  get #page(): Page {
    return this.lab.page;
  }

  /** Opens the page. Its clock is the test's, so that ten seconds of use take less. */
  async open(): Promise<void> {
    const { lab, service } = this;
    const { origin } = new URL(lab.site.shopUrl);
    await this.#page.clock.install();
    // The vendors count no browser that says that it is driven by a program.
    await this.#page.addInitScript(() => {
      Object.defineProperty(navigator, 'webdriver', { get: () => false });
    });
    await this.#page.route(
      (url) => url.origin !== origin,
      async (route) => {
        const { host, href } = new URL(route.request().url());
        this.wire.push(href);
        const { body = '{}', type = 'application/json' } = ANSWERS[host] ?? {};
        const headers = { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' };
        await route.fulfill({ body, contentType: type, headers }).catch(() => undefined);
      },
    );
    const path = `/tags/${service.id}.js`;
    lab.site.pages.set(path, { html: readFileSync(`.tmp${path}`, 'utf8'), headers: SCRIPT });
    await lab.ask({
      config: { services: [service, { id: 'shop', category: 'necessary', name: 'Shop', storage: [CART] }] },
      body: `<script type="text/plain" data-fairsay="${service.id}" data-fairsay-type="module" src="${path}"></script>
        <a href="https://elsewhere.example/" target="_blank" onclick="event.preventDefault()">Elsewhere</a><p style="height:200vh"></p>`,
    });
    await this.#page.evaluate(() => {
      document.cookie = 'cart=1';
      localStorage.setItem('cart', '1');
    });
  }

  /** Uses the shop for some seconds of its clock, twice a second: a press, a link, a scroll and a further page. */
  async use(seconds: number): Promise<void> {
    for (let time = 0; time < seconds * 2; time += 1) {
      await this.#page.evaluate((step) => {
        document.querySelector<HTMLElement>('button[onclick]')?.click();
        document.querySelector('a')?.click();
        scrollTo(0, step * 50);
        history.pushState({}, '', `?page=${String(step)}`);
      }, time);
      await this.#page.clock.runFor(500);
    }
  }

  /** From now on the clock of the page moves only with what it is used for. */
  async holdClock(): Promise<void> {
    await this.#page.clock.pauseAt((await this.#page.evaluate(() => Date.now())) + 1000);
  }

  /** Whatever is stored in the browser that is neither the shop's nor the record. */
  async stored(): Promise<string[]> {
    const own = ['fairsay', 'cart'];
    const cookies = (await this.#page.context().cookies()).map(({ name }) => `cookie ${name}`);
    const others = await this.#page.evaluate(async () => [
      ...Object.keys(localStorage).map((name) => `local ${name}`),
      ...Object.keys(sessionStorage).map((name) => `session ${name}`),
      ...(await indexedDB.databases()).map(({ name }) => `indexeddb ${String(name)}`),
      ...(await caches.keys()).map((name) => `cache ${name}`),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
    ]);
    return [...cookies, ...others].filter((entry) => !own.includes(entry.split(' ')[1] ?? ''));
  }

  /** What is stored half a second later. */
  async later(): Promise<string[]> {
    await this.#page.clock.runFor(500);
    return this.stored();
  }

  /** The hosts that were reached since it was last looked at. */
  hosts(): string[] {
    return [...new Set(this.wire.splice(0).map((url) => new URL(url).host))];
  }

  /** Nothing was sent and nothing is stored, but for what is named, and the cart is where it was. */
  async expectNothing(but: readonly string[] = []): Promise<void> {
    expect(this.hosts()).toEqual([]);
    expect(await this.stored()).toEqual(but);
    const cart = () => [document.cookie.includes('cart=1'), localStorage.getItem('cart')];
    expect(await this.#page.evaluate(cart)).toEqual([true, '1']);
  }
}

const CART = { kind: 'cookie', name: 'cart' } as const;
