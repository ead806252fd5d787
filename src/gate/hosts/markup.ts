/** What a script brings into the page as markup. */
import { LOADING, markTags } from '../../core/hosts/markup.js';
import { holdTree, type Keeper } from './keeper.js';
import { classOf, type Act, type Look, type Native, type Patches } from './patch.js';

/** Markup that may have something that loads. All other goes its native way untouched. */
const CANDIDATE = new RegExp(`<(${LOADING.replaceAll(',', '|')})[\\s/]`, 'i');

const PLACES = { beforebegin: 'before', afterbegin: 'prepend', beforeend: 'append', afterend: 'after' } as const;

type Place = keyof typeof PLACES;

const { importNode, adoptNode } = Document.prototype;
const { createContextualFragment } = Range.prototype;
const setInnerHtml = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')?.set as Native;

/**
 * Patches what takes in markup. Where something of it must wait, the browser itself reads it in a document in which nothing
 * loads, a value of Trusted Types too; there it is held, and then its nodes come in. Otherwise it goes its native way.
 */
export function patchMarkup(patches: Patches, keeper: Keeper, inert: Document): void {
  const { add } = patches;

  /** Reads markup as the content of an element like this one, and gives its nodes if some of them must wait. */
  const read = (context: ParentNode & Node, markup: unknown, fill = setInnerHtml): Node[] | undefined => {
    const element = context instanceof ShadowRoot ? context.host : (context as Element);
    // What is in a template does not load, and is looked at when it comes out of it.
    if (!element.ownerDocument.defaultView || element.localName === 'template' || !CANDIDATE.test(String(markup))) {
      return undefined;
    }
    const twin = importNode.call(inert, element, false) as Element;
    const root = element === context ? twin : twin.attachShadow({ mode: 'open' });
    Reflect.apply(fill, root, [markup]);
    return holdTree(keeper, root) ? [...root.childNodes] : undefined;
  };

  const into: Look = (self: Element | ShadowRoot, [markup]: [unknown], native) => {
    const nodes = read(self, markup, native);
    return (
      nodes &&
      (() => {
        self.replaceChildren(...nodes);
      })
    );
  };
  for (const owner of ['Element', 'ShadowRoot']) {
    add(classOf(owner), 'innerHTML', into, 'set');
    add(classOf(owner), 'setHTML', into);
    add(classOf(owner), 'setHTMLUnsafe', into);
  }
  add(
    classOf('Element'),
    'outerHTML',
    (self: Element, [markup]: [unknown]) => {
      const parent = self.parentNode instanceof DocumentFragment ? document.body : self.parentElement;
      const nodes = parent && read(parent, markup);
      return (
        nodes &&
        (() => {
          self.replaceWith(...nodes);
        })
      );
    },
    'set',
  );
  add(classOf('Element'), 'insertAdjacentHTML', (self: Element, [where, markup]: [string, unknown]) => {
    const place = PLACES[where.toLowerCase() as Place];
    const parent = /^(before|after)$/.test(place) ? self.parentElement : self;
    const nodes = parent && read(parent, markup);
    return (
      nodes &&
      (() => {
        self[place](...nodes);
      })
    );
  });
  add(classOf('Range'), 'createContextualFragment', ({ startContainer }: Range, [markup]: [unknown], native) => {
    const context = startContainer instanceof Element ? startContainer : startContainer.parentElement;
    const fragment = CANDIDATE.test(String(markup)) && readFragment(inert, context, markup, native);
    return fragment && holdTree(keeper, fragment) ? () => adoptNode.call(document, fragment) : undefined;
  });
  patchWriting(patches, keeper, inert);
}

/** Reads markup whose scripts will run. */
function readFragment(inert: Document, context: Element | null, markup: unknown, native: Native): DocumentFragment {
  const range = inert.createRange();
  range.selectNodeContents(importNode.call(inert, context ?? inert.body, false));
  return Reflect.apply(native, range, [markup]) as DocumentFragment;
}

/** Patches `document.write`, which takes pieces of markup that need not be whole. */
function patchWriting({ add }: Patches, keeper: Keeper, inert: Document): void {
  let rest = '';
  const write: Look = (self: Document, markup: readonly unknown[], native) => {
    if (markup.some((piece) => typeof piece === 'object')) {
      return writeTrusted(keeper, inert, markup);
    }
    const before = rest + markup.map(String).join('');
    const { text, rest: after } = markTags(before, (tag, address) => keeper.ruler.rule(address, tag)?.services);
    if (text === before && before.length === text.length && !rest) {
      return undefined;
    }
    rest = after;
    return () => Reflect.apply(native, self, [text]);
  };
  add(classOf('Document'), 'write', write);
  add(classOf('Document'), 'writeln', write);
}

/** A value of Trusted Types cannot be written anew: where something of it must wait, it comes in behind the script that wrote it. */
function writeTrusted(keeper: Keeper, inert: Document, markup: readonly unknown[]): Act | undefined {
  const fragments = markup.map((piece) => readFragment(inert, null, piece, createContextualFragment));
  if (!fragments.some((fragment) => holdTree(keeper, fragment))) {
    return undefined;
  }
  return () => {
    (document.currentScript ?? document.body.lastElementChild)?.after(...fragments);
  };
}
