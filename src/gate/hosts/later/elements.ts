/** What becomes of the elements that wait. */
import { addressesIn, isAddress } from '../../../core/hosts/address.js';
import type { Held } from '../held.js';
import { hold, isScript, waits } from '../hold.js';
import type { Warn } from './warn.js';

const MARK = 'data-fairsay';
const TYPE = `${MARK}-type`;

/** On a frame that the shopper lets load once. */
const ONCE = `${MARK}-once`;

/** The addresses that the guard puts back. */
const OF_GUARD = ['src', 'srcset', 'href'];

/** What waits, as a selector: with an address under another name, or as a script that is not marked. */
const WAITING = [
  ...[...OF_GUARD, 'imagesrcset', 'poster', 'data'].map((name) => `[${MARK}-${name}]`),
  `script[${TYPE}]:not([${MARK}])`,
].join();

/** What a browser looks at when it comes in, and at no other time; not every browser, and not each of these. */
const LOOKED_AT_ONCE = /^(source|track|link imagesrcset)\b/;

/** One address of an element, with the attribute that it is for. */
type Address = readonly [attribute: string, value: string];

/** Sees to every element that waits. */
export function tendElements(held: Held, warn: Warn): void {
  const { elements, store } = held;
  let isCovered = true;
  for (const [node, found] of elements) {
    if (isFrame(node) || found) {
      isCovered = !mark(held, node, found, warn) && isCovered;
    }
    if (isScript(node) ? releaseScript(held, node, found) : releaseAddresses(held, node)) {
      elements.delete(node);
    }
  }
  if (!isCovered) {
    // The guard covers frames that come in, and does not see one that is marked later.
    store.scan(document);
  }
}

/** The addresses of an element that waits. A script has them still, all others have them under another name. */
function addressesOf(node: Element): Address[] {
  return node.getAttributeNames().flatMap((name) => {
    const attribute = isScript(node) ? name : name.replace(`${MARK}-`, '');
    const isKept = isScript(node) || attribute !== name;
    return isKept && isAddress(node.localName, attribute) ? [[attribute, node.getAttribute(name) ?? ''] as const] : [];
  });
}

/**
 * Gives an element the mark that the shop should have written, where the guard then can let it go: what stands in the shop's
 * own markup, and every frame, which gets a placeholder. Says whether it did.
 */
function mark({ rule, marked }: Held, node: Element, found: boolean, warn: Warn): boolean {
  const addresses = addressesOf(node).filter(([attribute]) => isScript(node) || OF_GUARD.includes(attribute));
  const services = addresses
    .flatMap(([attribute, value]) => addressesIn(attribute, value))
    .map((address) => rule(address, node.localName)?.services)
    .find(Boolean);
  if (!services || (node.hasAttribute(MARK) && !marked.has(node))) {
    return false;
  }
  for (const [attribute, value] of isScript(node) ? [] : addresses) {
    node.setAttribute(`data-${attribute}`, value);
  }
  if (node.getAttribute(TYPE) === '') {
    node.removeAttribute(TYPE);
  }
  node.setAttribute(MARK, services);
  if (found && !marked.has(node)) {
    warn('unmarked', node, markupOf(node));
  }
  marked.add(node);
  return true;
}

/** The tag of an element as the shop should write it. */
function markupOf(node: Element): string {
  const attributes = [...node.attributes]
    .filter(({ name }) => name === TYPE || !name.startsWith(`${MARK}-`))
    .map(({ name, value }) => (value ? `${name}="${value.replaceAll('"', '&quot;')}"` : name));
  return `<${[node.localName, ...attributes].join(' ')}>`;
}

/** Starts a script that may run. It keeps all that it has. Says whether it waits no more. */
function releaseScript(held: Held, node: Element, found: boolean): boolean {
  if (node.hasAttribute(MARK)) {
    return true;
  }
  const nonce = held.tag?.nonce;
  // Fairsay never starts a script that the page's own policy would have stopped.
  const isForeign = found && nonce && (node as HTMLScriptElement).nonce !== nonce;
  if (isForeign || mustWait(held, node, addressesOf(node))) {
    return false;
  }
  node.setAttribute('type', node.getAttribute(TYPE) ?? '');
  node.removeAttribute(TYPE);
  putBack(node);
  return true;
}

/** Gives an element the addresses that it may have. Says whether it waits no more. */
function releaseAddresses(held: Held, node: Element): boolean {
  const addresses = addressesOf(node);
  const waiting = addresses.filter((address) => !node.hasAttribute(address[0]) && mustWait(held, node, [address]));
  for (const [attribute, value] of addresses.filter((address) => !waiting.includes(address))) {
    node.removeAttribute(`${MARK}-${attribute}`);
    if (!node.hasAttribute(attribute)) {
      node.setAttribute(attribute, value);
      if (LOOKED_AT_ONCE.test(`${node.localName} ${attribute}`)) {
        putBack(node);
      }
    } else if (node.getAttribute(attribute) !== value) {
      unmark(held, node, attribute);
    }
  }
  return !waiting.length;
}

function mustWait(held: Held, node: Element, addresses: readonly Address[]): boolean {
  return addresses.some(([attribute, value]) => waits(held, node, attribute, value));
}

/** Takes our mark back: the page has given the element another address, or none. */
function unmark({ marked }: Held, node: Element, attribute: string): void {
  if (marked.delete(node)) {
    node.removeAttribute(MARK);
    node.removeAttribute(`data-${attribute}`);
  }
}

/** Takes an element out and puts it back. */
function putBack(node: Element): void {
  const { parentNode, nextSibling } = node;
  node.remove();
  parentNode?.insertBefore(node, nextSibling);
}

/** Holds the frames of the page whose permission is gone. Only a frame that is taken out forgets its page. */
export function holdFrames(held: Held): void {
  for (const frame of document.querySelectorAll('iframe')) {
    frame.removeAttribute(ONCE);
    if (hold(held, frame)) {
      putBack(frame);
    }
  }
}

/** Sees to it that what a page takes away, it does not get later. */
export function patchRemoval(held: Held): void {
  held.patches.add('Element', 'removeAttribute', (node: Element, [name]: [string]) => {
    if (held.elements.has(node) && isAddress(node.localName, name)) {
      node.removeAttribute(`${MARK}-${name}`);
      unmark(held, node, name);
    }
    return undefined;
  });
}

/** Watches for copies of what waits, and for what leaves the page while it waits. */
export function watchCopies({ elements }: Held, look: () => void): void {
  const take = (nodes: Iterable<Node>): void => {
    const copies = [...nodes].flatMap(waitingIn).filter((node) => !elements.has(node));
    copies.forEach((node) => elements.set(node, false));
    if (copies.length) {
      look();
    }
  };
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ removedNodes }) => [...removedNodes].flatMap(waitingIn))) {
      if (!node.isConnected) {
        elements.delete(node);
      }
    }
    take(records.flatMap(({ addedNodes }) => [...addedNodes]));
  }).observe(document, { childList: true, subtree: true });
  take([document]);
}

/** What waits at and below a node. */
function waitingIn(root: Node): Element[] {
  const { matches, querySelectorAll } = root as Partial<Element>;
  const below = querySelectorAll?.call(root as Element, WAITING) ?? [];
  return matches?.call(root as Element, WAITING) ? [root as Element, ...below] : [...below];
}

const isFrame = ({ localName }: Element): boolean => localName === 'iframe';
