import { css } from 'lit';

/** A host that is hidden with its page is drawn all the same; one that is hidden by itself says so. */
export const ageStyles = css`
  :host {
    display: contents;
    color-scheme: inherit;
  }
  :host([hidden]) {
    display: none;
  }
  dialog {
    visibility: visible;
    inline-size: min(32em, 100vw - 1.5em);
    max-inline-size: none;
    max-block-size: calc(100dvh - 1.5em);
    padding: clamp(1.1em, 5vw, 2em);
    overflow: auto;
    overscroll-behavior: contain;
    box-shadow: 0 0.5em 2.5em #0003;
  }
  dialog::backdrop {
    background: #0000;
  }
  .parts::backdrop {
    background: #0008;
  }
  h2 {
    font-size: 1.45em;
    line-height: 1.25;
    text-wrap: balance;
  }
  h2:focus-visible {
    outline: none !important;
  }
  p {
    margin: 0.5em 0 0;
    text-wrap: pretty;
  }
  [part='answers'] {
    display: grid;
    grid-auto-rows: 1fr;
    grid-column: 1/-1;
    gap: var(--fairsay-space-s, 0.6em);
    margin-block-start: 1.25em;
  }
  form {
    display: grid;
    grid: auto/1fr 1fr;
    gap: 0.75em;
    margin: 1em 0 0;
  }
  form > :first-child {
    grid-column: 1/-1;
  }
  form [part='answers'] {
    margin-block-start: 0.25em;
  }
  label {
    display: grid;
    gap: 0.3em;
    font-weight: 600;
  }
  input {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0.25em 0.6em;
    font: inherit;
    font-weight: 400;
    color: inherit;
    background: none;
    border: 2px solid var(--fairsay-color-muted, var(--m));
    border-radius: calc(var(--fairsay-radius, 1em) * 0.6);
  }
  [aria-invalid='true'] {
    border-style: dashed;
    border-color: currentColor;
  }
  [part='hint'],
  [part='note'] {
    font-size: 0.93em;
    color: var(--fairsay-color-muted, var(--m));
  }
  [part='hint'],
  [part='error'] {
    margin-block-start: 0.3em;
  }
  [part='error'] {
    font-weight: 600;
  }
  [part='note'] {
    margin-block-start: 1.25em;
  }
  [part='links'] {
    margin-block-start: 1em;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    margin: 0.25em 0 0;
    padding: 0;
    list-style: none;
  }
  a {
    display: inline-block;
    padding-block: 0.35em;
    text-underline-offset: 0.15em;
  }
  @media (forced-colors: active) {
    [part='answers'] button {
      border-color: ButtonText !important;
    }
  }
  @media print {
    dialog {
      display: none !important;
    }
  }
`;
