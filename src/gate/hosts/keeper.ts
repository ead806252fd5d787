/** Keeps addresses away from elements until they may be asked for, and gives them back. */
import { addressesIn, isAddress, keptName, LOADING, originalName } from '../../core/hosts/markup.js';
import type { PageStore } from '../../page/types.js';
import type { Ruler } from './ruler.js';

/** What is kept on a page. */
export interface Keeper {
  readonly store: PageStore;
  readonly ruler: Ruler;
  /** The nonce of our tag, or an empty string. */
  readonly nonce: string;
  /** The elements that wait, in the order in which they came. */
  readonly kept: Set<Element>;
  /** Those whose mark is ours and not the shop's. */
  readonly marked: WeakSet<Element>;
  /** The scripts that stood in the page's own markup. */
  readonly found: WeakSet<Element>;
}

/** What is built in, as it was before any patch: of ours, and of whoever comes after us. */
const { getAttribute, setAttribute, removeAttribute, hasAttribute } = Element.prototype;

const MARK = 'data-fairsay';
const TYPE = 'data-fairsay-type';
/** On a frame that the shopper lets load once. */
const ONCE = 'data-fairsay-once';
const HUSHED = 'text/plain';

const isScript = ({ localName }: Element): boolean => localName === 'script';
const isFrame = ({ localName }: Element): boolean => localName === 'iframe';
const has = (node: Element, name: string): boolean => hasAttribute.call(node, name);
const valueOf = (node: Element, name: string): string => getAttribute.call(node, name) ?? '';

/** The elements at and below a node that a browser may ask for something. */
export function loadingIn(root: Node): Element[] {
  const node = root as Partial<Element> & Node;
  const below = node.querySelectorAll?.(LOADING) ?? [];
  return node.matches?.(LOADING) ? [root as Element, ...below] : [...below];
}

/** What an element's address waits for, or nothing where it may be asked for now. */
export function waitsFor(keeper: Keeper, node: Element, attribute: string, value: string): string | undefined {
  for (const address of addressesIn(attribute, value)) {
    const ruling = keeper.ruler.rule(address, node.localName);
    if (ruling) {
      return mayLoad(keeper, node) ? undefined : ruling.services;
    }
  }
  return undefined;
}

/** Whether the shop or the shopper says of the element itself that it may load. */
function mayLoad({ store, marked }: Keeper, node: Element): boolean {
  return has(node, ONCE) || (has(node, MARK) && !marked.has(node) && store.allows(valueOf(node, MARK)));
}

/** Whether anything waits of what an element has. */
export function waits(keeper: Keeper, node: Element): boolean {
  return node
    .getAttributeNames()
    .some((name) => isAddress(node.localName, name) && waitsFor(keeper, node, name, valueOf(node, name)) !== undefined);
}

/**
 * Holds an element by one of its addresses. A script may have its address: without a type of its own a browser leaves it alone.
 * A frame gets the mark that the shop would have written, for its placeholder, and so does what the page itself has.
 *
 * @param found - Whether it stands in the page's own markup.
 */
export function holdBy(keeper: Keeper, node: Element, name: string, value: string, found = false): boolean {
  const services = waitsFor(keeper, node, name, value);
  if (services === undefined) {
    return false;
  }
  if (isScript(node)) {
    hush(keeper, node, services, found);
  } else {
    const asMarked = mark(keeper, node, (found || isFrame(node)) && services);
    setAttribute.call(node, keptName(name, asMarked), value);
    removeAttribute.call(node, name);
    keeper.kept.add(node);
    if (isFrame(node) && node.isConnected) {
      if (found) {
        // Only a frame that is taken out forgets where it was going.
        putBack(node);
      }
      queueMicrotask(() => {
        // The guard covers frames that come in, and does not see one that is given an address later.
        keeper.store.scan(document);
      });
    }
  }
  return true;
}

function hush(keeper: Keeper, node: Element, services: string, found: boolean): void {
  if (valueOf(node, 'type') === HUSHED) {
    return;
  }
  const asMarked = mark(keeper, node, found && services);
  if (!asMarked || has(node, 'type')) {
    setAttribute.call(node, TYPE, valueOf(node, 'type'));
  }
  setAttribute.call(node, 'type', HUSHED);
  if (!asMarked) {
    keeper.kept.add(node);
  }
  if (found) {
    keeper.found.add(node);
  }
}

/** Marks an element with what it waits for, if with anything, unless it has a mark. Says whether it has one then. */
function mark({ marked }: Keeper, node: Element, services: string | false): boolean {
  if (services && !has(node, MARK)) {
    setAttribute.call(node, MARK, services);
    marked.add(node);
  }
  return has(node, MARK);
}

/** Holds what must wait of one element. Says whether something must. */
export function hold(keeper: Keeper, node: Element, found?: boolean): boolean {
  let held = false;
  if (isScript(node) && valueOf(node, 'type') === HUSHED) {
    // A copy of one that waits for its host. What is marked is the guard's.
    if (has(node, TYPE) && !has(node, MARK)) {
      keeper.kept.add(node);
    }
    return held;
  }
  for (const name of node.getAttributeNames()) {
    if (isAddress(node.localName, name)) {
      held = holdBy(keeper, node, name, valueOf(node, name), found) || held;
    } else if (originalName(name, false)) {
      keeper.kept.add(node);
    }
  }
  return held;
}

/** Holds what must wait at and below a node. Says whether something must. */
export function holdTree(keeper: Keeper, root: Node): boolean {
  return loadingIn(root).filter((node) => hold(keeper, node)).length > 0;
}

/** Holds the frames of the page again whose permission is gone. Only a frame that is taken out forgets its page. */
export function holdFrames(keeper: Keeper): void {
  for (const frame of document.querySelectorAll('iframe')) {
    removeAttribute.call(frame, ONCE);
    hold(keeper, frame, true);
  }
}

/** The address that is kept for an attribute. */
export function readKept({ kept }: Keeper, node: Element, attribute: string): string | null {
  return kept.has(node)
    ? (getAttribute.call(node, keptName(attribute, false)) ??
        getAttribute.call(node, keptName(attribute, has(node, MARK))))
    : null;
}

/** Forgets the address that is kept for an attribute, and our mark with it. */
export function drop({ kept, marked }: Keeper, node: Element, attribute: string): void {
  if (kept.has(node)) {
    for (const asMarked of [false, has(node, MARK)]) {
      removeAttribute.call(node, keptName(attribute, asMarked));
    }
    if (marked.delete(node)) {
      removeAttribute.call(node, MARK);
    }
  }
}

/** Gives every address back that may be asked for now, in the order in which they came. */
export function release(keeper: Keeper): void {
  for (const node of keeper.kept) {
    if (isScript(node) ? releaseScript(keeper, node) : releaseAddresses(keeper, node)) {
      keeper.kept.delete(node);
    }
  }
}

/** A script starts when it is put back, and keeps whatever it has. Fairsay never starts one that the page's policy would have stopped. */
function releaseScript(keeper: Keeper, node: Element): boolean {
  const { nonce, found } = keeper;
  const isForeign = !!nonce && found.has(node) && (node as HTMLScriptElement).nonce !== nonce;
  const isFree = !isForeign && !waits(keeper, node);
  if (isFree) {
    setAttribute.call(node, 'type', valueOf(node, TYPE));
    removeAttribute.call(node, TYPE);
    putBack(node);
  }
  return isFree;
}

/** Says whether nothing is kept any more. */
function releaseAddresses(keeper: Keeper, node: Element): boolean {
  const names = node.getAttributeNames().filter((name) => originalName(name, has(node, MARK)));
  return (
    names.filter((name) => {
      const original = originalName(name, true) ?? '';
      const value = valueOf(node, name);
      if (waitsFor(keeper, node, original, value) !== undefined) {
        return true;
      }
      // The guard needs it on a frame, to hold it again.
      if (!isFrame(node)) {
        removeAttribute.call(node, name);
      }
      setAttribute.call(node, original, value);
      // Media look at a source that comes in, and at no other.
      if (node.localName === 'source') {
        putBack(node);
      }
      return false;
    }).length === 0
  );
}

/** Takes an element out and puts it back. */
export function putBack(node: Element): void {
  const { parentNode, nextSibling } = node;
  node.remove();
  parentNode?.insertBefore(node, nextSibling);
}
