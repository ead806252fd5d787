import { turn } from '../platform/timing/turn.js';
import { letGo } from './held.js';

/** How long scripts may run on end before the browser gets a turn, in milliseconds. */
const SLICE = 16;

/**
 * Creates the page's queue of released scripts. What has an address, and every module, is started at once and kept in
 * order by the browser itself, which fetches ahead meanwhile; an inline script waits here until every earlier one
 * without `async` has loaded or failed. One that fails never stops the next.
 *
 * @param mayStart - Asked when a script's turn has come: the shopper may have thought better of it by then.
 */
export function createScriptQueue(
  mayStart: (script: HTMLScriptElement) => boolean,
): (scripts: readonly HTMLScriptElement[]) => void {
  const waiting: HTMLScriptElement[] = [];
  let running = false;

  async function run(): Promise<void> {
    let earlier: Promise<unknown>[] = [];
    let end = performance.now() + SLICE;
    // A loop by index: to take from the front of a long list, or to recurse, would cost more with each script.
    for (let index = 0; index < waiting.length; index++) {
      const script = waiting[index] as HTMLScriptElement;
      const settles = script.hasAttribute('src');
      if (earlier.length && !settles && script.getAttribute('data-fairsay-type') !== 'module') {
        await Promise.all(earlier);
        earlier = [];
      }
      if (mayStart(script)) {
        if (settles && !script.hasAttribute('async') && !script.noModule) {
          earlier.push(settled(script));
        }
        letGo(script);
      }
      if (performance.now() > end) {
        await turn();
        end = performance.now() + SLICE;
      }
    }
    waiting.length = 0;
    running = false;
  }

  return (scripts) => {
    // One by one: a spread of very many arguments overflows the stack.
    for (const script of scripts) {
      waiting.push(script);
    }
    if (!running) {
      running = true;
      void run();
    }
  };
}

/** How long one script may keep others waiting: nothing tells of one that never starts, as `innerHTML` brings them. */
const PATIENCE = 10_000;

function settled(script: HTMLScriptElement): Promise<unknown> {
  return new Promise((resolve) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', resolve);
    setTimeout(resolve, PATIENCE);
  });
}
