import type { Messages } from '../messages.js';

/** What the banner says, and the categories that bring their own texts. */
export const firstLayer = {
  bannerTitle: 'Cookies and your privacy',
  bannerText:
    '{site} and other companies would like to use cookies and similar storage for the purposes below. We keep your answer for {duration}, and you can change it at any time.',
  thisSite: 'This site',
  acceptAll: 'Accept all',
  rejectAll: 'Reject all',
  openPreferences: 'Choose',
  closeBanner: 'Close, and leave it all off',
  privacyLink: 'Privacy notice',
  functionalLabel: 'Functional',
  functionalPurpose: 'Remembers your settings, such as language or size.',
  analyticsLabel: 'Analytics',
  analyticsPurpose: 'Measures how the site is used, to improve it.',
  marketingLabel: 'Marketing',
  marketingPurpose: 'Shows you advertising and measures whether it works.',
} satisfies Partial<Messages>;
