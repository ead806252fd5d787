import type { PageStore } from '../page/types.js';

/** The number of the store's shape. Copies of one shape share a store; another shape is left alone. */
export const SHAPE = 1;

/** What stands on `globalThis` under `Symbol.for('fairsay')`: one for all versions of the library. */
export interface Shared {
  readonly shape: number;
  readonly store: PageStore;
}

const KEY = Symbol.for('fairsay');
const page = globalThis as { [KEY]?: Shared | undefined };

/** Finds what an earlier copy of the library has put on the page, whatever its shape. */
export function readShared(): Shared | undefined {
  return page[KEY];
}

/** Whether this page is a frame in one of the same site that has the library too. Of another site's nothing can be seen. */
export function isFramed(): boolean {
  return !!frameElement && !!(parent as typeof page)[KEY];
}

/** Finds the page's store, if there is one of this copy's shape. */
export function readStore(): PageStore | undefined {
  const shared = readShared();
  return shared?.shape === SHAPE ? shared.store : undefined;
}

/** Makes a store the page's own, or takes it away again. */
export function shareStore(store: PageStore | undefined): void {
  page[KEY] = store && { shape: SHAPE, store };
}
