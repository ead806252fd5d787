import type { Settings } from '../config/settings.js';
import type { Basis, ServiceConfig } from '../config/types.js';
import type { AgeGlance } from './age/glance.js';
import { judge } from './policy.js';
import { printOf } from './print.js';
import type { ConsentRecord } from './record.js';
import type { CategoryStanding, Standing, State } from './state.js';

/** What a state is made of. */
export interface Facts {
  readonly settings: Settings;
  readonly gpc: boolean;
  readonly persisted: boolean;
  /** The record in force, expired or not. */
  readonly record?: ConsentRecord | undefined;
  readonly expired?: boolean;
  /** What is known of the shopper's age; absent where nobody is asked. */
  readonly glance?: AgeGlance | false | undefined;
}

/** Works out what holds, from facts alone. The state is frozen to the bottom. */
export function takeSnapshot({ settings, gpc, persisted, record, expired, glance }: Facts): State {
  const { answers, ...decision } = (!expired && record) || NOTHING;
  const categories = Object.create(null) as Record<string, CategoryStanding>;
  const services = Object.create(null) as Record<string, Standing>;
  const asking: string[] = [];
  const stand = (id: string, basis: Basis, category: string, own: readonly ServiceConfig[]): Standing => {
    const { granted, print } = answers?.get(id) ?? {};
    // More private: a no to one service holds whatever becomes of it.
    const holds = print === printOf(basis, own, category) || (id !== category && !granted);
    return judge({ basis, granted, holds, gpc, gpcOn: !!decision.gpc, ...glance });
  };
  for (const { id, basis } of settings.categories) {
    const standing = stand(id, basis, id, settings.services);
    categories[id] = Object.freeze({ ...standing, basis });
    if (basis === 'opt-in' && standing.state === 'unasked') {
      asking.push(id);
    }
  }
  for (const service of settings.services) {
    const { id, category } = service;
    const followed = categories[category];
    // More private: a service of a category that is not declared is not declared either, and so waits.
    if (followed) {
      const { basis, state, allowed } = followed;
      const own = stand(id, basis, category, [service]);
      services[id] = Object.freeze(own.why === 'choice' ? own : { state, allowed, why: 'category' });
    }
  }
  return Object.freeze({
    categories: Object.freeze(categories),
    services: Object.freeze(services),
    asking: Object.freeze(asking),
    gpc,
    persisted,
    ...glance,
    ...(answers && { decision: Object.freeze(decision) }),
  }) as State;
}

const NOTHING: Partial<ConsentRecord> = {};
