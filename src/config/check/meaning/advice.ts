import type { CategoryDraft, Draft, ServiceDraft } from '../draft.js';
import { itemsAt, type Findings } from '../findings.js';
import { cookieName } from '../rules/names.js';
import { DEFAULT_CATEGORIES, isNecessary, necessaryIds } from './categories.js';

/** What is allowed and yet leaves shoppers without something that they should be told. */
export function checkAdvice(draft: Draft, findings: Findings): void {
  const { categories, services } = draft;
  const necessary = necessaryIds(draft);
  for (const [path, category] of itemsAt(categories, 'categories')) {
    adviseCategory(category, path, findings);
  }
  if (categories?.length && !categories.some((category) => category && isNecessary(category))) {
    const fix = 'add { "id": "necessary", "basis": "necessary" } to show what is always on';
    findings.add('categories', undefined, { code: 'NO-NECESSARY', message: 'has no necessary category', fix });
  }
  for (const [path, service] of itemsAt(services, 'services')) {
    adviseService(service, path, necessary.has(service.category), findings);
    checkCookies(service, path, findings);
  }
}

function adviseCategory(category: CategoryDraft, path: string, findings: Findings): void {
  const { id = '', label, purpose } = category;
  const missing = missingFrom({ label, purpose });
  if (missing && !DEFAULT_CATEGORIES.includes(id)) {
    const message = `has no ${missing}, so shoppers see its id or nothing`;
    findings.add(path, id, { code: 'NO-LABEL', message, fix: 'write what it is called and what it is for' });
  }
  if (id === 'necessary' && !isNecessary(category)) {
    const message = 'is called necessary, and shoppers are asked about it';
    findings.add(path, id, {
      code: 'NECESSARY-BASIS',
      message,
      fix: 'set its basis to "necessary", or call it otherwise',
    });
  }
}

function adviseService(service: ServiceDraft, path: string, necessary: boolean, findings: Findings): void {
  const { id, provider, purpose, hosts, storage } = service;
  // A necessary one, such as a carrier, may never meet the browser.
  const traces = hosts?.length || storage?.length || necessary || undefined;
  const missing = missingFrom({ provider, purpose, 'hosts or storage': traces });
  if (missing) {
    const message = `has no ${missing}, so shoppers cannot tell what they would allow`;
    findings.add(path, id, { code: 'BARE-SERVICE', message, fix: 'declare them' });
  }
}

function checkCookies({ storage }: ServiceDraft, path: string, findings: Findings): void {
  for (const [place, { kind, name }] of itemsAt(storage, `${path}.storage`)) {
    const finding = kind === 'cookie' && name !== undefined ? cookieName(name) : undefined;
    if (finding) {
      findings.add(`${place}.name`, name, finding);
    }
  }
}

function missingFrom(parts: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(parts).filter((name) => parts[name] === undefined);
  return names.join(', ');
}
