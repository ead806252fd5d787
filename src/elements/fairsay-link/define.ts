import { LinkElement } from './link-element.js';

export * from './link-element.js';

if (!customElements.get('fairsay-link')) {
  customElements.define('fairsay-link', LinkElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'fairsay-link': LinkElement;
  }
}
