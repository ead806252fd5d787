import { launch } from 'puppeteer-core';
import { needBrowser } from '../../../scripts/browsers.mjs';
import type { Driver, DriverSource } from '../engine.js';

/** Opens Firefox over WebDriver BiDi; each driver has a container of its own. */
export async function openDrivers(): Promise<DriverSource> {
  const executablePath = needBrowser('firefox')['FIREFOX_PATH'] ?? '';
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });

  async function newDriver(): Promise<Driver> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    return {
      async goto(url) {
        await page.goto(url);
      },
      evaluate: (expression) => page.evaluate(expression),
      clickAt: ({ x, y }) => page.mouse.click(x, y),
      press: (key) => page.keyboard.press(key),
      cookies: () => page.cookies(),
      close: () => context.close(),
    };
  }

  return { newDriver, close: () => browser.close() };
}
