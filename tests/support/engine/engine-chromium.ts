import { chromium } from 'playwright';
import { CHROMIUM_ARGS, needBrowser } from '../../../scripts/browsers.mjs';
import type { Driver, DriverSource } from '../engine.js';

/** Opens Chromium; each driver has a profile of its own. */
export async function openDrivers(): Promise<DriverSource> {
  const executablePath = needBrowser('chromium')['CHROMIUM_PATH'] ?? '';
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });

  async function newDriver(): Promise<Driver> {
    const context = await browser.newContext();
    const page = await context.newPage();
    return {
      async goto(url) {
        await page.goto(url);
      },
      evaluate: (expression) => page.evaluate(expression),
      clickAt: ({ x, y }) => page.mouse.click(x, y),
      press: (key) => page.keyboard.press(key),
      cookies: () => context.cookies(page.url()),
      close: () => context.close(),
    };
  }

  return { newDriver, close: () => browser.close() };
}
