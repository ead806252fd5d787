import { css } from 'lit';

export const preferencesStyles = css`
  :host {
    display: contents;
    color-scheme: inherit;
  }
  :host([hidden]) {
    display: none;
  }
  dialog {
    inline-size: min(44em, 100vw - 1.5em);
    max-inline-size: none;
    max-block-size: min(52em, 100dvh - 1.5em);
    padding: 0;
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: #0008;
  }
  header,
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
  }
  header {
    padding: 0.75em var(--fairsay-space-l, 1.4em) 0;
  }
  h2:focus-visible {
    outline: none !important;
  }
  [part='close'] {
    margin-inline-end: -0.5em !important;
  }
  .body {
    flex: auto;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0 var(--fairsay-space-l, 1.4em);
  }
  p {
    margin: 0.25em 0;
  }
  .body p,
  dl,
  [part='note'],
  summary {
    color: var(--fairsay-color-muted, var(--m));
  }
  article {
    padding-block: 1em;
    border-block-start: 1px solid var(--fairsay-color-border, #8884);
  }
  [part='text'] {
    margin-block-end: 1em;
  }
  h3,
  h4 {
    margin: 0;
    font-size: 1.07em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  h4 {
    font-size: 1em;
  }
  label {
    cursor: pointer;
  }
  [part='note'] {
    font-size: 0.93em;
  }
  input {
    appearance: none;
    display: grid;
    flex: none;
    align-content: center;
    box-sizing: border-box;
    inline-size: max(3.2em, 44px);
    block-size: max(1.8em, 26px);
    margin: 0;
    padding: 0.2em;
    border: 2px solid var(--fairsay-color-muted, var(--m));
    border-radius: 1em;
    cursor: pointer;
  }
  input::before {
    content: '';
    display: block;
    border: 0.5em solid var(--fairsay-color-muted, var(--m));
    border-radius: 50%;
    inline-size: 0;
  }
  input:checked {
    border-color: var(--fairsay-color-accent, var(--t));
    background: var(--fairsay-color-accent, var(--t));
  }
  input:checked::before {
    margin-inline-start: auto;
    border-color: var(--fairsay-color-on-accent, Canvas);
  }
  input:disabled {
    opacity: 0.5;
    cursor: default;
  }
  summary {
    inline-size: fit-content;
    padding-block: 0.4em;
    cursor: pointer;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    margin-block-start: 0.75em;
    padding: 1em;
    border-radius: calc(var(--fairsay-radius, 1em) * 0.6);
    background: #8881;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 14em;
  }
  dl {
    display: grid;
    gap: 0.15em;
    margin: 0.4em 0;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
  }
  dt::after {
    content: ':';
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    color: var(--fairsay-color-text, var(--t));
  }
  table {
    inline-size: 100%;
    margin-block-start: 0.75em;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 0.9em;
  }
  caption,
  th,
  td {
    padding: 0.4em 0.75em 0.4em 0;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  caption {
    font-weight: 600;
  }
  th {
    font-weight: 500;
    color: var(--fairsay-color-muted, var(--m));
  }
  tbody tr {
    border-block-start: 1px solid var(--fairsay-color-border, #8884);
  }
  code {
    font-family: ui-monospace, monospace;
  }
  [data-action='download'] {
    inline-size: fit-content !important;
    margin-block-start: 0.75em !important;
    border-color: currentColor !important;
    border-radius: calc(var(--fairsay-radius, 1em) * 0.6) !important;
  }
  footer {
    display: grid;
    grid: auto/1fr 1fr 1fr;
    gap: var(--fairsay-space-s, 0.6em);
    padding: 1em var(--fairsay-space-l, 1.4em);
    border-block-start: 1px solid var(--fairsay-color-border, #8884);
  }
  @media (forced-colors: active) {
    input:checked {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
    }
    input:checked::before {
      border-color: Canvas;
    }
  }
  @media (max-width: 36em) {
    footer {
      grid: auto/1fr 1fr;
    }
    [data-action='save'] {
      grid-column: 1/-1 !important;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tbody tr {
      display: grid;
      grid: auto/1fr auto;
      padding-block: 0.4em;
    }
    td {
      padding-block: 0.1em;
    }
    td:nth-child(2) {
      grid-area: 1/2;
    }
    td:nth-child(4) {
      grid-area: 2/2;
    }
  }
  @media (max-height: 30em) {
    dialog[open] {
      display: block;
      overflow: auto;
    }
  }
  @media print {
    dialog {
      display: none !important;
    }
  }
`;
