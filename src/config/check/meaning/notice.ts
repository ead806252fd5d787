import type { Draft } from '../draft.js';
import { itemsAt, type Findings } from '../findings.js';
import { suggest } from '../nearest.js';

/** The sections that have a title of their own. */
const BUILT_IN: readonly string[] = [
  'who',
  'what',
  'why',
  'recipients',
  'storage',
  'kept',
  'rights',
  'security',
  'children',
  'changes',
  'contact',
];

/** Whether what the notice names is declared, once, and in its order. */
export function checkNotice({ notice = {}, services }: Draft, findings: Findings): void {
  const { data, recipients, sections, versions } = notice;
  for (const [path, items] of Object.entries({ data, sections, versions })) {
    checkOnce(itemsAt<{ readonly id?: string }>(items, `notice.${path}`), findings);
  }
  const known = new Set(data?.flatMap((datum) => datum?.id ?? []));
  for (const [path, { data: got }] of [...itemsAt(recipients, 'notice.recipients'), ...itemsAt(services, 'services')]) {
    checkData(itemsAt(got, `${path}.data`), known, findings);
  }
  for (const [path, { id, title }] of itemsAt(sections, 'notice.sections')) {
    if (id !== undefined && title === undefined && !BUILT_IN.includes(id)) {
      const message = 'has no title, so shoppers see its id';
      findings.add(path, id, { code: 'NO-LABEL', message, fix: 'write its heading' });
    }
  }
  checkOrder(itemsAt(versions, 'notice.versions'), findings);
}

function checkOnce(items: Iterable<readonly [string, { readonly id?: string }]>, findings: Findings): void {
  const paths = new Map<string, string>();
  for (const [path, { id }] of items) {
    const first = id === undefined ? undefined : paths.get(id);
    if (first !== undefined) {
      const message = `is the same as ${first}`;
      findings.add(`${path}.id`, id, { code: 'DUPLICATE-ID', message, fix: 'give each one an id of its own' });
    } else if (id !== undefined) {
      paths.set(id, `${path}.id`);
    }
  }
}

function checkData(named: Iterable<readonly [string, string]>, known: ReadonlySet<string>, findings: Findings): void {
  for (const [path, id] of named) {
    if (!known.has(id)) {
      const fix = (): string => suggest(id, [...known]);
      findings.add(path, id, { code: 'UNKNOWN-ID', message: 'is not the id of one of notice.data', fix });
    }
  }
}

function checkOrder(versions: Iterable<readonly [string, { readonly date?: string }]>, findings: Findings): void {
  let newer: string | undefined;
  for (const [path, { date }] of versions) {
    if (date !== undefined && newer !== undefined && date > newer) {
      const message = 'is newer than the version before it in the list';
      findings.add(`${path}.date`, date, { code: 'ORDER', message, fix: 'write the newest version first' });
    }
    newer = date ?? newer;
  }
}
