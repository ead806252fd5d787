import type { Verdict } from '../core/grammar.js';
import { ReleaseEvent } from '../events/release-event.js';
import { address, isInert, isScript, MARKED } from './held.js';
import { createScriptQueue } from './script-queue.js';

/** What the gate is given. */
export interface GateOptions {
  /** What an expression of `data-fairsay` comes to now. */
  readonly judge: (what: string) => Verdict;
  /** The nonce of the guard's tag, or an empty string. */
  readonly nonce: string;
  /** Puts a placeholder before a held frame. */
  readonly cover: (frame: HTMLIFrameElement) => void;
  /** Hears what is wrong with a marked element: the verdict, or why it is not held or not released. */
  readonly warn: (problem: GateProblem, node: Element) => void;
}

/** What can be wrong with a marked element. */
export type GateProblem = 'unknown' | 'not-held' | 'nonce';

/** Holds what the page marked until it is allowed. */
export interface Gate {
  /** The document, and the roots that its observer cannot see into. */
  readonly roots: Set<Node>;
  /** Puts a placeholder before a held frame. */
  readonly cover: (frame: HTMLIFrameElement) => void;
  /** Whether what an element is marked with is allowed now. */
  readonly isMet: (node: Element) => boolean;
  /** Takes in the marked elements at and below some nodes. */
  readonly scan: (nodes: Iterable<Node>) => void;
  /** How many of the marked elements are held, and how many were released. */
  readonly count: () => { readonly held: number; readonly released: number };
}

/** Creates a gate over the document. */
export function createGate({ judge, nonce, cover, warn }: GateOptions): Gate {
  const roots = new Set<Node>([document]);
  // Weakly: an element that a page drops is not kept alive here.
  const seen = new WeakSet<Element>();
  const queued = new WeakSet<Element>();
  const verdictOf = (node: Element): Verdict => judge(node.getAttribute('data-fairsay') ?? '');
  const isMet = (node: Element): boolean => verdictOf(node) === 'met';
  // More private, and safer: Fairsay never starts a script that the page's own policy would have stopped.
  const isForeign = (node: Element): boolean => nonce !== '' && isScript(node) && node.nonce !== nonce;
  const queue = createScriptQueue((script) => {
    queued.delete(script);
    return script.isConnected && isMet(script);
  });

  /** Says what is wrong with an element, and covers a frame that must wait. */
  const takeIn = (node: Element): void => {
    const verdict = verdictOf(node);
    if (verdict === 'unknown') {
      warn(verdict, node);
    } else if (!isInert(node) || isForeign(node)) {
      warn(isInert(node) ? 'nonce' : 'not-held', node);
    }
    if (isInert(node) && verdict !== 'met' && node instanceof HTMLIFrameElement) {
      cover(node);
    }
  };

  const letGo = (nodes: readonly Element[]): void => {
    const elements = nodes.filter((node) => isInert(node) && !queued.has(node) && !isForeign(node) && isMet(node));
    if (elements.length && document.dispatchEvent(new ReleaseEvent({ elements }))) {
      elements.filter((node) => !isScript(node)).forEach(address);
      const scripts = elements.filter(isScript);
      scripts.forEach((script) => queued.add(script));
      queue(scripts);
    }
  };

  const meet = (nodes: Iterable<Node>): Element[] => {
    const found = marked(nodes);
    for (const node of found) {
      if (!seen.has(node)) {
        seen.add(node);
        takeIn(node);
      }
    }
    return found;
  };

  return {
    roots,
    cover,
    isMet,
    scan: (nodes) => {
      letGo(meet(nodes));
    },
    count: () => {
      const nodes = marked(roots);
      const held = nodes.filter(isInert).length;
      return { held, released: nodes.length - held };
    },
  };
}

/** The marked elements at and below some nodes, each once. */
function marked(roots: Iterable<Node>): Element[] {
  const found = new Set<Element>();
  for (const root of roots) {
    const { matches, querySelectorAll } = root as Partial<Element>;
    if (matches?.call(root, MARKED)) {
      found.add(root as Element);
    }
    querySelectorAll?.call(root, MARKED).forEach((node) => found.add(node));
  }
  return [...found];
}
