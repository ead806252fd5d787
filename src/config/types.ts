import type { AgeConfig } from './age.js';
import type { NewsletterConfig } from './newsletter.js';
import type { NoticeConfig } from './notice.js';

/**
 * What a shop declares. One object, the same in JSON, in TypeScript and in the demo; every key is optional.
 * The JSON Schema that editors use is generated from this file, so each comment here is also an editor's hint.
 */
import type { LogConfig } from './log.js';

import type { GateConfig } from './gate.js';

export type { LogConfig };

/**
 * The rule of law that a category follows.
 *
 * - `necessary`: the service that the shopper asked for needs it; always on (ePrivacy Directive Art. 5(3), second sentence).
 * - `opt-in`: off until the shopper says yes (GDPR Art. 6(1)(a), ePrivacy Directive Art. 5(3)).
 * - `opt-out`: sale or sharing; on until the shopper or Global Privacy Control says no (California, 11 CCR 7025 and 7026).
 * - `exempt`: on, told, easy to object to (United Kingdom, PECR Schedule A1).
 */
export type Basis = 'necessary' | 'opt-in' | 'opt-out' | 'exempt';

/**
 * One text for every language, or one for each language by its BCP 47 tag.
 * A language that is missing falls back to its base language, then to English, then to the first one given.
 */
export type LocalText = string | Record<string, string>;

/** The whole configuration of a page. */
export interface Config {
  /** An address of the JSON Schema, for editors. Fairsay itself does not read it. */
  $schema?: string;
  /** Who runs the shop and where its own pages are. */
  site?: SiteConfig;
  /** The language of every text, as a BCP 47 tag. By default the nearest `lang` attribute decides. */
  lang?: string;
  /** Where the shopper is, as ISO 3166-1 (`DE`) or 3166-2 (`US-CA`). Unknown means the strictest rule. */
  region?: string;
  /** Replaces any text of a locale, by language and then by the text's key. */
  texts?: Record<string, Record<string, string>>;
  /** The purposes that a shopper decides about. By default `necessary`, `functional`, `analytics` and `marketing`. */
  categories?: CategoryConfig[];
  /** The third parties, and the shop's own uses of storage, each in one category. */
  services?: ServiceConfig[];
  /** How long an answer is kept, and for which domain. */
  record?: RecordConfig;
  /** What is told to vendors that listen to a signal of their own. */
  signals?: SignalsConfig;
  /** Where records of choices are sent. By default nowhere. */
  log?: LogConfig;
  /** What the newsletter panel offers. */
  newsletter?: NewsletterConfig;
  /** What the privacy notice says beyond all of that. */
  notice?: NoticeConfig;
  /** What is held by its host, without a mark, where `fairsay-hosts.js` is on the page. */
  gate?: GateConfig;
  /** The age that shoppers are asked to confirm, and where. Without it nobody is asked. */
  age?: AgeConfig;
}

/** Who runs the shop and where its own pages are. */
export interface SiteConfig {
  /** The shop's name, as shoppers know it. */
  name?: string;
  /** Who is answerable for the data (GDPR Art. 4(7)). */
  controller?: ControllerConfig;
  /** How to reach the shop about privacy. */
  contact?: ContactConfig;
  /** Addresses of the shop's own pages. */
  links?: LinksConfig;
}

/** Who is answerable for the data. */
export interface ControllerConfig {
  /** The full name of the person or company. */
  name: string;
  /** The country, as ISO 3166-1. */
  country?: string;
}

/** How to reach the shop about privacy. */
export interface ContactConfig {
  /** An e-mail address. */
  email?: string;
  /** The postal address, one line an entry, in the order that its country writes it. */
  post?: string[];
  /** A telephone number. */
  phone?: string;
}

/** Addresses of the shop's own pages: `https:`, `http:`, `mailto:`, `tel:` or relative. Any other is dropped. */
export interface LinksConfig {
  /** The privacy notice. */
  privacy?: string;
  /** The imprint or legal notice. */
  imprint?: string;
}

/** One purpose that a shopper decides about. */
export interface CategoryConfig {
  /** 1 to 64 letters, digits, `-` or `_`, a letter or digit first. Shared with services: one namespace. */
  id: string;
  /**
   * The rule of law that the category follows: one for everywhere, or one for each region (`DE`, `US-CA`) with `*` for
   * the rest. A region that is not named follows `opt-in`.
   *
   * @default 'opt-in'
   */
  basis?: Basis | Record<string, Basis>;
  /** What the shopper sees as its name. The four default categories bring their own. */
  label?: LocalText;
  /** What it is for, in one sentence. Shown on the first layer (GDPR Art. 4(11)). */
  purpose?: LocalText;
}

/** One third party, or one use of storage by the shop itself. */
export interface ServiceConfig {
  /** 1 to 64 letters, digits, `-` or `_`, a letter or digit first. Shared with categories: one namespace. */
  id: string;
  /** The `id` of its category. */
  category: string;
  /** The name that shoppers know it by. */
  name: LocalText;
  /** The company behind it. */
  provider?: string;
  /** What the shop uses it for, in one sentence. */
  purpose?: LocalText;
  /** The provider's own privacy notice. */
  privacyUrl?: string;
  /** The hosts that it talks to. `*.` at the start stands for one or more labels. */
  hosts?: string[];
  /** The cookies and other storage that it uses. */
  storage?: StorageConfig[];
  /** What it gets beside what every host sees: ids of `notice.data`. The notice says so. */
  data?: string[];
  /**
   * Stops it when its permission is gone, before what it has stored is deleted; waited for a second at most. JSON has no
   * functions: it is for a configuration that code passes to `start`.
   */
  onWithdraw?: (service: string) => unknown;
}

/** One cookie or other piece of storage. */
export interface StorageConfig {
  /** Where it is kept. */
  kind: StorageKind;
  /** Its name, with `*` for any run of characters. For `worker` it is the scope. */
  name: string;
  /** What it is for, in one sentence. */
  purpose?: LocalText;
  /** How long it is kept, in days. `0`, or left out, means until the browser is closed, or until it is deleted for other storage. */
  days?: number;
}

/** Where something is kept in the browser. */
export type StorageKind = 'cookie' | 'local' | 'session' | 'indexeddb' | 'cache' | 'worker';

/** How long an answer is kept, and for which domain. */
export interface RecordConfig {
  /**
   * How long a yes or a no is kept, in days, at most 400. Both are kept equally long.
   *
   * @default 182
   */
  days?: number;
  /**
   * The parent domain that shares the answer with its subdomains, such as `example.com`; `auto` finds the widest that the
   * browser allows. By default this host alone.
   */
  domain?: string;
}

/** What is told to vendors that listen to a signal of their own. */
export interface SignalsConfig {
  /** Google Consent Mode v2. On by default, as it only ever denies before a yes; `false` turns it off. */
  google?: GoogleSignalConfig | false;
}

/** Google Consent Mode v2. */
export interface GoogleSignalConfig {
  /**
   * How long Google's tags wait for an update, in milliseconds.
   *
   * @default 500
   */
  waitForUpdate?: number;
  /**
   * The name of the queue on `window`.
   *
   * @default 'dataLayer'
   */
  dataLayer?: string;
  /** What must be allowed for each of Google's types, in the grammar of `data-fairsay`, for a shop with its own categories. */
  types?: Partial<Record<GoogleType, string>>;
}

/** The types of Google Consent Mode v2. */
export type GoogleType =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage';
