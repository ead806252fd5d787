import { NewsletterElement } from './newsletter-element.js';

export * from './newsletter-element.js';

if (!customElements.get('fairsay-newsletter')) {
  customElements.define('fairsay-newsletter', NewsletterElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'fairsay-newsletter': NewsletterElement;
  }
}
