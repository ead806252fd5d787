/** What a script sets on one element: the properties and attributes that name what a browser asks for. */
import { isAddress } from '../../core/hosts/markup.js';
import { drop, holdBy, readKept, type Keeper } from './keeper.js';
import { classOf, type Act, type Look, type Patches } from './patch.js';

/** Who has a property of that name. */
const PROPERTIES: readonly (readonly [property: string, owners: string])[] = [
  ['src', 'Script IFrame Frame Image Source Media Track Embed Input'],
  ['srcset', 'Image Source'],
  ['href', 'Link'],
  ['imageSrcset', 'Link'],
  ['poster', 'Video'],
  ['data', 'Object'],
];

/** Patches what sets an address, and what reads it back. */
export function patchAttributes({ add }: Patches, keeper: Keeper): void {
  const set = (node: Element, attribute: string, value: unknown): Act | undefined => {
    if (!isAddress(node.localName, attribute)) {
      return undefined;
    }
    drop(keeper, node, attribute);
    // A script outside of the page is looked at when it comes in.
    const isScript = node.localName === 'script';
    const held = (!isScript || node.isConnected) && holdBy(keeper, node, attribute, String(value));
    return held && !isScript ? () => undefined : undefined;
  };
  const setNode: Look = (node: Element, [attribute]: [Attr]) => {
    const act = set(node, attribute.localName, attribute.value);
    return act && (() => null);
  };

  for (const [property, owners] of PROPERTIES) {
    const attribute = property.toLowerCase();
    for (const owner of owners.split(' ')) {
      const prototype = classOf(`HTML${owner}Element`);
      add(prototype, property, (node: Element, [value]: [unknown]) => set(node, attribute, value), 'set');
      add(prototype, property, (node: Element) => readBack(keeper, node, attribute), 'get');
    }
  }
  const { prototype } = Element;
  add(prototype, 'setAttribute', (node: Element, [name, value]: unknown[]) =>
    set(node, String(name).toLowerCase(), value),
  );
  add(prototype, 'setAttributeNS', (node: Element, [, name, value]: unknown[]) =>
    set(node, String(name).replace(/.*:/, ''), value),
  );
  add(prototype, 'setAttributeNode', setNode);
  add(prototype, 'setAttributeNodeNS', setNode);
  add(prototype, 'removeAttribute', (node: Element, [name]: [string]) => {
    drop(keeper, node, name);
    return undefined;
  });
  add(prototype, 'getAttribute', (node: Element, [name]: [string]) => {
    const value = readKept(keeper, node, name);
    return value === null ? undefined : () => value;
  });
  add(
    Attr.prototype,
    'value',
    ({ ownerElement, localName }: Attr, [value]: [unknown]) =>
      ownerElement ? set(ownerElement, localName, value) : undefined,
    'set',
  );
}

/** What a property says of an address that waits: the same as of one that does not. */
function readBack(keeper: Keeper, node: Element, attribute: string): Act | undefined {
  const value = readKept(keeper, node, attribute);
  if (value === null) {
    return undefined;
  }
  return () => {
    try {
      return attribute.endsWith('srcset') ? value : new URL(value, node.baseURI).href;
    } catch {
      return value;
    }
  };
}
