import type { Settings } from '../../config/settings.js';
import type { ServiceConfig, StorageKind } from '../../config/types.js';
import type { State } from '../state.js';
import { matchesHost, matchesName } from './match.js';

/** What decides about a host: what is declared, and how it stands. */
export interface HostFacts {
  readonly settings: Pick<Settings, 'services'>;
  readonly state: State;
  /** Whether what is not declared is held too. */
  readonly strict: boolean;
}

/** What becomes of what goes to a host: it passes, waits for an answer, or was refused. */
export interface Ruling {
  readonly verdict: 'pass' | 'wait' | 'refuse';
  /** The services that must be allowed, all of them, in the grammar of `data-fairsay`. */
  readonly services: string;
}

const PASS: Ruling = { verdict: 'pass', services: '' };

/**
 * Rules about a host of another origin than the page's. It passes where a necessary service declares it, as the shopper asked
 * for that. More private where several others do: every one of them must be allowed, as nobody can tell what is asked of a
 * host that they share; a mark in the page can, and comes before this.
 */
export function ruleHost(host: string, { settings, state, strict }: HostFacts): Ruling {
  const declaring = settings.services.filter((service) =>
    hostsOf(service).some((pattern) => matchesHost(pattern, host)),
  );
  if (declaring.some((service) => isNecessary(service, state))) {
    return PASS;
  }
  // More private: a service of a category that is not declared has no standing, and so is never allowed.
  const standings = declaring.map(({ id }) => state.services[id]).filter((standing) => !standing?.allowed);
  if (!standings.length && (declaring.length || !strict)) {
    return PASS;
  }
  // What is not declared is in no question, so there is nothing to wait for.
  const asked = standings.length && standings.every((standing) => standing?.state === 'unasked');
  return { verdict: asked ? 'wait' : 'refuse', services: declaring.map(({ id }) => id).join(' ') };
}

/** Whether anything at all is held by host now: if not, a page is left as it is. */
export function holdsAny({ settings, state, strict }: HostFacts): boolean {
  return (
    strict ||
    settings.services.some(
      (service) => hostsOf(service).length && !state.services[service.id]?.allowed && !isNecessary(service, state),
    )
  );
}

/** Whether a script may not store under a name: every service that declares it is without permission. */
export function holdsName(kind: StorageKind, name: string, { settings, state, strict }: HostFacts): boolean {
  const declaring = settings.services.filter(({ storage = [] }) =>
    storage.some((item) => item.kind === kind && matchesName(item.name, name)),
  );
  return strict && declaring.length > 0 && !declaring.some(({ id }) => state.services[id]?.allowed);
}

/** The declared hosts of a service. The guard has not looked into them: whatever is no text matches nothing. */
function hostsOf({ hosts }: ServiceConfig): string[] {
  return [hosts ?? []].flat().map(String);
}

function isNecessary({ category }: ServiceConfig, state: State): boolean {
  return state.categories[category]?.basis === 'necessary';
}
