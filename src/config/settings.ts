import type { AgeConfig } from './age.js';
import type { LogConfig } from './log.js';
import type { NewsletterConfig } from './newsletter.js';
import type { NoticeConfig } from './notice.js';
import type { GateConfig } from './gate.js';
import type { Basis, LocalText, ServiceConfig, SignalsConfig, SiteConfig } from './types.js';

/** One category as it holds in this region. */
export interface Category {
  readonly id: string;
  readonly basis: Basis;
  readonly label?: LocalText | undefined;
  readonly purpose?: LocalText | undefined;
}

/** The configuration with its defaults filled in and its region resolved: what everything else reads. */
export interface Settings {
  readonly site: SiteConfig;
  readonly lang: string;
  readonly region: string;
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly categories: readonly Category[];
  readonly services: readonly ServiceConfig[];
  readonly record: { readonly days: number; readonly domain: string };
  readonly signals: SignalsConfig;
  readonly log: LogConfig;
  readonly newsletter: NewsletterConfig;
  readonly notice: NoticeConfig;
  readonly gate: GateConfig;
  readonly age: AgeConfig;
  /** Whether an answer may be kept: not where the configuration failed and the defaults stand in for it. */
  readonly keep: boolean;
}
