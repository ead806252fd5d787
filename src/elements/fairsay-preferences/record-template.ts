import { html, type TemplateResult } from 'lit';
import type { describeReceipt, ReceiptView } from '../../page/records/receipt.js';
import type { readOwn } from '../../page/records/send.js';
import type { PageStore } from '../../page/types.js';
import { categoryText } from '../../ui/category-text.js';
import type { PageController } from '../../ui/controllers/page-controller.js';
import { factTemplate } from './service-template.js';

/** What describes the shopper's own record, in so far as it could be had. */
export interface RecordParts {
  readonly describeReceipt?: typeof describeReceipt;
  /** Reads what a shop that has a log was sent. */
  readonly readOwn?: typeof readOwn;
}

/** Gets what describes the record while the page is online: it may not be when it is asked for. */
export async function loadRecordParts(store: PageStore): Promise<RecordParts> {
  const parts = store.settings.log.endpoint ? ['receipt', 'log'] : ['receipt'];
  return Object.assign({}, ...(await Promise.all(parts.map((part) => store.get(part).catch(() => 0))))) as RecordParts;
}

/** Describes the record in the words of the page. Nothing where nothing was decided. */
export function recordOf(page: PageController, { describeReceipt, readOwn }: RecordParts): ReceiptView | undefined {
  return describeReceipt?.(page, readOwn?.() ?? [], (category) => categoryText(page, category));
}

/** Draws the record, with what gives it to the shopper as a file. */
export function recordTemplate(page: PageController, parts: RecordParts): TemplateResult | undefined {
  const { recordTitle, downloadRecord } = page.messages;
  const record = recordOf(page, parts);
  return (
    record &&
    html`<article part="record">
      <h3>${recordTitle}</h3>
      <dl>${record.facts.map(([name, fact]) => factTemplate(name, fact))}</dl>
      <button type="button" data-action="download">${downloadRecord}</button>
    </article>`
  );
}
