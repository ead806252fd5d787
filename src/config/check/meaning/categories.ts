import type { CategoryDraft, Draft } from '../draft.js';

/** The categories of a shop that declares none. */
export const DEFAULT_CATEGORIES: readonly string[] = ['necessary', 'functional', 'analytics', 'marketing'];

/** The ids of the categories, declared or default. */
export function categoryIds({ categories }: Draft): readonly string[] {
  return categories?.length ? categories.flatMap((category) => category?.id ?? []) : DEFAULT_CATEGORIES;
}

/** Whether nobody is asked about a category, in one region at least. */
export function isNecessary({ basis }: CategoryDraft): boolean {
  return basis === 'necessary' || (typeof basis === 'object' && [...basis.values()].includes('necessary'));
}

/** The ids of the categories about which nobody is asked, in one region at least. */
export function necessaryIds({ categories }: Draft): ReadonlySet<string | undefined> {
  if (!categories?.length) {
    return new Set(DEFAULT_CATEGORIES.slice(0, 1));
  }
  return new Set(categories.filter((category) => category && isNecessary(category)).map((category) => category?.id));
}
