/** What a script brings into the page as nodes. */
import type { Held } from './held.js';
import { hold, holdTree } from './hold.js';
import type { Look } from './patch.js';

/** Patches what takes in nodes. */
export function patchInsertion(held: Held): void {
  const { add } = held.patches;
  const look = (self: Partial<Node>, nodes: readonly (Element | undefined)[]): undefined => {
    for (const node of nodes) {
      // Nodes of another document were made where nothing is watched. Those of this one were looked at one by one.
      const isNew = self.isConnected !== false || node?.ownerDocument !== document;
      (isNew ? holdTree : hold)(held, node ?? {});
    }
  };
  const lookAtFirst: Look = (self: Node, [node]: [Element]) => look(self, [node]);
  add('Node', 'appendChild insertBefore replaceChild', lookAtFirst);
  // Each class has some of them.
  add(
    'Element Document DocumentFragment CharacterData Range',
    'append prepend replaceChildren before after replaceWith insertAdjacentElement insertNode surroundContents adoptNode importNode',
    look,
  );
}
