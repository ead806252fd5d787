import { link } from '../../config/check/rules/addresses.js';
import { resolveSettings } from '../../config/resolve.js';
import type { Config } from '../../config/types.js';
import type { Block, NoticeWords, Section } from './facts.js';
import { outlineOf } from './outline.js';
import { speak } from './speech.js';

/** In which words a server writes. */
export interface RenderOptions {
  /** The language of the words, as a BCP 47 tag. */
  readonly lang: string;
  /** The texts of a language, and those of its part `notice`. */
  readonly words: NoticeWords;
  /** Today, as `YYYY-MM-DD` in UTC. */
  readonly today: string;
}

/**
 * Writes the sections of a notice as HTML, to stand inside `<fairsay-notice>`: the whole notice for a browser without script
 * and for search engines. The element draws its own in their place once it is there.
 *
 * @example
 * renderNotice(config, { lang: 'en', words: { ...en.messages, ...notice }, today: '2026-03-01' });
 */
export function renderNotice(config: Config, { lang, words, today }: RenderOptions): string {
  const { sections } = outlineOf({ ...speak(lang, words), settings: resolveSettings(config, true), today });
  return sections.map((section) => sectionMarkup(section, lang)).join('\n');
}

function sectionMarkup({ id, title, blocks }: Section, lang: string): string {
  return `<section id="${plain(id)}" lang="${plain(lang)}" data-generated>
<h2>${plain(title)}</h2>
${blocksMarkup(blocks)}
</section>`;
}

function blocksMarkup(blocks: readonly Block[]): string {
  return blocks.map(blockMarkup).join('\n');
}

function blockMarkup(block: Block): string {
  if ('text' in block) {
    return `<p>${block.text.split('\n').map(plain).join('<br>')}</p>`;
  }
  if ('link' in block) {
    return link(block.url) ? '' : `<p><a href="${plain(block.url)}">${plain(block.link)}</a></p>`;
  }
  if ('group' in block) {
    return `<h3>${plain(block.group)}</h3>\n${blocksMarkup(block.blocks)}`;
  }
  if ('facts' in block) {
    return `<dl>${block.facts.map(([name, fact]) => `<dt>${plain(name)}</dt><dd>${plain(fact)}</dd>`).join('')}</dl>`;
  }
  const row = (cells: readonly string[]): string =>
    cells.map((cell, index) => (index ? `<td>${plain(cell)}</td>` : `<th scope="row">${plain(cell)}</th>`)).join('');
  return `<table aria-label="${plain(block.table)}">
<thead><tr>${block.head.map((cell) => `<th scope="col">${plain(cell)}</th>`).join('')}</tr></thead>
<tbody>${block.rows.map((cells) => `<tr>${row(cells)}</tr>`).join('\n')}</tbody>
</table>`;
}

/** Texts come from a configuration, and stay texts. */
function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
