/** Holds what goes to declared hosts, without marks, and puts the parts of that together. */
import type { PageStore } from '../../page/types.js';
import { afterPaint } from '../../platform/after-paint.js';
import { patchAttributes } from './attributes.js';
import { patchConnections } from './connections.js';
import { patchInsertion } from './insertion.js';
import { hold, holdFrames, loadingIn, release, type Keeper } from './keeper.js';
import { patchMarkup } from './markup.js';
import { createPatches, type Patches } from './patch.js';
import { createWaiting, patchRequests, patchXhr, type Waiting } from './requests.js';
import { createRuler } from './ruler.js';
import { patchStorage } from './storage.js';

/** What is known from the tag. */
export interface HostsOptions {
  readonly store: PageStore;
  /** The nonce of the tag, or an empty string. */
  readonly nonce: string;
  /** Whether everything waits even before the configuration has come. */
  readonly strict: boolean;
  /** Says on the console what is wrong. */
  readonly warn: (problem: HostsProblem, about?: unknown, ...more: unknown[]) => void;
}

/** What can be wrong with holding by host. */
export type HostsProblem = 'hosts-late' | 'unmarked';

/** Starts to hold by host. The page is patched while something is held, and only that long. */
export function startHosts({ store, nonce, strict, warn }: HostsOptions): void {
  const ruler = createRuler(store, strict);
  const keeper: Keeper = { store, ruler, nonce, kept: new Set(), marked: new WeakSet(), found: new WeakSet() };
  const waiting = createWaiting(ruler);
  const patches = createPatches();
  patchAll(patches, keeper, waiting);
  const observer = watch(keeper, warn);
  const adapt = (): void => {
    if (ruler.isNeeded()) {
      patches.apply();
      observer.observe(document, { childList: true, subtree: true });
    } else {
      patches.undo();
      observer.disconnect();
    }
  };

  let isLate: boolean | undefined;
  adapt();
  store.subscribe(({ cause }) => {
    ruler.start();
    if (ruler.isNeeded()) {
      adapt();
      if (isLate) {
        warn('hosts-late');
      }
      if (cause === 'withdrawn') {
        holdFrames(keeper);
      }
    }
    isLate = false;
    // A choice is seen to be heard before anything is let go.
    afterPaint(() => {
      release(keeper);
      waiting.settle();
      adapt();
    });
  });
  isLate ??= true;
}

function patchAll(patches: Patches, keeper: Keeper, waiting: Waiting): void {
  const { ruler } = keeper;
  const inert = document.implementation.createHTMLDocument('');
  patchAttributes(patches, keeper);
  patchInsertion(patches, keeper, inert);
  patchMarkup(patches, keeper, inert);
  patchRequests(patches, ruler, waiting);
  patchXhr(patches, ruler, waiting);
  patchConnections(patches, ruler, waiting);
  patchStorage(patches, ruler);
}

/** Watches for what the page's own markup brings, and for what leaves the page while it waits. */
function watch(keeper: Keeper, warn: HostsOptions['warn']): MutationObserver {
  return new MutationObserver((records) => {
    // What a script brings has gone through the patches.
    const isReading = document.readyState === 'loading';
    for (const { addedNodes, removedNodes } of records) {
      for (const node of isReading ? [...addedNodes].flatMap(loadingIn) : []) {
        if (hold(keeper, node, true)) {
          warn('unmarked', node, /^<[^>]*>/.exec(node.outerHTML)?.[0]);
        }
      }
      for (const node of [...removedNodes].flatMap(loadingIn)) {
        if (!node.isConnected) {
          keeper.kept.delete(node);
        }
      }
    }
  });
}
