import type { Gate } from './gate.js';

/** Frames that were held and have been let go. */
const RELEASED = 'iframe[data-fairsay][data-src][src]';

/** Puts frames back whose permission is gone. Scripts that ran cannot be stopped; what they stored is cleaned up. */
export function holdAgain({ isMet, roots, cover }: Gate): void {
  for (const root of roots) {
    for (const frame of (root as ParentNode).querySelectorAll<HTMLIFrameElement>(RELEASED)) {
      if (!isMet(frame)) {
        const { parentNode, nextSibling } = frame;
        frame.removeAttribute('src');
        // Only a frame that is taken out forgets its page, and leaves no step in the history.
        frame.remove();
        parentNode?.insertBefore(frame, nextSibling);
        cover(frame);
      }
    }
  }
}
