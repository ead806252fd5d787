/** Starts what drives WebKitGTK: its WebDriver, on a display of its own. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { needBrowser } from '../browsers.mjs';

/**
 * A running driver. It serves one session at a time.
 *
 * @typedef {{ port: number, capabilities: Record<string, unknown>, stop: () => void }} WebKitDriver
 */

/**
 * Starts a driver on a free port.
 *
 * @returns {Promise<WebKitDriver>}
 */
export async function startWebKitDriver() {
  const paths = needBrowser('webkit');
  const port = await freePort();
  const child = spawn(
    paths['XVFB_RUN_PATH'] ?? '',
    ['-a', '-s', '-screen 0 1280x1024x24', paths['WEBKIT_DRIVER_PATH'] ?? '', `--port=${port}`],
    { stdio: 'ignore', detached: true },
  );
  const stop = () => {
    try {
      process.kill(-(/** @type {number} */ (child.pid)));
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', stop);
  await answers(`http://127.0.0.1:${port}/status`, child);
  return {
    port,
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: paths['MINIBROWSER_PATH'], args: ['--automation'] },
    },
    stop,
  };
}

/**
 * @param {string} address
 * @param {import('node:child_process').ChildProcess} child
 */
async function answers(address, child) {
  for (let attempt = 0; attempt < 200 && child.exitCode === null; attempt += 1) {
    try {
      await fetch(address);
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error(`WebKitWebDriver does not answer (exit code ${child.exitCode}).`);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => {
        resolve(port);
      });
    });
  });
}
