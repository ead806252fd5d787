import { css } from 'lit';

export const newsletterStyles = css`
  :host {
    display: block;
    color-scheme: inherit;
  }
  :host([hidden]) {
    display: none;
  }
  section {
    max-inline-size: 44em;
  }
  h2:focus {
    outline: none !important;
  }
  p {
    margin: 0.25em 0 0;
  }
  [part='address'],
  [part='note'],
  [part='choice'] p,
  [part='mail'] {
    color: var(--fairsay-color-muted, var(--m));
  }
  [part='text'] {
    margin-block-end: 0.5em;
  }
  fieldset {
    min-inline-size: 0;
    margin: 1.1em 0 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 0.25em;
    font-weight: 600;
  }
  [part='choice'] {
    display: grid;
    grid: auto / auto 1fr;
    gap: 0 0.7em;
    align-items: center;
    min-block-size: 44px;
    padding-block: 0.4em;
  }
  [part='choice'] + [part='choice'] {
    border-block-start: 1px solid var(--fairsay-color-border, #8884);
  }
  p:empty {
    display: none;
  }
  [part='choice'] p {
    grid-column: 2;
    margin: 0;
    font-size: 0.93em;
  }
  label {
    padding-block: 0.25em;
    cursor: pointer;
  }
  input {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--fairsay-color-accent, var(--t));
    cursor: pointer;
  }
  button {
    border-color: var(--fairsay-color-muted, var(--m)) !important;
    border-radius: calc(var(--fairsay-radius, 1em) * 0.6) !important;
  }
  .filled button {
    border-color: #0000 !important;
  }
  [part='message'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--fairsay-space-s, 0.6em);
    align-items: center;
    min-block-size: 44px;
    margin-block: 0.5em;
  }
  [part='pause'],
  [part='actions'] {
    display: grid;
    grid: auto / repeat(auto-fit, minmax(min(13em, 100%), 1fr));
    gap: var(--fairsay-space-s, 0.6em);
    align-items: center;
  }
  [part='mail'] {
    margin-block-start: 1em;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--fairsay-color-border, #8884);
  }
  [aria-disabled='true'] {
    cursor: default !important;
    opacity: 0.6 !important;
    text-decoration: none !important;
  }
  .unseen {
    margin-block-end: 10em;
    visibility: hidden;
  }
`;
