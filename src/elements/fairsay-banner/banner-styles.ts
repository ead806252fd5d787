import { css } from 'lit';

/**
 * An important rule of a shadow root outweighs every rule of the page, its important ones included: so the page moves
 * no box of ours and draws no button unlike the other. The buttons read no token; they inherit from their slot.
 *
 * The first frame is drawn unseen: what a browser first paints so is never the largest content of the page (LCP).
 */
export const bannerStyles = css`
  :host {
    all: initial !important;
    color-scheme: inherit !important;
    font-family: inherit !important;
    display: flex !important;
    position: fixed !important;
    inset: auto 0.75em 0.75em !important;
    max-inline-size: 27em !important;
    max-block-size: calc(100dvh - 1.5em) !important;
  }
  :host([data-top]) {
    inset: 0.75em 0.75em auto !important;
  }
  :host([hidden]),
  :host(:not(:popover-open)) {
    display: none !important;
  }
  :host::before,
  :host::after,
  ::slotted(button)::before,
  ::slotted(button)::after {
    content: none !important;
  }
  @keyframes unseen {
    from {
      opacity: 0;
    }
  }
  section {
    animation: unseen 1ms;
    display: flex;
    flex: 1;
    flex-direction: column;
    padding-block-end: 0.5em;
    overflow: auto;
    box-shadow: 0 0.5em 2.5em #0003;
  }
  h2 {
    padding-inline-end: 1em;
  }
  div {
    overflow: auto;
    margin-block-end: 0.75em;
  }
  p,
  ul,
  li {
    margin: 0.4em 0;
    padding: 0;
    list-style: none;
  }
  ul {
    color: var(--fairsay-color-muted, var(--m));
  }
  b {
    color: var(--fairsay-color-text, var(--t));
  }
  [part='close'] {
    position: absolute !important;
    inset-block-start: 0.3em !important;
    inset-inline-end: 0.3em !important;
  }
  footer {
    display: grid;
    grid: auto/1fr 1fr;
    gap: var(--fairsay-space-s, 0.5em);
  }
  [name='more']::slotted(button) {
    grid-column: 1/-1 !important;
    text-decoration: underline !important;
  }
  @media (max-width: 30em) and (min-height: 22em) {
    :host {
      max-block-size: max(49dvh, 19em) !important;
    }
  }
  @media (max-height: 22em) {
    div {
      overflow: visible;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
