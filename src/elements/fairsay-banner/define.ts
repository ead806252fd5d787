import { BannerElement } from './banner-element.js';

export * from './banner-element.js';

if (!customElements.get('fairsay-banner')) {
  customElements.define('fairsay-banner', BannerElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'fairsay-banner': BannerElement;
  }
}
