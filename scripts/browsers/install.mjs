/**
 * Installs the browsers that are missing: from the system's packages where that is possible, else by the test tools'
 * own downloads. `npm run browsers` does just this; `npm test` does it before its first test.
 */
import { pathToFileURL } from 'node:url';
import { BROWSERS, DOWNLOADS, ENGINES, findBrowser, needBrowser } from '../browsers.mjs';
import { ensurePackages, run, tool } from '../commands.mjs';
import { installPackages } from '../machine/apt.mjs';

/**
 * Installs the engines that are missing. What cannot be had is said; whoever needs it then fails.
 *
 * @param {readonly import('../browsers.mjs').EngineName[]} [engines]
 * @returns {Promise<boolean>} Whether all of them are there now.
 */
export async function ensureBrowsers(engines = ENGINES) {
  const missing = () => engines.filter((engine) => !findBrowser(engine));
  const asked = missing();
  await installPackages(asked.flatMap((engine) => BROWSERS[engine].packages));
  for (const engine of missing()) {
    await download(engine);
  }
  for (const engine of missing()) {
    try {
      needBrowser(engine);
    } catch (error) {
      console.error(`Error: ${/** @type {Error} */ (error).message}`);
    }
  }
  return missing().length === 0;
}

/**
 * There is no download of WebKitGTK, and the builds of Firefox and WebKit that Playwright brings are not the real ones.
 *
 * @param {import('../browsers.mjs').EngineName} engine
 */
async function download(engine) {
  if (engine === 'chromium') {
    await run([...tool('playwright'), 'install', 'chromium'], { env: { PLAYWRIGHT_BROWSERS_PATH: DOWNLOADS } });
  } else if (engine === 'firefox') {
    await run([...tool('@puppeteer/browsers'), 'install', 'firefox@stable', '--path', DOWNLOADS]);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await ensurePackages()) && (await ensureBrowsers()) ? 0 : 1;
}
