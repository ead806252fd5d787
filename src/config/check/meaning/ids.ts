import type { Draft } from '../draft.js';
import { itemsAt, type Findings, type Place } from '../findings.js';
import { suggest } from '../nearest.js';
import { categoryIds } from './categories.js';

const TERM = /^!?[a-z\d][\w-]{0,63}$/i;

/** Whether every id is declared once, and every id that is named is declared. */
export function checkIds(draft: Draft, findings: Findings): void {
  const paths = new Map<string, string>();
  declare(itemsAt(draft.categories, 'categories'), findings, paths);
  const categories = new Set(categoryIds(draft));
  for (const name of categories) {
    paths.set(name, paths.get(name) ?? 'the default categories');
  }
  declare(itemsAt(draft.services, 'services'), findings, paths);
  checkCategories(draft, categories, findings);
  checkExpressions(draft, new Set(paths.keys()), findings);
}

function declare(
  items: Iterable<readonly [string, { readonly id?: string }]>,
  findings: Findings,
  paths: Map<string, string>,
): void {
  for (const [path, { id }] of items) {
    const first = id === undefined ? undefined : paths.get(id);
    if (id !== undefined && first === undefined) {
      paths.set(id, `${path}.id`);
    } else if (first !== undefined) {
      const fix = 'give each category and each service an id of its own';
      findings.add(`${path}.id`, id, { code: 'DUPLICATE-ID', message: `is the same as ${first}`, fix });
    }
  }
}

function checkCategories({ services }: Draft, categories: ReadonlySet<string>, findings: Findings): void {
  for (const [path, { category }] of itemsAt(services, 'services')) {
    if (category !== undefined && !categories.has(category)) {
      const fix = (): string => suggest(category, [...categories]);
      const message = 'is not the id of a category';
      findings.add(`${path}.category`, category, { code: 'UNKNOWN-CATEGORY', message, fix });
    }
  }
}

function checkExpressions({ signals }: Draft, known: ReadonlySet<string>, findings: Findings): void {
  const types = (signals?.google || undefined)?.types ?? {};
  for (const [type, expression] of Object.entries(types)) {
    checkExpression(expression, known, { path: `signals.google.types.${type}`, findings });
  }
}

function checkExpression(expression: string, known: ReadonlySet<string>, { path, findings }: Place): void {
  const terms = expression.split(/\s+/).filter(Boolean);
  if (!terms.length || !terms.every((term) => TERM.test(term))) {
    const fix = 'write ids with spaces between them, and ! before one that must be refused';
    findings.add(path, expression, { code: 'EXPRESSION', message: 'does not say what must be allowed', fix });
    return;
  }
  for (const id of terms.map((term) => term.replace('!', ''))) {
    if (!known.has(id)) {
      const message = `names ${id}, which is not declared`;
      findings.add(path, expression, { code: 'UNKNOWN-ID', message, fix: () => suggest(id, [...known]) });
    }
  }
}
