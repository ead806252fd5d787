import { AgeGateElement } from './age-element.js';

export * from './age-element.js';

if (!customElements.get('fairsay-age-gate')) {
  customElements.define('fairsay-age-gate', AgeGateElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'fairsay-age-gate': AgeGateElement;
  }
}
