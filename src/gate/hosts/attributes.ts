/** What a script sets on one element: the properties and attributes that name what a browser asks for. */
import { isAddress, isList } from '../../core/hosts/address.js';
import type { Held } from './held.js';
import { holdBy, isScript, keptFor } from './hold.js';
import type { Act, Falsy } from './patch.js';

/** Patches what sets an address, and what reads it back. */
export function patchAttributes(held: Held): void {
  const { add } = held.patches;
  const set = (node: Element, name: unknown, value: unknown): Act | false =>
    // A script outside of the page is looked at when it comes in.
    (!isScript(node) || node.isConnected) &&
    holdBy(held, node, String(name), String(value)) &&
    !isScript(node) &&
    (() => null);
  /** A property says of an address that waits what it says of one that does not. */
  const read = (node: Element, name: string, isProperty?: boolean): Act | Falsy => {
    const value = isAddress(node.localName, name) && keptFor(node, name);
    return value && (() => (isProperty && !isList(name) ? held.resolve(value).href : value));
  };

  const owners = Object.getOwnPropertyNames(globalThis)
    .filter((name) => /^HTML\w*Element$/.test(name))
    .join(' ');
  // A class has some of them, and what it does not have is not patched.
  const properties = 'src srcset href imageSrcset poster data';
  add(owners, properties, (node: Element, [value]: [unknown], _, name) => set(node, name, value), 'set');
  add(owners, properties, (node: Element, _, __, name) => read(node, name, true), 'get');
  add('Element', 'setAttribute', (node: Element, [name, value]: unknown[]) => set(node, name, value));
  add('Element', 'setAttributeNS', (node: Element, [, name, value]: unknown[]) => set(node, name, value));
  add('Element', 'setAttributeNode setAttributeNodeNS', (node: Element, [{ name, value }]: [Attr]) =>
    set(node, name, value),
  );
  add('Element', 'getAttribute', (node: Element, [name]: [string]) => read(node, name));
  const setValue = ({ ownerElement, name }: Attr, [value]: [unknown]): Act | false =>
    !!ownerElement && set(ownerElement, name, value);
  add('Attr', 'value', setValue, 'set');
}
