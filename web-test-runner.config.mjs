// Component tests in one real engine, named by ENGINE; `npm test -- components` runs them in all three.
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { CHROMIUM_ARGS, needBrowser } from './scripts/browsers.mjs';
import { componentReporter } from './scripts/reporters/components.mjs';
import { startWebKitDriver } from './scripts/browsers/webkit-driver.mjs';

const launchers = {
  chromium: () =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: needBrowser('chromium').CHROMIUM_PATH, args: CHROMIUM_ARGS },
    }),
  firefox: () =>
    puppeteerLauncher({
      launchOptions: { browser: 'firefox', executablePath: needBrowser('firefox').FIREFOX_PATH, headless: true },
    }),
  webkit: async () => {
    const { port, capabilities } = await startWebKitDriver();
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      path: '/',
      automationProtocol: 'webdriver',
      logLevel: 'error',
      capabilities: { ...capabilities, 'wdio:enforceWebDriverClassic': true },
    });
  },
};

const engine = process.env.ENGINE ?? 'chromium';

export default {
  files: [
    '.test-build/tests/components/**/*.test.js',
    // The window of WebKitGTK's browser is never as narrow as a phone.
    ...(engine === 'webkit' ? ['!**/viewport.test.js'] : []),
    // Only Chromium's driver can force colours.
    ...(engine === 'chromium' ? [] : ['!**/forced-colors.test.js']),
  ],
  nodeResolve: { exportConditions: ['production', 'browser', 'default'] },
  browsers: [await launchers[engine]()],
  // One page at a time: a page in the background gets no frames and no focus.
  concurrency: 1,
  testsFinishTimeout: 120_000,
  testFramework: { config: { ui: 'bdd', timeout: 10_000, forbidOnly: true } },
  reporters: [componentReporter()],
};
