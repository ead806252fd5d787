import { NoticeElement } from './notice-element.js';

export * from './notice-element.js';

if (!customElements.get('fairsay-notice')) {
  customElements.define('fairsay-notice', NoticeElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'fairsay-notice': NoticeElement;
  }
}
