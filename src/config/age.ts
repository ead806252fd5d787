import type { LocalText } from './types.js';

/** An age in whole years: one for everywhere, or one for each region (`DE`, `US-CA`) with `*` for the rest. */
export type MinimumAge = number | Record<string, number>;

/** The question for a shopper's age. It is a statement and no verification: what the law forbids, the server must refuse. */
export interface AgeConfig {
  /** The age to ask for. Without it, and without `areas`, nobody is asked. A region that is not named is asked for the highest. */
  minimum?: MinimumAge;
  /** Parts of the site with an age of their own, by the start of the path. The first that fits counts, before `minimum`. */
  areas?: AgeAreaConfig[];
  /**
   * How it is asked: three equal answers, or the birth date, of which nothing is kept.
   *
   * @default 'simple'
   */
  mode?: 'simple' | 'date';
  /**
   * What waits for the answer: the whole page, or what is marked with `data-fairsay-age`. A page without marked parts is then not asked about.
   *
   * @default 'page'
   */
  scope?: 'page' | 'parts';
  /**
   * Whether somebody younger may go on with a parent or guardian.
   *
   * @default true
   */
  accompanied?: boolean;
  /**
   * What a minor's presence means for what is optional and for the newsletter: both stay off, or the adult is asked.
   *
   * @default 'protect'
   */
  minors?: 'protect' | 'ask';
  /**
   * How long the answer of an adult is kept, in days, at most 400. `0` keeps it until the browser is closed, like every other answer.
   *
   * @default 30
   */
  days?: number;
  /** Where somebody can go who may not stay. */
  links?: AgeLinkConfig[];
}

/** A part of the site with an age of its own. */
export interface AgeAreaConfig {
  /** How the path of its addresses begins, such as `/knives/`. */
  path: string;
  /** The age to ask for there; `0` asks nobody. */
  minimum: MinimumAge;
}

/** A way out. */
export interface AgeLinkConfig {
  label: LocalText;
  /** `https:`, `http:`, `mailto:`, `tel:` or relative. */
  url: string;
}
