import type { Verdict } from '../core/grammar.js';
import { ReleaseEvent } from '../events/release-event.js';
import { afterPaint } from '../platform/after-paint.js';
import { warn } from '../platform/warn.js';
import { address, isFrame, isInert, isScript, MARKED, unload } from './held.js';
import { hidePlaceholder, showPlaceholder } from './placeholder.js';
import { PROBLEMS } from './problems.js';
import { createScriptQueue } from './script-queue.js';

/** What the gate is given. */
export interface GateOptions {
  /** What an expression of `data-fairsay` comes to now. */
  readonly judge: (what: string) => Verdict;
  /** The nonce of the guard's tag, or an empty string. */
  readonly nonce: string;
  /** Whether held frames get a placeholder. */
  readonly placeholders: () => boolean;
}

/** Holds what the page marked until it is allowed. */
export interface Gate {
  /** Takes in the marked elements at and below some nodes. */
  readonly scan: (roots: Iterable<Node>) => void;
  /** Judges everything again. After a choice it is let go only once the page has shown that the choice was heard. */
  readonly update: (chosen: boolean) => void;
  /** Lets one frame go, for this page alone. */
  readonly loadOnce: (frame: HTMLIFrameElement) => void;
  /** How many are held and how many were let go, for the one line that developers see. */
  readonly count: () => string;
}

/** What the gate remembers. Weakly: an element that a page drops is not kept alive here. */
interface Context extends GateOptions {
  /** The document, and the roots that its observer cannot see into. */
  readonly roots: Set<Node>;
  readonly seen: WeakSet<Element>;
  readonly released: WeakSet<Element>;
  readonly once: WeakSet<Element>;
}

/** Creates a gate over nothing yet: `scan` shows it the page. */
export function createGate(options: GateOptions): Gate {
  const context: Context = {
    ...options,
    roots: new Set([document]),
    seen: new WeakSet(),
    released: new WeakSet(),
    once: new WeakSet(),
  };
  const queue = createScriptQueue((script) => {
    const may = script.isConnected && isMet(context, script);
    if (!may) {
      context.released.delete(script);
    }
    return may;
  });
  const release = (nodes: readonly Element[]): void => {
    queue.add(letGo(context, nodes));
  };
  return {
    scan(roots) {
      const nodes = marked(roots);
      takeIn(context, nodes);
      release(nodes);
    },
    update(chosen) {
      const nodes = marked(context.roots);
      takeIn(context, nodes);
      holdFrames(context, nodes);
      // Never at once: a choice is seen to be heard first, and whoever else listens hears of it before a script runs.
      (chosen ? afterPaint : queueMicrotask)(() => {
        release(marked(context.roots));
      });
    },
    loadOnce(frame) {
      context.once.add(frame);
      release([frame]);
    },
    count: () => {
      const nodes = marked(context.roots);
      const released = nodes.filter((node) => context.released.has(node)).length;
      return `${nodes.length - released} held, ${released} released`;
    },
  };
}

/** The marked elements at and below some nodes, each once. */
function marked(roots: Iterable<Node>): Element[] {
  const found = new Set<Element>();
  for (const root of roots) {
    if (root instanceof Element && root.matches(MARKED)) {
      found.add(root);
    }
    if (root.firstChild) {
      (root as ParentNode).querySelectorAll(MARKED).forEach((node) => found.add(node));
    }
  }
  return [...found];
}

function isMet({ judge, once }: Context, node: Element): boolean {
  return once.has(node) || judge(node.getAttribute('data-fairsay') ?? '') === 'met';
}

/** Looks at what is new: says what is wrong with it, and covers frames that must wait. */
function takeIn(context: Context, nodes: readonly Element[]): void {
  for (const node of nodes) {
    const root = node.getRootNode();
    if (root instanceof ShadowRoot) {
      context.roots.add(root);
    }
    if (!context.seen.has(node)) {
      context.seen.add(node);
      complain(context, node);
      cover(context, node);
    }
  }
}

function complain({ judge, nonce }: Context, node: Element): void {
  const what = node.getAttribute('data-fairsay') ?? '';
  const problem = PROBLEMS[judge(what)];
  const path = `${node.localName}[data-fairsay="${what}"]`;
  if (problem) {
    warn('HELD', path, problem, node);
  } else if (!isInert(node)) {
    warn('NOT-HELD', path, 'runs by itself; write type="text/plain", or data-src for src', node);
  } else if (isForeign(nonce, node)) {
    warn('NONCE', path, 'is not released, as it lacks the nonce of the guard; give it that nonce', node);
  }
}

/** More private, and safer: Fairsay never starts a script that the page's own policy would have stopped. */
function isForeign(nonce: string, node: Element): boolean {
  return nonce !== '' && isScript(node) && node.nonce !== nonce;
}

function cover(context: Context, node: Element): void {
  if (isFrame(node) && isInert(node) && !isMet(context, node) && context.placeholders()) {
    showPlaceholder(node);
  }
}

/** Lets go what is allowed and waiting. Returns its scripts, which have a queue of their own. */
function letGo(context: Context, nodes: readonly Element[]): HTMLScriptElement[] {
  const { released, nonce } = context;
  const batch = nodes.filter(
    (node) => !released.has(node) && isInert(node) && !isForeign(nonce, node) && isMet(context, node),
  );
  if (!batch.length || !document.dispatchEvent(new ReleaseEvent({ elements: Object.freeze([...batch]) }))) {
    return [];
  }
  for (const node of batch) {
    released.add(node);
    if (!isScript(node)) {
      address(node);
      hidePlaceholder(node);
    }
  }
  return batch.filter(isScript);
}

/** Puts frames back whose permission is gone. */
function holdFrames(context: Context, nodes: readonly Element[]): void {
  for (const node of nodes) {
    if (isFrame(node) && context.released.has(node) && !isMet(context, node)) {
      context.released.delete(node);
      unload(node);
      cover(context, node);
    }
  }
}
