import type { Settings } from './settings.js';
import type { Basis, CategoryConfig, Config } from './types.js';

/** The longest that any browser keeps a cookie, in days (RFC 6265bis, section 5.5). */
export const MAX_DAYS = 400;

const DEFAULT_DAYS = 182;

/** The categories of a shop that declares none. Their texts are with the languages. */
const DEFAULT_CATEGORIES: readonly CategoryConfig[] = [
  { id: 'necessary', basis: 'necessary' },
  { id: 'functional' },
  { id: 'analytics' },
  { id: 'marketing' },
];

/**
 * Fills in the defaults of a configuration that has passed the shape check.
 *
 * @param keep - Whether answers may be written: not where the defaults stand in for a configuration that failed.
 */
export function resolveSettings(config: Config, keep: boolean): Settings {
  const { site = {}, lang = '', region = '', texts = {}, services = [], record = {}, signals = {}, gate = {} } = config;
  const categories = config.categories?.length ? config.categories : DEFAULT_CATEGORIES;
  return {
    site,
    lang,
    region,
    texts,
    categories: categories.map(({ id, basis, label, purpose }) => ({ id, basis: basisIn(region, basis), label, purpose })),
    services,
    record: { days: Math.min(record.days ?? DEFAULT_DAYS, MAX_DAYS), domain: record.domain ?? '' },
    signals,
    gate,
    keep,
  };
}

/** The rule for a region: its own, its country's, or that for the rest. More private where either is not known: opt-in. */
function basisIn(region: string, basis: CategoryConfig['basis']): Basis {
  if (typeof basis === 'string') {
    return basis;
  }
  const rules = new Map(Object.entries((region && basis) || {}));
  return rules.get(region) ?? rules.get(region.slice(0, 2)) ?? rules.get('*') ?? 'opt-in';
}
