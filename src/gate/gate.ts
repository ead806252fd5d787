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
  readonly met: (node: Element) => boolean;
  /** Takes in the marked elements at and below some nodes. */
  readonly scan: (nodes: Iterable<Node>) => void;
}

/** Creates a gate over the document. */
export function createGate(options: GateOptions): Gate {
  const { judge, cover } = options;
  const roots = new Set<Node>([document]);
  const mayGo = createInspector(options);
  const queued = new WeakSet<Element>();
  const met = (node: Element): boolean => judge(expressionOf(node)) === 'met';
  const queue = createScriptQueue((script) => {
    queued.delete(script);
    return script.isConnected && met(script);
  });
  return {
    roots,
    cover,
    met,
    scan: (nodes) => {
      const elements = marked(nodes).filter((node) => mayGo(node) && !queued.has(node));
      if (elements.length && document.dispatchEvent(new ReleaseEvent({ elements }))) {
        elements.filter((node) => !isScript(node)).forEach(letGo);
        const scripts = elements.filter(isScript);
        scripts.forEach((script) => queued.add(script));
        queue(scripts);
      }
    },
  };
}

/** Creates what finds out whether a marked element may be let go. Of each it says once what is wrong with it. */
function createInspector({ judge, nonce, cover, warn }: GateOptions): (node: Element) => boolean {
  // Weakly: an element that a page drops is not kept alive here.
  const seen = new WeakSet<Element>();
  return (node) => {
    const verdict = judge(expressionOf(node));
    const inert = isInert(node);
    const foreign = isForeign(nonce, node);
    if (!seen.has(node)) {
      seen.add(node);
      const problem = problemOf(verdict, inert, foreign);
      if (problem) {
        warn(problem, node);
      }
      if (inert && verdict !== 'met' && node instanceof HTMLIFrameElement) {
        cover(node);
      }
    }
    return inert && !foreign && verdict === 'met';
  };
}

function problemOf(verdict: Verdict, inert: boolean, foreign: boolean): GateProblem | false {
  return verdict === 'unknown' ? verdict : inert ? foreign && 'nonce' : 'not-held';
}

/** More private, and safer: Fairsay never starts a script that the page's own policy would have stopped. */
function isForeign(nonce: string, node: Element): boolean {
  return !!nonce && isScript(node) && node.nonce !== nonce;
}

function expressionOf(node: Element): string {
  return node.getAttribute('data-fairsay') ?? '';
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
