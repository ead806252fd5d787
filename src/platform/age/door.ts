import type { AgeGlance } from '../../core/age/glance.js';
import type { PageStore } from '../../page/types.js';
import type { Shared } from '../shared-store.js';

/** The symbol of the page's store. On the document the file at the door leaves under it what it saw. */
const KEY = Symbol.for('fairsay');

/** Finds what the file at the door saw of the shopper's age before the page was drawn, where there is such a file. */
export function readDoor(): AgeGlance | undefined {
  return (document as { [KEY]?: AgeGlance })[KEY];
}

/** Leaves what was seen. */
export function leaveAtDoor(glance: AgeGlance | undefined): void {
  (document as { [KEY]?: AgeGlance | undefined })[KEY] = glance;
}

/** The page's store, for code that comes without what the elements share. The page itself has fetched it. */
export function pageStore(): PageStore | undefined {
  return (globalThis as { [KEY]?: Shared })[KEY]?.store;
}
