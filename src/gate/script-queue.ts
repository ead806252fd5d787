import { turn } from '../platform/turn.js';
import { activate } from './held.js';

/** How long scripts may run on end before the browser gets a turn, in milliseconds. */
const SLICE = 8;

/** Runs released scripts in their order. */
export interface ScriptQueue {
  readonly add: (scripts: readonly HTMLScriptElement[]) => void;
}

/**
 * Creates the page's queue. A script without `async` starts after every earlier one has loaded or failed, as in plain
 * HTML; one that fails never stops the next. The queue gives way to input between slices.
 *
 * @param mayStart - Asked when a script's turn has come: the shopper may have thought better of it by then.
 */
export function createScriptQueue(mayStart: (script: HTMLScriptElement) => boolean): ScriptQueue {
  const waiting: HTMLScriptElement[] = [];
  let running = false;

  async function run(): Promise<void> {
    let end = performance.now() + SLICE;
    // A loop by index: to take from the front of a long list, or to recurse, would cost more with each script.
    for (let index = 0; index < waiting.length; index++) {
      const script = waiting[index] as HTMLScriptElement;
      const settled = mayStart(script) && start(script);
      if (settled) {
        await settled;
      }
      if (performance.now() > end) {
        await turn();
        end = performance.now() + SLICE;
      }
    }
    waiting.length = 0;
    running = false;
  }

  return {
    add(scripts) {
      scripts.slice(running ? 0 : 1).forEach(fetchAhead);
      // One by one: a spread of very many arguments overflows the stack.
      for (const script of scripts) {
        waiting.push(script);
      }
      if (!running) {
        running = true;
        void run();
      }
    },
  };
}

/**
 * Starts one script. Returns what to wait for, where the next one must: a script from an address that runs here.
 * An inline module tells nobody that it has run, but the browser itself keeps later external scripts behind it.
 */
function start(script: HTMLScriptElement): Promise<unknown> | undefined {
  const type = script.getAttribute('data-fairsay-type') ?? 'script';
  const runs = /script|module/.test(type) && !(script.noModule && type !== 'module');
  const settled =
    runs && script.hasAttribute('src') && !script.hasAttribute('async')
      ? new Promise((resolve) => {
          script.addEventListener('load', resolve);
          script.addEventListener('error', resolve);
        })
      : undefined;
  activate(script);
  return settled;
}

/** Fetches a script's file while earlier ones still run. */
function fetchAhead(script: HTMLScriptElement): void {
  const address = script.getAttribute('src');
  if (!address) {
    return;
  }
  const link = document.createElement('link');
  if (script.getAttribute('data-fairsay-type') === 'module') {
    link.rel = 'modulepreload';
  } else {
    link.rel = 'preload';
    link.as = 'script';
  }
  for (const name of ['crossorigin', 'integrity', 'referrerpolicy']) {
    const value = script.getAttribute(name);
    if (value !== null) {
      link.setAttribute(name, value);
    }
  }
  link.nonce = script.nonce;
  link.href = address;
  document.head.append(link);
}
