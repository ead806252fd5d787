import { Builder, Key, Origin } from 'selenium-webdriver';
import { startWebKitDriver } from '../../../scripts/browsers/webkit-driver.mjs';
import type { Driver, DriverSource } from '../engine.js';

/** WebKitGTK's WebDriver serves one window at a time, so each driver has a browser of its own. */
export function openDrivers(): DriverSource {
  const open = new Set<Driver>();

  async function newDriver(): Promise<Driver> {
    const { port, capabilities, stop } = await startWebKitDriver();
    const window = await new Builder()
      .usingServer(`http://127.0.0.1:${port}/`)
      .withCapabilities(capabilities)
      .disableEnvironmentOverrides()
      .build();
    const driver: Driver = {
      goto: (url) => window.get(url),
      evaluate: (expression) => window.executeScript(`return ${expression}`),
      clickAt: ({ x, y }) =>
        window
          .actions()
          .move({ origin: Origin.VIEWPORT, x: Math.round(x), y: Math.round(y) })
          .click()
          .perform(),
      press: (key) => window.actions().sendKeys(KEYS[key]).perform(),
      cookies: () => window.manage().getCookies(),
      async close() {
        open.delete(driver);
        await window.quit();
        stop();
      },
    };
    open.add(driver);
    return driver;
  }

  return {
    newDriver,
    async close() {
      await Promise.all([...open].map((driver) => driver.close()));
    },
  };
}

const KEYS = {
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Space: Key.SPACE,
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
};
