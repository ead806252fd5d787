/** Lets a component test in WebKitGTK make the screen another size: the runner's own command knows only the other engines. */

/** @typedef {{ driver?: { setWindowRect(x: number, y: number, width: number, height: number): Promise<unknown>, execute<T>(script: string): Promise<T> } }} Launcher */

/** @returns {import('@web/test-runner').TestRunnerPlugin<{ width: number, height: number }>} */
export function webKitViewport() {
  return {
    name: 'webkit-viewport',
    async executeCommand({ command, payload, session }) {
      const { driver } = /** @type {Launcher} */ (session.browser);
      if (command !== 'resize-window' || !driver || !payload) {
        return undefined;
      }
      // A window is larger than its page by the browser's own bars.
      const [width = 0, height = 0] = /** @type {number[]} */ (
        await driver.execute('return [outerWidth - innerWidth, outerHeight - innerHeight]')
      );
      await driver.setWindowRect(0, 0, payload.width + width, payload.height + height);
      return true;
    },
  };
}
