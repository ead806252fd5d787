import type { Settings } from './settings.js';
import type { Basis, CategoryConfig, Config } from './types.js';

/** Every key that a configuration may have, empty. */
export const EMPTY: Required<Config> = {
  $schema: '',
  site: {},
  lang: '',
  region: '',
  texts: {},
  categories: [],
  services: [],
  record: {},
  signals: {},
  log: {},
  newsletter: {},
  notice: {},
  gate: {},
  age: {},
};

/** The categories of a shop that declares none. Their texts are with the languages. */
const DEFAULTS = ['necessary', 'functional', 'analytics', 'marketing'];

/**
 * Fills in the defaults of a configuration that has passed the shape check.
 *
 * @param keep - Whether answers may be kept: not where the defaults stand in for a configuration that failed.
 */
export function resolveSettings(config: Config, keep: boolean): Settings {
  const { region, categories, record, ...rest } = { ...EMPTY, ...config };
  return {
    ...rest,
    region,
    categories: (categories.length ? categories : DEFAULTS.map((id): CategoryConfig => ({ id }))).map((category) => ({
      ...category,
      basis: basisIn(region, category),
    })),
    // No browser keeps a cookie for more than 400 days (RFC 6265bis, section 5.5).
    record: { domain: '', ...record, days: Math.min(record.days ?? 182, 400) },
    keep,
  };
}

/**
 * The rule for a region; a category called `necessary` is that by default. First found: the region's own, its country's,
 * that for the rest. More private where the region, or the rule, is not known: opt-in.
 */
function basisIn(region: string, { id, basis }: CategoryConfig): Basis {
  const rules = basis ?? (id === 'necessary' ? id : 'opt-in');
  const rule =
    typeof rules === 'string'
      ? rules
      : // More private: what is not written like a region, `de` or `Germany`, is not one of the rest.
        /^[A-Z]{2}(-|$)/.test(region) && (rules[region] ?? rules[region.slice(0, 2)] ?? rules['*']);
  return KNOWN.find((known) => known === rule) ?? 'opt-in';
}

const KNOWN: readonly Basis[] = ['necessary', 'opt-out', 'exempt'];
