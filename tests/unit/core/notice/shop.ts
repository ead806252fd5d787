/** A notice for the tests of its core: a shop, its words, and how to find something in an outline. */
import type { Settings } from '../../../../src/config/settings.js';
import type { NoticeConfig } from '../../../../src/config/notice.js';
import type { Block, Fact, NoticeFacts, NoticeWords, Outline, Section } from '../../../../src/core/notice/facts.js';
import { outlineOf } from '../../../../src/core/notice/outline.js';
import { speak } from '../../../../src/core/notice/speech.js';
import { en } from '../../../../src/locales/en.js';
import { notice } from '../../../../src/locales/en/notice.js';
import { settingsOf } from '../shop.js';

export const WORDS: NoticeWords = { ...en.messages, ...notice };

/** What a shop declares, with nothing left out. */
export const NOTICE: NoticeConfig = {
  data: [
    {
      id: 'address',
      label: 'Address',
      source: 'Your order',
      required: true,
      without: 'No delivery.',
      kept: 'Ten years',
    },
    { id: 'birthday', label: 'Birthday', source: 'Your membership', without: 'No card.' },
    { id: 'other', label: 'Other', source: 'You' },
  ],
  recipients: [
    { name: 'Carriers', purpose: 'Delivery', data: ['address', 'nothing'], country: 'US', safeguard: 'Clauses' },
    { name: 'Courts', purpose: 'The law' },
  ],
  security: ['A locked room.', 'Few keys.'],
  children: ['From 18 years.'],
  rights: [{ label: 'Copy', text: 'Ask for it.' }],
  versions: [
    { id: '3', date: '2027-01-01' },
    { id: '2', date: '2026-03-01', changes: [{ kind: 'added', section: 'storage', text: 'A player.' }] },
    {
      id: '1',
      date: '2009-03-01',
      changes: [
        { kind: 'changed', section: 'rights', text: 'More of them.' },
        { kind: 'removed', section: 'letters', text: 'No more letters.' },
      ],
    },
  ],
  reviewed: '2026-04-01',
};

export const SITE: Settings['site'] = {
  name: 'Shop',
  controller: { name: 'Shop Ltd', country: 'GB' },
  contact: { email: 'a@shop.example', post: ['1 High Street', 'London'], phone: '+44 20' },
  links: { imprint: '/imprint' },
};

/** What a notice is made from, in English, on a day of 2026. */
export function factsOf(settings: Partial<Settings> = {}, more: Partial<NoticeFacts> = {}): NoticeFacts {
  return { ...speak('en', WORDS), settings: settingsOf(settings), today: '2026-06-01', ...more };
}

export const outline = (settings?: Partial<Settings>, more?: Partial<NoticeFacts>): Outline =>
  outlineOf(factsOf(settings, more));

export function sectionOf({ sections }: Outline, id: string): Section {
  const found = sections.find((section) => section.id === id);
  if (!found) {
    throw new Error(`There is no section ${id}.`);
  }
  return found;
}

/** The rows of the first table in a section, its head first. */
export function tableIn(blocks: readonly Block[]): readonly (readonly string[])[] {
  const table = blocks.find((block) => 'table' in block);
  return table ? [table.head, ...table.rows] : [];
}

export function factsIn(blocks: readonly Block[]): readonly Fact[] {
  return blocks.flatMap((block) => ('facts' in block ? block.facts : []));
}

export function textsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => ('text' in block ? [block.text] : []));
}

/** What stands under a heading within a section. */
export function groupIn({ blocks }: Section, name: string): readonly Block[] {
  return blocks.flatMap((block) => ('group' in block && block.group === name ? block.blocks : []));
}

/** The line of the first layer that leads to a section. */
export const lineOf = ({ summary }: Outline, id: string): string | undefined =>
  summary.find((line) => line.id === id)?.text;
