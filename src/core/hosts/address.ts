/** An attribute that names what a browser asks for, and an element that has it. Custom elements have their own ways. */
const ADDRESS = /^((src|srcset|imagesrcset|poster|data) \w+|(xlink:)?href (link|image|use|feImage|script))$/i;

/** Whether an attribute of an element names what a browser asks for. */
export function isAddress(tag: string, attribute: string): boolean {
  return ADDRESS.test(`${attribute} ${tag}`);
}

/** Every element that may have such an attribute, as a selector. */
export const ADDRESSED = '[src],[srcset],[imagesrcset],[*|href],[poster],[data]';

/** Markup that may have such an attribute with the address of another site. All other markup goes its native way. */
export const MAY_LOAD = /(src|srcset|href|poster|data)\s*=.*(\/\/|:)/is;

/**
 * The addresses in an attribute's value. A list of pictures is cut finer than its grammar has it: what is no address then is
 * one of this page.
 */
export function addressesIn(attribute: string, value: string): string[] {
  return isList(attribute) ? value.split(/[\s,]+/) : [value];
}

/** Whether an attribute lists pictures. */
export const isList = (attribute: string): boolean => /srcset$/i.test(attribute);
