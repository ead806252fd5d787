/** What a script brings into the page as nodes. */
import { hold, holdTree, loadingIn, waits, type Keeper } from './keeper.js';
import { classOf, type Act, type Patches } from './patch.js';

/** Who takes nodes in, by the names of the methods, and how many of what these are given come in. */
const INSERTING: readonly (readonly [owners: string, methods: string, count: number])[] = [
  ['Node', 'appendChild insertBefore replaceChild', 1],
  ['Element Document DocumentFragment', 'append prepend replaceChildren', Infinity],
  ['Element CharacterData', 'before after replaceWith', Infinity],
  ['Element', 'insertAdjacentElement', 2],
  ['Range', 'insertNode surroundContents', 1],
  ['Document', 'adoptNode', 1],
];

const { importNode } = Document.prototype;

/** Patches what takes in nodes, and what copies them. @param inert - A document in which nothing loads. */
export function patchInsertion({ add }: Patches, keeper: Keeper, inert: Document): void {
  for (const [owners, methods, count] of INSERTING) {
    for (const owner of owners.split(' ')) {
      for (const method of methods.split(' ')) {
        add(classOf(owner), method, (self: Partial<Node>, nodes: readonly Node[]) => {
          for (const node of nodes.slice(0, count)) {
            look(keeper, self, node);
          }
          return undefined;
        });
      }
    }
  }
  /** More private: a copy of what loaded while it was allowed would load again. */
  const copy = (node: Node, deep: boolean, document: Document): Act | undefined => {
    const nodes = deep ? loadingIn(node) : loadingIn(node).slice(0, 1);
    if (!document.defaultView || !nodes.some((each) => waits(keeper, each))) {
      return undefined;
    }
    return () => {
      const held = importNode.call(inert, node, deep);
      holdTree(keeper, held);
      return importNode.call(document, held, deep);
    };
  };
  add(classOf('Document'), 'importNode', (self: Document, [node, deep]: [Node, unknown]) =>
    copy(node, deep === true, self),
  );
  add(classOf('Node'), 'cloneNode', (self: Node, [deep]: [unknown]) =>
    copy(self, !!deep, self.ownerDocument as Document),
  );
}

function look(keeper: Keeper, self: Partial<Node>, node: Node): void {
  // Nodes of another document were made where nothing is watched. Those of this one were looked at one by one.
  if (self.isConnected !== false || node.ownerDocument !== document) {
    holdTree(keeper, node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    hold(keeper, node as Element);
  }
}
