import type { LocalText } from './types.js';

/**
 * What the notice says beyond what the rest of the configuration declares. Who is answerable comes from `site`; purposes,
 * their rule of law, services, cookies and storage come from `categories` and `services`: there is no second list of them.
 */
export interface NoticeConfig {
  /** The data about shoppers, one by one (GDPR Art. 13 and 14). */
  data?: DataConfig[];
  /** Whoever gets data without being one of the `services`, such as a carrier or an authority (GDPR Art. 13(1)(e)). */
  recipients?: RecipientConfig[];
  /** How data are kept safe, one paragraph an entry. */
  security?: LocalText[];
  /** What holds for children, one paragraph an entry. */
  children?: LocalText[];
  /** The rights of shoppers, and how to use each. */
  rights?: RightConfig[];
  /** Sections of the shop's own, and other words for the built-in ones. */
  sections?: SectionConfig[];
  /** Every version of the notice, the newest first. */
  versions?: VersionConfig[];
  /** The day on which the notice was last looked through, as `YYYY-MM-DD`. */
  reviewed?: string;
}

/** One piece of data about shoppers. */
export interface DataConfig {
  /** 1 to 64 letters, digits, `-` or `_`, a letter or digit first. Recipients and services name it. */
  id: string;
  /** What the shopper sees as its name. */
  label: LocalText;
  /** Where it comes from. */
  source: LocalText;
  /**
   * Whether the shop cannot do without it.
   *
   * @default false
   */
  required?: boolean;
  /** What does not work without it (GDPR Art. 13(2)(e)). */
  without?: LocalText;
  /** What it is used for. */
  purpose?: LocalText;
  /** How long it is kept. */
  kept?: LocalText;
}

/** Somebody who gets data. */
export interface RecipientConfig {
  /** Who it is: a name, or a kind where the law does not ask for a name. */
  name: LocalText;
  /** What for. */
  purpose: LocalText;
  /** What it gets: ids of `notice.data`. */
  data?: string[];
  /** The country that it is in, as ISO 3166-1. */
  country?: string;
  /** What protects the data there (GDPR Art. 46). */
  safeguard?: LocalText;
}

/** One right. */
export interface RightConfig {
  /** What it is called. */
  label: LocalText;
  /** What it means, and how to use it. */
  text: LocalText;
}

/** A section of the shop's own, or other words for a built-in one. */
export interface SectionConfig {
  /**
   * Its anchor in the address, for good: 1 to 64 letters, digits, `-` or `_`, a letter or digit first. Built in are `who`,
   * `what`, `why`, `recipients`, `storage`, `kept`, `rights`, `security`, `children`, `changes` and `contact`.
   */
  id: string;
  /** Its heading. A built-in section has one. */
  title?: LocalText;
  /** Its paragraphs. In a built-in section they stand for the first one; what comes from data stays. */
  text?: LocalText[];
  /** Its line in the summary. */
  summary?: LocalText;
}

/** One version of the notice. */
export interface VersionConfig {
  /** What it is called, such as `2.1`. */
  id: string;
  /** The day from which it holds, as `YYYY-MM-DD`. */
  date: string;
  /** What is different from the version before. */
  changes?: ChangeConfig[];
}

/** One difference between two versions, in words. */
export interface ChangeConfig {
  /** What happened. */
  kind: ChangeKind;
  /** The `id` of the section that it is about. */
  section: string;
  /** What is different now, in one sentence. */
  text: LocalText;
}

/** What can happen to a part of a notice. */
export type ChangeKind = 'added' | 'removed' | 'changed';
