/** What a script brings into the page as markup. */
import { MAY_LOAD } from '../../core/hosts/address.js';
import type { Held } from './held.js';
import { holdTree } from './hold.js';
import type { Act, Look, Native } from './patch.js';

/** Where `insertAdjacentHTML` puts nodes, by the method that does the same. */
const PLACES = { beforebegin: 'before', afterbegin: 'prepend', beforeend: 'append', afterend: 'after' } as const;

type Root = Element | ShadowRoot;

/** A document in which nothing loads. */
const inert = document.implementation.createHTMLDocument('');

/**
 * Patches what takes in markup. Where something of it must wait, the browser itself reads it in a document in which nothing
 * loads, a value of Trusted Types too; there it is held, and then its nodes come in. Otherwise it goes its native way.
 */
export function patchMarkup(held: Held): void {
  patchElements(held);
  patchRange(held);
  patchWriting(held);
}

function patchElements(held: Held): void {
  const { add } = held.patches;
  const readInert = (context: Node | null, markup: unknown): Node[] | false =>
    read(held, context as Element, markup, (root) => {
      Reflect.set(root, 'innerHTML', markup);
    });
  const fill: Look = (self: Root, [markup]: [unknown]) => put(self, 'replaceChildren', readInert(self, markup));
  add('Element ShadowRoot', 'innerHTML', fill, 'set');
  add('Element ShadowRoot', 'setHTML setHTMLUnsafe', (self: Root, args: readonly never[], _, name) =>
    put(
      self,
      'replaceChildren',
      // What it is given beside the markup says what may stay of it.
      read(held, self, args[0], (root) => (root as unknown as Record<string, Native>)[name]?.(...args)),
    ),
  );
  const replace: Look = (self: Element, [markup]: [unknown]) => {
    const { parentNode } = self;
    return put(self, 'replaceWith', readInert(parentNode?.nodeType === 11 ? document.body : parentNode, markup));
  };
  add('Element', 'outerHTML', replace, 'set');
  add('Element', 'insertAdjacentHTML', (self: Element, [where, markup]: [string, unknown]) => {
    const method = PLACES[where.toLowerCase() as keyof typeof PLACES];
    return put(self, method, readInert(method.endsWith('pend') ? self : self.parentElement, markup));
  });
}

function patchRange(held: Held): void {
  held.patches.add('Range', 'createContextualFragment', ({ startContainer }: Range, [markup]: [unknown]) => {
    const isElement = startContainer.nodeType === 1;
    const context = isElement ? startContainer : (startContainer.parentElement ?? document.documentElement);
    const nodes = readLive(held, context, markup);
    return (
      nodes &&
      (() => {
        const fragment = document.createDocumentFragment();
        fragment.append(...nodes);
        return fragment;
      })
    );
  });
}

function patchWriting(held: Held): void {
  let rest = '';
  held.patches.add('Document', 'write writeln', (self: Document, pieces: unknown[]) => {
    if (typeof pieces[0] === 'string') {
      // A tag that is not whole does nothing yet, to a parser either.
      const text = rest + pieces.join('');
      rest = /<[a-z][^>]*$/i.exec(text)?.[0] ?? '';
      pieces.splice(0, Infinity, text.slice(0, text.length - rest.length));
    }
    // Where the parser is: at the end of what holds the script that writes.
    const parent = self.currentScript?.parentNode ?? self.body;
    // Scripts that are written run in their order, as those of the page's own markup do.
    return put(parent, 'append', readLive(held, parent, pieces[0], true));
  });
}

/** Reads markup as the content of an element like this one. Gives its nodes if some of them must wait. */
function read(
  held: Held,
  context: Root,
  markup: unknown,
  fill: (root: Element) => unknown,
  found?: boolean,
): Node[] | false {
  const element = context instanceof ShadowRoot ? context.host : context;
  // What is in a template does not load, and is looked at when it comes out of it.
  if (!MAY_LOAD.test(String(markup)) || !element.ownerDocument.defaultView || element.localName === 'template') {
    return false;
  }
  const root = inert.createElementNS(element.namespaceURI, element.localName);
  const source = (fill(root) ?? root) as Element;
  return holdTree(held, source, found) && [...source.childNodes];
}

/** Reads markup whose scripts will run. */
function readLive(held: Held, context: Node, markup: unknown, found?: boolean): Node[] | false {
  const fill = (root: Element): DocumentFragment => {
    const range = inert.createRange();
    range.selectNodeContents(root);
    return range.createContextualFragment(markup as string);
  };
  return read(held, context as Element, markup, fill, found);
}

/** Puts nodes where a method of the page's own puts them. */
function put<M extends string>(
  self: { readonly [method in M]: (...nodes: Node[]) => void },
  method: M,
  nodes: Node[] | false,
): Act | false {
  return (
    nodes &&
    (() => {
      self[method](...nodes);
    })
  );
}
