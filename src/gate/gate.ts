import type { Verdict } from '../core/grammar.js';
import { ReleaseEvent } from '../events/release-event.js';
import { isInert, isScript, letGo, MARKED } from './held.js';
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
}

/** Creates a gate over the document. */
export function createGate(options: GateOptions): Gate {
  const { judge, nonce, cover } = options;
  const roots = new Set<Node>([document]);
  // Weakly: an element that a page drops is not kept alive here.
  const seen = new WeakSet<Element>();
  const queued = new WeakSet<Element>();
  const isMet = (node: Element): boolean => judge(expressionOf(node)) === 'met';
  const queue = createScriptQueue((script) => {
    queued.delete(script);
    return script.isConnected && isMet(script);
  });
  return {
    roots,
    cover,
    isMet,
    scan: (nodes) => {
      const found = marked(nodes);
      for (const node of found) {
        if (!seen.has(node)) {
          seen.add(node);
          inspect(options, node);
        }
      }
      const elements = found.filter(
        (node) => isInert(node) && !queued.has(node) && !isForeign(nonce, node) && isMet(node),
      );
      if (elements.length && document.dispatchEvent(new ReleaseEvent({ elements }))) {
        elements.filter((node) => !isScript(node)).forEach(letGo);
        const scripts = elements.filter(isScript);
        scripts.forEach((script) => queued.add(script));
        queue(scripts);
      }
    },
  };
}

function expressionOf(node: Element): string {
  return node.getAttribute('data-fairsay') ?? '';
}

/** More private, and safer: Fairsay never starts a script that the page's own policy would have stopped. */
function isForeign(nonce: string, node: Element): boolean {
  return !!nonce && isScript(node) && node.nonce !== nonce;
}

/** Says what is wrong with an element, and covers a frame that must wait. */
function inspect({ judge, nonce, cover, warn }: GateOptions, node: Element): void {
  const verdict = judge(expressionOf(node));
  if (verdict === 'unknown') {
    warn(verdict, node);
  } else if (!isInert(node) || isForeign(nonce, node)) {
    warn(isInert(node) ? 'nonce' : 'not-held', node);
  }
  if (isInert(node) && verdict !== 'met' && node instanceof HTMLIFrameElement) {
    cover(node);
  }
}

/** The marked elements at and below some nodes, each once. */
function marked(roots: Iterable<Node>): Element[] {
  const found = new Set<Element>();
  for (const root of roots) {
    const element = root as Partial<Element> & Node;
    if (element.matches?.(MARKED)) {
      found.add(root as Element);
    }
    element.querySelectorAll?.(MARKED).forEach((node) => found.add(node));
  }
  return [...found];
}
