import { EmbedElement } from './embed-element.js';

export * from './embed-element.js';

if (!customElements.get('fairsay-embed')) {
  customElements.define('fairsay-embed', EmbedElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'fairsay-embed': EmbedElement;
  }
}
