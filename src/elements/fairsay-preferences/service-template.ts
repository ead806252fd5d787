import { html, type TemplateResult } from 'lit';
import type { ServiceConfig, StorageConfig } from '../../config/types.js';
import type { Locale, Messages } from '../../locales/messages.js';
import type { PageController } from '../../ui/controllers/page-controller.js';
import { fill } from '../../ui/fill.js';
import { storageHead, storageRow } from '../../ui/parts/storage-row.js';
import { safeUrl } from '../../ui/safe-url.js';

/** What is drawn of the services of one category, with what it is drawn by. */
export interface ServiceView {
  readonly page: PageController;
  readonly lang: Locale['lang'];
  readonly messages: Messages;
}

/**
 * Draws one service: who, why, where to, and each thing that it stores.
 *
 * @param control - Its switch, where it can be switched.
 */
export function serviceTemplate(view: ServiceView, service: ServiceConfig, control?: TemplateResult): TemplateResult {
  const { page, messages } = view;
  const name = page.pick(service.name) ?? service.id;
  const url = safeUrl(service.privacyUrl);
  return html`
    <li part="service">
      <div class="row">
        <h4>${control ? html`<label for="switch-${service.id}">${name}</label>` : name}</h4>
        ${control}
      </div>
      <p id="about-${service.id}">${page.pick(service.purpose)}</p>
      <dl>
        ${factTemplate(messages.provider, service.provider)} ${factTemplate(messages.hosts, service.hosts?.join(', '))}
      </dl>
      ${
        url &&
        html`<a part="link" href=${url} target="_blank" rel="noreferrer">${fill(messages.providerNotice, { name })}</a>`
      }
      ${service.storage?.length ? tableTemplate(view, name, service.storage) : ''}
    </li>
  `;
}

/** Draws one fact about something, with what it is called; nothing where there is none. */
export function factTemplate(term: string, fact: string | undefined): TemplateResult | '' {
  return fact
    ? html`<div>
        <dt>${term}</dt>
        <dd>${fact}</dd>
      </div>`
    : '';
}

/** Its roles are written out, as a narrow screen draws its rows as blocks, and some browsers then forget what they are. */
function tableTemplate(
  { page, messages, lang }: ServiceView,
  name: string,
  storage: readonly StorageConfig[],
): TemplateResult {
  return html`
    <table role="table" part="storage">
      <caption>
        ${fill(messages.storageCaption, { name })}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${storageHead(messages).map((title) => html`<th role="columnheader">${title}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${storage.map((item) => rowTemplate(storageRow(messages, lang, (text) => page.pick(text), item)))}
      </tbody>
    </table>
  `;
}

function rowTemplate([name, ...cells]: readonly string[]): TemplateResult {
  return html`
    <tr role="row">
      <td role="cell"><code>${name}</code></td>
      ${cells.map((cell) => html`<td role="cell">${cell}</td>`)}
    </tr>
  `;
}
