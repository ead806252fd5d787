import type { LocalText } from './types.js';

/** What the newsletter panel offers. Nothing is ticked beforehand: the server says what holds. */
export interface NewsletterConfig {
  /** The address of the ready-made HTTP adapter, on this origin. Without it the page answers `fairsay-newsletter`, or passes an adapter. */
  endpoint?: string;
  /** What one can subscribe to. */
  topics?: TopicConfig[];
  /** How often mail may come. */
  frequencies?: FrequencyConfig[];
  /** The ways mail may come, each with a text that is agreed to. */
  channels?: ChannelConfig[];
  /**
   * The lengths of a pause, in days.
   *
   * @default [14, 30, 90]
   */
  pauses?: number[];
  /**
   * The parameter of the page's address that holds the subscriber's token. It is read once and taken out of the address.
   *
   * @default 'token'
   */
  tokenParameter?: string;
  /**
   * When a change is sent: at once, or with a button.
   *
   * @default 'button'
   */
  save?: 'button' | 'change';
}

/** Something to subscribe to. */
export interface TopicConfig {
  /** 1 to 64 letters, digits, `-` or `_`, a letter or digit first. */
  id: string;
  /** What the shopper sees as its name. */
  label: LocalText;
  /** What comes, in one sentence. */
  purpose?: LocalText;
}

/** One way of how often. */
export interface FrequencyConfig {
  /** 1 to 64 letters, digits, `-` or `_`, a letter or digit first. */
  id: string;
  /** What the shopper sees, such as "Once a week". */
  label: LocalText;
}

/** One way that mail may come. */
export interface ChannelConfig {
  /** 1 to 64 letters, digits, `-` or `_`, a letter or digit first, such as `email` or `sms`. */
  id: string;
  /** What the shopper sees as its name. */
  label: LocalText;
  /** The text that a yes to this channel agrees to (GDPR Art. 7, ePrivacy Directive Art. 13). */
  consentText: LocalText;
}
