import { css } from 'lit';

export const linkStyles = css`
  :host {
    display: inline-block;
  }
  :host([hidden]) {
    display: none;
  }
  button {
    all: unset;
    box-sizing: border-box;
    min-block-size: 24px;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    color: var(--fairsay-color-text, inherit);
    font-family: var(--fairsay-font, inherit);
  }
  button:hover {
    text-decoration-thickness: 2px;
  }
  button:focus-visible {
    outline: 3px solid var(--fairsay-color-focus, currentColor);
    outline-offset: 2px;
  }
  p {
    margin: 0.25em 0 0;
    font-size: 0.9em;
    color: var(--fairsay-color-muted, inherit);
  }
`;
