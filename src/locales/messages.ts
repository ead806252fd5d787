/**
 * Every text that a shopper can meet. Keys are names, never English text; `{word}` is filled in when drawn.
 * The wording of consent is legal text: a shop can replace each one under `texts` in its configuration.
 */
export interface Messages {
  /** The banner's heading and accessible name. */
  bannerTitle: string;
  /** What it is about: who asks, that third parties are behind it, how long, that it can be changed. `{site}` is the shop, `{duration}` how long the answer is kept. */
  bannerText: string;
  /** The shop's name where it has not given one, as the subject of a sentence. */
  thisSite: string;
  acceptAll: string;
  rejectAll: string;
  /** Opens the preferences. */
  openPreferences: string;
  /** The name of the button that closes without a choice; names its effect. */
  closeBanner: string;
  /** The link to the shop's privacy notice. */
  privacyLink: string;
  /** Said by screen readers after a choice was stored. */
  saved: string;

  preferencesTitle: string;
  preferencesText: string;
  save: string;
  /** The name of the button that closes the preferences without saving. */
  closePreferences: string;
  /** Beside a category that cannot be switched off. */
  alwaysOn: string;
  /** In place of the introduction while a minor is there, or may be. */
  minorNote: string;
  /** Beside a category of the basis `exempt`. */
  exemptNote: string;
  /** Beside a category that Global Privacy Control switched off. */
  gpcNote: string;
  /** Opens the list of services of a category. `{count}` is their number. */
  services: string;
  /** Under a category without services. */
  noServices: string;
  provider: string;
  hosts: string;
  /** The link to a provider's own privacy notice. `{name}` is the service. */
  providerNotice: string;
  /** The caption of the table of cookies and other storage. `{name}` is the service. */
  storageCaption: string;
  storageName: string;
  storageKind: string;
  storagePurpose: string;
  storageDuration: string;
  /** How long something lives that ends with the browser. */
  untilClosed: string;
  /** How long other storage lives that has no end. */
  untilDeleted: string;
  kindCookie: string;
  kindLocal: string;
  kindSession: string;
  kindIndexeddb: string;
  kindCache: string;
  kindWorker: string;

  /** The heading over what is on record about the shopper's own choices. The names of its facts follow. */
  recordTitle: string;
  recordTime: string;
  recordAllowed: string;
  recordRefused: string;
  /** What an answer was given with: one of the four that follow. */
  recordSource: string;
  sourceButton: string;
  /** A press that no hand made: a refusal tool, an extension. */
  sourceScript: string;
  /** The page's own code. */
  sourceApi: string;
  /** What stands in for a held frame. */
  sourceEmbed: string;
  /** The language of the question. */
  recordLang: string;
  /** A hash of what was on screen. */
  recordShown: string;
  recordNumber: string;
  /** The button that gives the shopper the record as a file. */
  downloadRecord: string;

  necessaryLabel: string;
  necessaryPurpose: string;
  functionalLabel: string;
  functionalPurpose: string;
  analyticsLabel: string;
  analyticsPurpose: string;
  marketingLabel: string;
  marketingPurpose: string;

  /** The heading of a placeholder. `{name}` is the service or the host. */
  embedTitle: string;
  /** Who would get what. `{provider}` is the company or the host. */
  embedText: string;
  /** In place of the buttons while a minor is there, or may be. */
  embedMinor: string;
  loadOnce: string;
  /** `{name}` is the service. */
  alwaysAllow: string;

  privacyChoices: string;
  /** The line that says that Global Privacy Control is honoured (11 CCR 7025(c)(6)). */
  signalHonoured: string;
}

/** One language: data only, no effects. */
export interface Locale {
  /** The BCP 47 tag. */
  lang: string;
  dir: 'ltr' | 'rtl';
  messages: Messages;
}

/** A widget whose texts are a file of their own in each language, so that no page without it pays for them. */
export type TextPart = 'age' | 'newsletter' | 'notice' | 'reload';

/** One language of one part: data only, no effects. */
export interface PartLocale<M extends object = object> {
  /** The BCP 47 tag. */
  lang: string;
  dir: 'ltr' | 'rtl';
  part: TextPart;
  messages: M;
}
