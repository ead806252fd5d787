import { notesOf, versionsSince } from './changes.js';
import { join, type Block, type NoticeFacts, type Outline, type Section, type SummaryLine } from './facts.js';
import { BUILDERS, paragraphs } from './sections.js';

/** Who, why, who else, how long, which rights, and where to ask: the first layer of a layered notice (WP 260). */
const SUMMARY = ['who', 'why', 'recipients', 'kept', 'rights', 'contact'];

/** How many names a line of the first layer writes out. */
const NAMES = 6;

/** Makes the notice. What is drawn, what can be downloaded and what a server sends are all made from this. */
export function outlineOf(facts: NoticeFacts): Outline {
  const { settings, words, tell, lang, authored = [] } = facts;
  const known = words as unknown as Partial<Record<string, string>>;
  const written = new Map(authored.map((section) => [section.id, section]));
  const own = new Map(settings.notice.sections?.map((section) => [section.id, section]));
  const titleOf = (id: string): string =>
    written.get(id)?.title ?? (tell(own.get(id)?.title) || (known[`${id}Title`] ?? id));

  const sectionOf = (id: string): Section | undefined => {
    const [intro, ...live] = BUILDERS.get(id)?.(words, settings, facts, titleOf) ?? [];
    const section = written.get(id);
    if (section) {
      // The shop cannot write how things stand.
      return id === 'storage' ? { ...section, blocks: [...section.blocks, ...live] } : section;
    }
    const text = own.get(id)?.text;
    const blocks = [...(text ? paragraphs(facts, text) : intro ? [{ text: intro }] : []), ...live];
    return blocks.length ? { id, title: titleOf(id), blocks } : undefined;
  };

  const lineOf = ({ id, title, blocks }: Section): SummaryLine | undefined => {
    const text = tell(own.get(id)?.summary) || (SUMMARY.includes(id) && shorten(facts, blocks));
    return text ? { id, title, text } : undefined;
  };

  // The shop's own stand after the built-in ones, but before what has changed and where to ask.
  const order = [...BUILDERS.keys()];
  order.splice(-2, 0, ...[...own.keys(), ...written.keys()].filter((id) => !BUILDERS.has(id)));
  const sections = [...new Set(order)].map(sectionOf).filter((section) => !!section);
  return {
    lang,
    version: versionsSince(facts, '')[0]?.id ?? '',
    notes: notesOf(facts, titleOf),
    summary: sections.map(lineOf).filter((line) => !!line),
    sections,
  };
}

/** Makes one line of a section: the names in its table, else its first paragraph and its first link. */
function shorten({ fill, words, lang }: NoticeFacts, blocks: readonly Block[]): string {
  const table = blocks.find((block) => 'table' in block);
  if (table) {
    const names = [...new Set(table.rows.map(([name = '']) => name))];
    const first = names.splice(0, NAMES);
    return join(lang, names[0] ? [...first, fill(words.moreNames, { count: names.length })] : first);
  }
  const text = blocks.find((block) => 'text' in block)?.text;
  const link = blocks.find((block) => 'link' in block)?.link;
  return [text, link].filter(Boolean).join(' ');
}
