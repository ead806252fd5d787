import type { Settings } from '../config/settings.js';
import type { ServiceConfig } from '../config/types.js';
import { judge, type Evidence } from './policy.js';
import { printOf } from './print.js';
import type { ConsentRecord, Entry } from './record.js';
import type { CategoryStanding, Decision, Standing, State } from './state.js';

/** What a state is made of. */
export interface Facts {
  readonly settings: Settings;
  readonly gpc: boolean;
  readonly persisted: boolean;
  /** The record in force, expired or not. */
  readonly record?: ConsentRecord | undefined;
  readonly expired?: boolean | undefined;
  /** Whether the configuration has yet to arrive. */
  readonly pending?: boolean | undefined;
}

/** The services of one category. */
export function servicesOf(settings: Settings, category: string): ServiceConfig[] {
  return settings.services.filter((service) => service.category === category);
}

/** Works out what holds, from facts alone. The state is frozen to the bottom. */
export function takeSnapshot(facts: Facts): State {
  const { settings, gpc, persisted, expired } = facts;
  const record = expired ? undefined : facts.record;
  const categories = dictionary<CategoryStanding>();
  const services = dictionary<Standing>();
  const asking: string[] = [];
  for (const { id, basis } of settings.categories) {
    const print = printOf(basis, servicesOf(settings, id));
    const own = judge(basis, gather(facts, record?.answers.get(id), print, basis !== 'opt-in'));
    categories[id] = Object.freeze({ ...own, basis });
    if (basis === 'opt-in' && own.state === 'unasked' && !facts.pending) {
      asking.push(id);
    }
  }
  for (const service of settings.services) {
    services[service.id] = Object.freeze(standingOf(facts, service, categories[service.category]));
  }
  return Object.freeze({
    categories: Object.freeze(categories),
    services: Object.freeze(services),
    asking: Object.freeze(asking),
    gpc,
    region: settings.region,
    persisted,
    ...(record && { decision: decisionOf(record) }),
  });
}

/** How one service stands: by an answer of its own, else as its category. */
function standingOf(facts: Facts, service: ServiceConfig, category: CategoryStanding | undefined): Standing {
  if (!category) {
    // More private: a service of a category that is not declared waits for one that is.
    return { state: 'unasked', allowed: false, why: 'unasked' };
  }
  const entry = facts.expired || category.basis === 'necessary' ? undefined : facts.record?.answers.get(service.id);
  const evidence = gather(facts, entry, printOf(category.basis, [service]), true);
  return evidence.granted === undefined
    ? { state: category.state, allowed: category.allowed, why: 'category' }
    : judge(category.basis, evidence);
}

/**
 * A yes holds only for what it was said to. A no outlives a change of meaning wherever asking again would first turn
 * things on: more private than to forget it.
 */
function gather(facts: Facts, entry: Entry | undefined, print: string, noOutlives: boolean): Evidence {
  const { gpc, record, expired, pending } = facts;
  const holds = entry && !pending && (entry.print === print || (noOutlives && !entry.granted));
  return {
    granted: holds ? entry.granted : undefined,
    lapse: pending ? 'pending' : expired ? 'expired' : entry ? 'changed' : 'unasked',
    gpc,
    gpcThen: !!record?.gpc,
  };
}

function decisionOf({ seq, time, id, source, gpc, lang }: ConsentRecord): Decision {
  return Object.freeze({ seq, time, id, source, gpc, lang });
}

function dictionary<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
