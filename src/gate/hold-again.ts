import type { Gate } from './gate.js';

/** Whatever was held by its address and has been let go. */
const RELEASED = ['src', 'srcset', 'href'].map((name) => `[data-fairsay][data-${name}][${name}]`).join();

/**
 * Puts back what is held by its address and has lost its permission: frames behind their placeholders; images, media and
 * style sheets as they were before. Scripts that ran cannot be stopped; what they stored is cleaned up.
 */
export function holdAgain({ met, roots, cover }: Gate): void {
  for (const root of roots) {
    for (const node of (root as ParentNode).querySelectorAll(RELEASED)) {
      if (!met(node)) {
        const { parentNode, nextSibling } = node;
        for (const name of ['src', 'srcset', 'href']) {
          if (node.hasAttribute(`data-${name}`)) {
            node.removeAttribute(name);
          }
        }
        // Only a frame that is taken out forgets its page, and leaves no step in the history.
        node.remove();
        parentNode?.insertBefore(node, nextSibling);
        // Media play on from an address that is gone until they are told to look again.
        node.closest<HTMLMediaElement>('video,audio')?.load();
        if (node instanceof HTMLIFrameElement) {
          cover(node);
        }
      }
    }
  }
}
