/** What is held, and how one node of it is let go. */

/** Every element that a page marks. */
export const MARKED = '[data-fairsay]';

/** The attributes that a held element keeps under a name with `data-`. */
const ADDRESSES = ['href', 'src', 'srcset'];

/** Whether a marked element is a script, which is held by its type. */
export function isScript(node: Element): node is HTMLScriptElement {
  return node.localName === 'script';
}

/** Whether a marked element is a frame, which gets a placeholder and goes back to it. */
export function isFrame(node: Element): node is HTMLIFrameElement {
  return node.localName === 'iframe';
}

/** Whether an element is written so that the browser really leaves it alone. */
export function isInert(node: Element): boolean {
  return isScript(node)
    ? node.type === 'text/plain'
    : ADDRESSES.some((name) => node.hasAttribute(`data-${name}`)) && !node.hasAttribute('src');
}

/** Gives an element back the addresses that it was held from. */
export function address(node: Element): void {
  for (const name of ADDRESSES) {
    const value = node.getAttribute(`data-${name}`);
    if (value !== null) {
      node.setAttribute(name, value);
    }
  }
  const { parentElement } = node;
  if (parentElement instanceof HTMLMediaElement) {
    // A media element looks at new sources only when told to.
    parentElement.load();
  }
}

/** Puts a frame back to nothing. Only a frame that is taken out forgets its page. */
export function unload(frame: HTMLIFrameElement): void {
  frame.removeAttribute('src');
  reinsert(frame);
}

/**
 * Starts a held script: the same node, taken out and put back, so that it keeps its attributes, its nonce and the trust
 * that the page's policy has in it.
 */
export function activate(script: HTMLScriptElement): void {
  const type = script.getAttribute('data-fairsay-type');
  if (type) {
    script.type = type;
  } else {
    script.removeAttribute('type');
  }
  script.async = script.hasAttribute('async');
  reinsert(script);
}

function reinsert(node: Element): void {
  const { parentNode, nextSibling } = node;
  node.remove();
  parentNode?.insertBefore(node, nextSibling);
}
