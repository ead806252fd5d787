/** The elements whose attributes make a browser ask for something, as a selector. */
export const LOADING = 'script,iframe,frame,img,source,video,audio,track,embed,input,link,object,image,use,feImage';

/** An element's name and an attribute of it that names what it asks for. */
const ADDRESS =
  /^((script|i?frame|img|source|video|audio|track|embed|input) src|(img|source) srcset|link (href|imagesrcset)|(image|use|feimage|script) (xlink:)?href|video poster|object data)$/i;

/** Whether an attribute of an element names what a browser asks for. */
export function isAddress(tag: string, attribute: string): boolean {
  return ADDRESS.test(`${tag} ${attribute}`);
}

/** The addresses in an attribute's value. A list of pictures is cut finer than its grammar has it: what is no address then is of this page. */
export function addressesIn(attribute: string, value: string): string[] {
  return /srcset$/i.test(attribute) ? value.split(/[\s,]+/) : [value];
}

/**
 * Where an address is kept that waits. What is marked is put back by the guard, which looks for `data-src`, `data-srcset`
 * and `data-href`; the rest has names that no other script of the page would take for its own.
 */
export function keptName(attribute: string, marked: boolean): string {
  const name = attribute.toLowerCase().replace('xlink:', '');
  return `data-${marked && /^(src|srcset|href)$/.test(name) ? '' : 'fairsay-'}${name}`;
}

/** The attribute whose address is kept under a name, if it is such a name. @param marked - As for {@link keptName}. */
export function originalName(name: string, marked: boolean): string | undefined {
  const found = /^data-(fairsay-)?(src|srcset|href|poster|data|imagesrcset)$/.exec(name);
  return found?.[1] || marked ? found?.[2] : undefined;
}

/** Says what an address in markup waits for, as an expression, or `undefined` where it may be asked for. */
export type WaitsFor = (tag: string, address: string) => string | undefined;

const TAGS = LOADING.replaceAll(',', '|');
const TAG = new RegExp(`<(${TAGS})(?=[\\s/])((?:"[^"]*"|'[^']*'|[^"'>])*)>`, 'gi');
const ATTRIBUTE = /([^\s"'=/]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"']+)/g;
const PARTIAL = new RegExp(`<(${TAGS})[\\s/][^>]*$`, 'i');

/**
 * Marks what must wait in markup that a page writes piece by piece, and leaves everything else as it is. A tag that is not
 * whole is kept for the next piece, as a parser does.
 */
export function markTags(text: string, waitsFor: WaitsFor): { readonly text: string; readonly rest: string } {
  const rest = PARTIAL.exec(text)?.[0] ?? '';
  const whole = text.slice(0, text.length - rest.length);
  return {
    rest,
    text: whole.replace(TAG, (all, tag: string, attributes: string) => markTag(tag, attributes, waitsFor) ?? all),
  };
}

/** Writes one tag anew, or gives nothing where it does not wait. */
function markTag(tag: string, attributes: string, waitsFor: WaitsFor): string | undefined {
  const isScript = tag.toLowerCase() === 'script';
  // What a page marks is its own to say.
  if (/\sdata-fairsay[\s=]/i.test(attributes)) {
    return undefined;
  }
  let services: string | undefined;
  const kept = attributes.replace(ATTRIBUTE, (all, name: string, equals: string, quoted: string) => {
    if (!isAddress(tag, name)) {
      return all;
    }
    const value = quoted.replace(/^(["'])(.*)\1$/s, '$2').replaceAll('&amp;', '&');
    const found = addressesIn(name, value).map((address) => waitsFor(tag, address));
    const waits = found.find((expression) => expression !== undefined);
    services ??= waits;
    return waits === undefined || isScript ? all : `${keptName(name, !!waits)}${equals}${quoted}`;
  });
  if (services === undefined) {
    return undefined;
  }
  const mark = services && ` data-fairsay="${services}"`;
  if (!isScript) {
    return `<${tag}${mark}${kept}>`;
  }
  // Of two attributes of one name a parser takes the first.
  const typed = kept.replace(/(\s)type(?=\s*=)/i, '$1data-fairsay-type');
  return `<${tag} type="text/plain"${mark}${typed === kept ? ' data-fairsay-type=""' : ''}${typed}>`;
}
