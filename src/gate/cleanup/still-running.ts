import type { ServiceConfig } from '../../config/types.js';
import type { Change } from '../../core/state.js';
import type { Gate } from '../gate.js';

/** Scripts that were held and have run. */
const RAN = 'script[data-fairsay]:not([type="text/plain"])';

/**
 * Whether code has run on this page for something that is refused now, and nobody has told it to stop.
 *
 * @param lost - The services that lost their permission.
 * @param stopped - The ids of those that the shop has stopped itself.
 */
export function isStillRunning(
  { met, roots }: Pick<Gate, 'met' | 'roots'>,
  { previous, state }: Change,
  lost: readonly ServiceConfig[],
  stopped: ReadonlySet<string>,
): boolean {
  /** A category has stopped with the last of its services; one without services never does. */
  const hasStopped = (id: string): boolean => {
    const within = lost.filter((service) => service.id === id || service.category === id);
    return within.length > 0 && within.every((service) => stopped.has(service.id));
  };
  const isLost = (id: string): boolean =>
    !!(previous.categories[id] ?? previous.services[id])?.allowed &&
    !(state.categories[id] ?? state.services[id])?.allowed;
  const scripts = [...roots].flatMap((root) => [...(root as ParentNode).querySelectorAll<HTMLScriptElement>(RAN)]);
  return scripts.some(
    (script) =>
      !met(script) && (script.dataset['fairsay'] ?? '').split(/\s+/).some((id) => isLost(id) && !hasStopped(id)),
  );
}
