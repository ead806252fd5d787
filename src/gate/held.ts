/** What is held, and how one node of it is let go. */

/** Every element that a page marks. */
export const MARKED = '[data-fairsay]';

/** The attributes that a held element keeps under a name with `data-`. */
const ADDRESSES = ['src', 'href', 'srcset'];

/** Whether a marked element is a script, which is held by its type. */
export function isScript(node: Element): node is HTMLScriptElement {
  return node.localName === 'script';
}

/** Whether an element is held: written so that the browser leaves it alone. Letting it go makes it otherwise. */
export function isInert(node: Element): boolean {
  return isScript(node)
    ? node.type === 'text/plain'
    : ADDRESSES.some((name) => node.hasAttribute(`data-${name}`) && !node.hasAttribute(name));
}

/**
 * Lets an element go: the same node, taken out and put back. A script starts only so, and keeps its attributes, its
 * nonce and the trust that the page's policy has in it. Chromium ignores the address of a frame that it is just reading
 * from the page, and media look at a new source that comes in.
 */
export function letGo(node: Element): void {
  const { parentNode, nextSibling } = node;
  node.remove();
  if (isScript(node)) {
    node.type = node.getAttribute('data-fairsay-type') ?? '';
    node.async = node.hasAttribute('async');
  } else {
    for (const name of ADDRESSES) {
      const value = node.getAttribute(`data-${name}`);
      if (value !== null) {
        node.setAttribute(name, value);
      }
    }
  }
  parentNode?.insertBefore(node, nextSibling);
}
