/** Creating or finding an element by its tag gives its class, once it is defined. Only has to compile. */
import type {
  AgeGateElement,
  BannerElement,
  EmbedElement,
  LinkElement,
  NewsletterElement,
  NoticeElement,
  PreferencesElement,
} from '../../src/define.js';

interface Tags {
  'fairsay-banner': BannerElement;
  'fairsay-preferences': PreferencesElement;
  'fairsay-embed': EmbedElement;
  'fairsay-link': LinkElement;
  'fairsay-newsletter': NewsletterElement;
  'fairsay-notice': NoticeElement;
  'fairsay-age-gate': AgeGateElement;
}

/** Compiles only where both types are the same. */
function same<A, B>(proof: [A, B] extends [B, A] ? true : never): void {
  void proof;
}

same<Pick<HTMLElementTagNameMap, keyof Tags>, Tags>(true);

export const banner: BannerElement = document.createElement('fairsay-banner');
export const preferences: PreferencesElement = document.createElement('fairsay-preferences');
export const embed: EmbedElement = document.createElement('fairsay-embed');
export const age: AgeGateElement = document.createElement('fairsay-age-gate');
export const newsletter: NewsletterElement = document.createElement('fairsay-newsletter');
export const notice: NoticeElement = document.createElement('fairsay-notice');
export const link: LinkElement | null = document.querySelector('fairsay-link');

// @ts-expect-error A tag that nobody defines gives no class of ours.
export const unknown: BannerElement = document.createElement('fairsay-unknown');
