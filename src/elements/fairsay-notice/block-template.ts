import { html, type TemplateResult } from 'lit';
import type { Block } from '../../core/notice/facts.js';
import { safeUrl } from '../../ui/safe-url.js';

/**
 * Draws a piece of a section. Every text is a property of its element: a translator of the browser replaces what is inside,
 * and a place of Lit's inside would be gone then.
 */
export function blockTemplate(block: Block): TemplateResult {
  if ('text' in block) {
    return html`<p .textContent=${block.text}></p>`;
  }
  if ('link' in block) {
    const url = safeUrl(block.url);
    return url ? html`<p><a href=${url} rel="noreferrer" .textContent=${block.link}></a></p>` : html``;
  }
  if ('group' in block) {
    return html`<div>
      <h3 .textContent=${block.group}></h3>
      ${block.blocks.map(blockTemplate)}
    </div>`;
  }
  if ('facts' in block) {
    return html`<dl>
      ${block.facts.map(
        ([name, fact]) =>
          html`<div>
            <dt .textContent=${name}></dt>
            <dd .textContent=${fact}></dd>
          </div>`,
      )}
    </dl>`;
  }
  return tableTemplate(block);
}

/** Its roles are written out, as where there is little room its rows are drawn as blocks, and some browsers then forget them. */
function tableTemplate({ table, head, rows }: Extract<Block, { table: string }>): TemplateResult {
  const cell = (text: string, index: number): TemplateResult =>
    index
      ? html`<td role="cell" data-label=${head[index] ?? ''} .textContent=${text}></td>`
      : html`<th role="rowheader" scope="row" .textContent=${text}></th>`;
  return html`<table role="table" aria-label=${table}>
    <thead>
      <tr role="row">
        ${head.map((title) => html`<th role="columnheader" scope="col" .textContent=${title}></th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr role="row">
            ${row.map(cell)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
