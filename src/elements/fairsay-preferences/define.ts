import { PreferencesElement } from './preferences-element.js';

export * from './preferences-element.js';

if (!customElements.get('fairsay-preferences')) {
  customElements.define('fairsay-preferences', PreferencesElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'fairsay-preferences': PreferencesElement;
  }
}
