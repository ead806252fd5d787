// Whole pages in Chromium, over the built files.
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, needBrowser } from './scripts/browsers.mjs';

export default defineConfig({
  testDir: '.test-build/tests/e2e',
  testMatch: '**/*.spec.js',
  outputDir: '.tmp/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['dot'], ['./scripts/reporters/pages.mjs']],
  use: {
    launchOptions: { executablePath: needBrowser('chromium').CHROMIUM_PATH, args: CHROMIUM_ARGS },
    trace: 'off',
  },
});
