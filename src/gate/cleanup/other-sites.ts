import type { Change, Standing, State } from '../../core/state.js';
import type { Gate } from '../gate.js';
import type { Find } from './sweep.js';

/** Frames that were held, let go, and are held again. */
const FRAMES = 'iframe[data-fairsay][data-src]';

/**
 * Finds the other sites whose frames were on this page with a permission that is gone: what they have stored stands there, and no page of
 * the shop can look or delete.
 *
 * @returns each site by its host, once for each permission.
 */
export function otherSites({ met, roots }: Pick<Gate, 'met' | 'roots'>, { previous, state }: Change): Find[] {
  const found = new Map<string, Find>();
  for (const root of roots) {
    for (const frame of (root as ParentNode).querySelectorAll<HTMLIFrameElement>(FRAMES)) {
      const ids = (frame.dataset['fairsay'] ?? '').trim().split(/\s+/);
      const service = ids.find((id) => !standingOf(state, id)?.allowed);
      const name = hostOf(frame.dataset['src'] ?? '');
      if (service && name && !met(frame) && ids.every((id) => standingOf(previous, id)?.allowed)) {
        found.set(`${service} ${name}`, {
          service,
          kind: 'site',
          name,
          why: 'another site: only it can delete what it has stored there',
        });
      }
    }
  }
  return [...found.values()];
}

const standingOf = ({ categories, services }: State, id: string): Standing | undefined =>
  categories[id] ?? services[id];

/** The host of an address, if it is not this page's. */
function hostOf(address: string): string | undefined {
  try {
    const { host } = new URL(address, document.baseURI);
    return host === location.host ? undefined : host;
  } catch {
    return undefined;
  }
}
