import type { Settings } from '../../config/settings.js';
import type { ServiceConfig } from '../../config/types.js';
import type { State } from '../state.js';
import { matchesHost } from './match.js';

/** What decides about a host: what is declared, and how it stands. */
export interface HostFacts {
  readonly settings: Pick<Settings, 'services'>;
  readonly state: Pick<State, 'categories' | 'services'>;
}

/** What a host is held by. */
export interface Ruling {
  /** The services that must be allowed, all of them, in the grammar of `data-fairsay`. Nothing for a host that nobody declares. */
  readonly services: string;
  /** Whether it may still pass: nobody has refused. What nobody declares was never asked about. */
  readonly isOpen: boolean;
}

/**
 * Rules about a host of another origin than the page's; nothing means that it passes. It passes where a necessary service
 * declares it, as the shopper asked for that. More private where several others do: every one of them must be allowed, as
 * nobody can tell what is asked of a host that they share. A mark in the page can, and comes before this.
 *
 * @param strict - Whether what is not declared is held too.
 */
export function ruleHost(host: string, { settings, state }: HostFacts, strict: boolean): Ruling | undefined {
  const declaring = settings.services.filter((service) =>
    hostsOf(service).some((pattern) => matchesHost(pattern, host)),
  );
  // More private: a service of a category that is not declared has no standing, and so is never allowed.
  const held = declaring.filter(({ id }) => !state.services[id]?.allowed);
  const passes = declaring.length
    ? !held.length || declaring.some(({ category }) => state.categories[category]?.basis === 'necessary')
    : !strict;
  return passes
    ? undefined
    : {
        services: declaring.map(({ id }) => id).join(' '),
        isOpen: held.every(({ id }) => state.services[id]?.state === 'unasked'),
      };
}

/** Whether a service that declares a host is not allowed now. If none is, a page is left as it is. */
export function holdsAny({ settings, state }: HostFacts): boolean {
  return settings.services.some((service) => hostsOf(service).length && !state.services[service.id]?.allowed);
}

/** The declared hosts of a service. The guard has not looked into them: whatever is no text matches nothing. */
function hostsOf({ hosts }: ServiceConfig): string[] {
  return [hosts ?? []].flat().map(String);
}
