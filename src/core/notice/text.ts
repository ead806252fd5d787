import type { Block, Outline } from './facts.js';

/** Writes a notice as plain text, section by section, with the anchor of each. */
export function writeText({ notes, summary, sections }: Outline): string {
  const parts = [
    ...blocksText(notes),
    ...summary.map(({ title, text }) => `- ${title}: ${text}`),
    ...sections.flatMap(({ id, title, blocks }) => [`\n# ${title} (#${id})\n`, ...blocksText(blocks)]),
  ];
  return `${parts.join('\n').trim()}\n`;
}

/** Writes a notice as JSON, for a person's own files or another program. */
export function writeData({ lang, version, notes, summary, sections }: Outline): string {
  const plain = sections.map(({ id, title, blocks }) => ({ id, title, blocks }));
  return `${JSON.stringify({ form: 1, lang, version, notes, summary, sections: plain }, null, 2)}\n`;
}

function blocksText(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if ('text' in block) {
      return [block.text, ''];
    }
    if ('link' in block) {
      return [`${block.link}: ${block.url}`, ''];
    }
    if ('group' in block) {
      return [`## ${block.group}`, '', ...blocksText(block.blocks)];
    }
    const lines =
      'facts' in block ? block.facts.map((fact) => fact.join(': ')) : block.rows.map((row) => rowText(block.head, row));
    return [...lines.map((line) => `- ${line}`), ''];
  });
}

function rowText(head: readonly string[], row: readonly string[]): string {
  const cells = row.map((cell, index) => (cell ? [head[index], cell].join(': ') : ''));
  return cells.filter(Boolean).join('; ');
}
