/** The demo's two sites, for tests: the shop, and the third parties, which to a browser are elsewhere. */
import type { Entry, ExtraPage, Site, startSite as start } from '../../demo/server/server.mjs';

export type { Entry, ExtraPage, Site };

/** The folder of the project. Tests run from `.test-build/tests`, the demo from where it stands. */
const ROOT = new URL('../../../', import.meta.url);

/** The folder of the demo pages. */
export const DEMO_PAGES = new URL('demo/pages/', ROOT);

/** Starts the demo, on free ports unless told otherwise. */
export async function startSite(ports?: Parameters<typeof start>[0]): Promise<Site> {
  const server = (await import(new URL('demo/server/server.mjs', ROOT).href)) as { startSite: typeof start };
  return server.startSite(ports);
}
