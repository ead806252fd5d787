import type { Category } from '../config/settings.js';
import type { PageController } from './controllers/page-controller.js';

/** What the shopper reads of a category: the shop's own texts, else those of the four that need none. */
export function categoryText(page: PageController, category: Category): { label: string; purpose: string } {
  const { id } = category;
  const known = page.messages as unknown as Partial<Record<string, string>>;
  return {
    label: page.pick(category.label) ?? known[`${id}Label`] ?? id,
    purpose: page.pick(category.purpose) ?? known[`${id}Purpose`] ?? '',
  };
}
