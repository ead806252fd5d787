import type { ServiceConfig } from '../config/types.js';
import type { Change } from '../core/state.js';

/** How long the deletion of what is stored waits for what a shop does first, in milliseconds. */
const PATIENCE = 1000;

/** The services that lost their permission. */
export function lostServices(services: readonly ServiceConfig[], { previous, state }: Change): ServiceConfig[] {
  return services.filter(({ id }) => previous.services[id]?.allowed && !state.services[id]?.allowed);
}

/**
 * Calls what the shop wants done when a service loses its permission, before anything that it stored is deleted.
 *
 * @param failed - Hears what one of them threw.
 * @returns the ids of the services that have been stopped in this way, a second later at most.
 */
export async function tellServices(
  services: readonly ServiceConfig[],
  failed: (id: string, error: unknown) => void,
): Promise<ReadonlySet<string>> {
  const stopped = new Set<string>();
  const calls = services.map(async ({ id, onWithdraw }) => {
    try {
      if (onWithdraw) {
        await onWithdraw(id);
        stopped.add(id);
      }
    } catch (error) {
      failed(id, error);
    }
  });
  if (services.some(({ onWithdraw }) => onWithdraw)) {
    await Promise.race([Promise.all(calls), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }
  // A copy: who answers too late has not been waited for.
  return new Set(stopped);
}
