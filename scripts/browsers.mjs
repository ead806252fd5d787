/** Finds the three browsers that the tests run in: by environment variables, then where they usually are. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { filesBelow, ROOT } from './files.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */

/** The names of the three engines. @type {readonly EngineName[]} */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** Arguments for a quiet Chromium without a window. */
export const CHROMIUM_ARGS = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run']
  .concat(['disable-background-networking', 'disable-component-update', 'disable-sync'])
  .map((name) => `--${name}`);

/** Where the test tools' own downloads go. */
export const DOWNLOADS = join(ROOT, '.tmp/browsers');
const MAC = '/Applications';
const MACHINE = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
const LIBRARIES = [`/usr/lib/${MACHINE}-linux-gnu`, '/usr/lib', '/usr/lib64', '/usr/libexec'];

/**
 * What each engine consists of. Each part: the environment variable that can name it, then where to look.
 *
 * @type {Record<EngineName, { packages: string[], parts: Record<string, () => string[]> }>}
 */
export const BROWSERS = {
  chromium: {
    packages: ['chromium'],
    parts: {
      CHROMIUM_PATH: () => [
        ...named('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'),
        `${MAC}/Google Chrome.app/Contents/MacOS/Google Chrome`,
        `${MAC}/Chromium.app/Contents/MacOS/Chromium`,
        ...filesBelow(DOWNLOADS, 'chrome'),
      ],
    },
  },
  firefox: {
    packages: ['firefox-esr'],
    parts: {
      FIREFOX_PATH: () => [
        ...named('firefox', 'firefox-esr'),
        `${MAC}/Firefox.app/Contents/MacOS/firefox`,
        ...filesBelow(DOWNLOADS, 'firefox'),
      ],
    },
  },
  webkit: {
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    parts: {
      WEBKIT_DRIVER_PATH: () => named('WebKitWebDriver'),
      MINIBROWSER_PATH: () => LIBRARIES.map((library) => join(library, 'webkit2gtk-4.1/MiniBrowser')),
      XVFB_RUN_PATH: () => named('xvfb-run'),
    },
  },
};

/**
 * Finds an engine's programs, by the environment variables that name them.
 *
 * @param {EngineName} engine
 * @returns {Record<string, string> | undefined} Nothing where any of them is missing.
 */
export function findBrowser(engine) {
  const found = Object.entries(BROWSERS[engine].parts).map(([variable, places]) => [
    variable,
    [process.env[variable] ?? '', ...places()].find(isProgram),
  ]);
  return found.every(([, path]) => path) ? Object.fromEntries(found) : undefined;
}

/**
 * Finds an engine's programs, or says how to get them.
 *
 * @param {EngineName} engine
 * @returns {Record<string, string>}
 * @throws Where any of them is missing.
 */
export function needBrowser(engine) {
  const found = findBrowser(engine);
  if (!found) {
    const { packages, parts } = BROWSERS[engine];
    throw new Error(
      `${engine} is missing and could not be installed. Install it (Debian: apt-get install ${packages.join(' ')}), ` +
        `or name its programs in ${Object.keys(parts).join(', ')}.`,
    );
  }
  return found;
}

/**
 * Lists where commands of these names could be.
 *
 * @param {...string} names
 * @returns {string[]}
 */
export function named(...names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Tells whether a path is a program that we may run.
 *
 * @param {string | undefined} path
 * @returns {path is string}
 */
export function isProgram(path) {
  try {
    accessSync(path ?? '', constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
