/** What is held, and how one node of it is let go. */

/** Every element that a page marks. */
export const MARKED = '[data-fairsay]';

/** The attributes that a held element keeps under a name with `data-`. */
const ADDRESSES = ['href', 'src', 'srcset'];

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

/** Gives an element the addresses that it was held from. */
export function address(node: Element): void {
  for (const name of ADDRESSES) {
    const value = node.getAttribute(`data-${name}`);
    if (value !== null) {
      node.setAttribute(name, value);
    }
  }
  // A media element looks at new sources only when told to; other parents have no `load`.
  (node.parentElement as Partial<HTMLMediaElement> | null)?.load?.();
}

/**
 * Starts a held script: the same node, taken out and put back, so that it keeps its attributes, its nonce and the trust
 * that the page's policy has in it.
 */
export function activate(script: HTMLScriptElement): void {
  const { parentNode, nextSibling } = script;
  script.type = script.getAttribute('data-fairsay-type') ?? '';
  script.async = script.hasAttribute('async');
  script.remove();
  parentNode?.insertBefore(script, nextSibling);
}
