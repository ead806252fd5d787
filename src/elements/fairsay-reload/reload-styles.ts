import { css } from 'lit';

/**
 * Like the banner, it is itself the fixed box, and no rule of the page moves it. It stands at the bottom, where a line
 * begins: shops have the basket at the top, and a chat at the other end.
 */
export const reloadStyles = css`
  :host {
    all: initial !important;
    color-scheme: inherit !important;
    font-family: inherit !important;
    position: fixed !important;
    inset-block: auto 0.75em !important;
    inset-inline: 0.75em auto !important;
    max-inline-size: min(24em, 100% - 1.5em) !important;
    max-block-size: calc(100dvh - 1.5em) !important;
    overflow: auto !important;
  }
  :host([hidden]),
  :host(:not(:popover-open)) {
    display: none !important;
  }
  section {
    padding: 1em;
  }
  h2 {
    font-size: 1.1em;
  }
  p {
    margin: 0.4em 0 0.75em;
  }
  .filled {
    display: grid;
    grid: auto/repeat(auto-fit, minmax(8em, 1fr));
    gap: var(--fairsay-space-s, 0.5em);
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
