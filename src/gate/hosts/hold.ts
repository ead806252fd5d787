/** Keeps addresses away from elements until they may be asked for. */
import { ADDRESSED, addressesIn, isAddress } from '../../core/hosts/address.js';
import type { Held } from './held.js';

const MARK = 'data-fairsay';

/** Any node, and for a script's sake anything else that it passes for one. */
type Something = Partial<Pick<Element, 'getAttributeNames' | 'querySelectorAll'>>;

/** One of SVG is one too. */
export const isScript = (node: Element): node is HTMLScriptElement => node.localName === 'script';

/** Whether an element must wait with what an attribute says. */
export function waits({ rule, marked, store }: Held, node: Element, attribute: string, value: string): boolean {
  const { localName } = node;
  return (
    isAddress(localName, attribute) &&
    addressesIn(attribute, value).some((address) => rule(address, localName)) &&
    // The shopper, or the shop by a mark, may say of the element itself that it may load.
    !node.hasAttribute(`${MARK}-once`) &&
    (!node.hasAttribute(MARK) || marked.has(node) || !store.allows(node.getAttribute(MARK) as string))
  );
}

/**
 * Holds an element by one of its addresses. A script may have it: without a type of its own a browser leaves it alone. All
 * others have it under another name. Says whether it must wait.
 *
 * @param found - Whether it stands in the page's own markup.
 */
export function holdBy(held: Held, node: Element, attribute: string, value: string, found = false): boolean {
  const type = isScript(node) && node.type;
  const must = type !== 'text/plain' && waits(held, node, attribute, value);
  if (must) {
    if (type === false) {
      if (found && node.localName === 'iframe') {
        // It may be on its way, and an address that is gone does not stop it.
        node.setAttribute(attribute, '');
      }
      node.setAttribute(keptName(attribute), value);
      node.removeAttribute(attribute);
    } else {
      node.setAttribute(`${MARK}-type`, type);
      node.setAttribute('type', 'text/plain');
    }
    held.elements.set(node, found);
    held.tend();
  }
  return must;
}

/** The name under which an address is kept. */
const keptName = (attribute: string): string => `${MARK}-${attribute.replace('xlink:', '')}`;

/** The address that is kept for an attribute, where the element has no other. */
export function keptFor(node: Element, attribute: string): string | null {
  return node.hasAttribute(attribute) ? null : node.getAttribute(keptName(attribute));
}

/** Holds what must wait of one node. Says whether something must. */
export function hold(held: Held, node: Something, found?: boolean): boolean {
  const element = node as Element;
  const names = node.getAttributeNames?.() ?? [];
  return names.filter((name) => holdBy(held, element, name, element.getAttribute(name) ?? '', found)).length > 0;
}

/** Holds what must wait at and below a node. Says whether something must. */
export function holdTree(held: Held, root: Something, found?: boolean): boolean {
  const below = root.querySelectorAll?.(ADDRESSED) ?? [];
  // A form may have a field in place of any method. It comes last, so that what is in it has been held when that fails.
  return [...below, root].filter((node) => hold(held, node, found)).length > 0;
}
