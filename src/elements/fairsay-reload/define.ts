import { ReloadElement } from './reload-element.js';

export * from './reload-element.js';

if (!customElements.get('fairsay-reload')) {
  customElements.define('fairsay-reload', ReloadElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'fairsay-reload': ReloadElement;
  }
}
