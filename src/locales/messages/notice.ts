/**
 * What the privacy notice says where the shop has said nothing else. Keys are names, never English text; `{word}` is filled
 * in when drawn. A shop can replace each one under `texts` in its configuration.
 */
export interface NoticeMessages {
  /** The heading of the first layer. */
  summaryTitle: string;
  /** The name of the list of sections. */
  contentsTitle: string;
  whoTitle: string;
  whatTitle: string;
  whyTitle: string;
  recipientsTitle: string;
  storageTitle: string;
  keptTitle: string;
  rightsTitle: string;
  securityTitle: string;
  childrenTitle: string;
  changesTitle: string;
  contactTitle: string;
  /** Who is answerable. `{site}` is the shop, `{controller}` the person or company. */
  whoText: string;
  whatText: string;
  /** How long the answer is kept: `{duration}`. */
  keptText: string;
  /** After it. `{longest}` is the longest time of a cookie. */
  keptCookies: string;
  /** What cookies are, and how to prevent them. */
  storageText: string;
  rightsText: string;
  contactText: string;
  dataColumn: string;
  sourceColumn: string;
  needColumn: string;
  useColumn: string;
  basisColumn: string;
  recipientColumn: string;
  whenColumn: string;
  /** Where a recipient is, and what protects the data there. */
  placeColumn: string;
  required: string;
  optional: string;
  /** What is lost. `{text}` is the shop's own text. */
  withoutIt: string;
  /** What every host gets with a request. */
  browserData: string;
  whenNecessary: string;
  whenOptIn: string;
  whenOptOut: string;
  whenExempt: string;
  basisNecessary: string;
  basisOptIn: string;
  basisOptOut: string;
  basisExempt: string;
  /** Before how a service stands for this shopper. */
  nowColumn: string;
  onChosen: string;
  offChosen: string;
  offWaiting: string;
  onUntil: string;
  nothingStored: string;
  changeChoices: string;
  /** The version in force. `{version}` is its name, `{date}` its day. */
  versionSince: string;
  /** A version to come. */
  versionFrom: string;
  reviewedOn: string;
  /** Before the list of what has changed. `{date}` is the day of the shopper's choice. */
  changedSince: string;
  added: string;
  removed: string;
  changed: string;
  /** At the end of a long list. */
  moreNames: string;
  gpcHonoured: string;
  imprint: string;
  /** The name of the button beside a heading. `{title}` is the heading. */
  copyLink: string;
  linkCopied: string;
  downloadText: string;
  downloadData: string;
}
