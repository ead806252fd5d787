/** The notice as data: what its drawing, its downloads and its markup are made of, so that none can say something else. */
import type { Category, Settings } from '../../config/settings.js';
import type { LocalText, StorageConfig } from '../../config/types.js';
import type { Messages } from '../../locales/messages.js';
import type { NoticeMessages } from '../../locales/messages/notice.js';
import type { State } from '../state.js';

/** Every text that a notice can need. */
export type NoticeWords = NoticeMessages & Messages;

/** What a notice is made from. It looks nothing up by itself. */
export interface NoticeFacts {
  readonly settings: Settings;
  readonly words: NoticeWords;
  /** The language of the words, as a BCP 47 tag. */
  readonly lang: string;
  /** Writes a text of the configuration in that language; nothing where there is none. */
  readonly tell: (text: LocalText | undefined) => string;
  /** Fills the places marked `{word}` in a text. */
  readonly fill: (text: string, values: Readonly<Record<string, string | number>>) => string;
  /** Writes a number of days in a language. */
  readonly days: (count: number, lang: string) => string;
  /** What the shopper reads of a category. */
  readonly category: (category: Category) => { readonly label: string; readonly purpose: string };
  /** The heads of the table of what is stored, and the cells of a row of it. */
  readonly storageHead: readonly string[];
  readonly storageRow: (item: StorageConfig) => readonly string[];
  /** Today, as `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** How everything stands for this shopper. Without it the notice says what holds for everyone, as a server does. */
  readonly state?: State | undefined;
  /** The sections that the shop has written itself, in their order. */
  readonly authored?: readonly Section[];
}

/** Something that is told by its name. */
export type Fact = readonly [name: string, fact: string];

/** A piece of a section: a paragraph, which can have lines, a link, facts with their names, a table, or a group with a heading. */
export type Block =
  | { readonly text: string }
  | { readonly link: string; readonly url: string }
  | { readonly facts: readonly Fact[] }
  | { readonly table: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly group: string; readonly blocks: readonly Block[] };

/** One section. */
export interface Section {
  /** Its anchor: the same in every language and in every version. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Whether the shop has written it. */
  readonly authored?: boolean;
}

/** A line of the first layer, and the section that it leads to. */
export interface SummaryLine {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The whole notice. */
export interface Outline {
  readonly lang: string;
  /** The version in force, if the shop numbers them. */
  readonly version: string;
  /** What stands before the first layer: which version it is, what has changed since the shopper's choice, the signal. */
  readonly notes: readonly Block[];
  readonly summary: readonly SummaryLine[];
  readonly sections: readonly Section[];
}

/** Writes names one after the other. */
export const join = (lang: string, names: readonly string[]): string => new Intl.ListFormat(lang).format(names);

/** A table without the columns that are empty. */
export function tableOf(table: string, head: readonly string[], rows: readonly (readonly string[])[]): Block {
  const filled = (_: string, column: number): boolean => rows.some((row) => row[column]);
  return { table, head: head.filter(filled), rows: rows.map((row) => row.filter(filled)) };
}
