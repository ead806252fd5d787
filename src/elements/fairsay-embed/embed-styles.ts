import { css } from 'lit';

export const embedStyles = css`
  :host {
    display: inline-block;
    overflow: hidden;
    container-type: size;
    border: 0 solid transparent;
    color-scheme: inherit;
  }
  :host([hidden]) {
    display: none;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
    inline-size: 100%;
    block-size: 100%;
    padding: var(--fairsay-space-m, 1em);
    overflow: auto;
    text-align: center;
  }
  .words {
    min-block-size: 3em;
    margin-block-start: auto;
    overflow: auto;
    outline-offset: -3px !important;
  }
  h2 {
    overflow-wrap: anywhere;
  }
  p {
    max-inline-size: 34em;
    margin: 0.25em auto 0;
    color: var(--fairsay-color-muted, var(--m));
  }
  a {
    display: block;
  }
  .filled {
    display: grid;
    grid: auto/repeat(auto-fit, minmax(6em, 1fr));
    gap: var(--fairsay-space-s, 0.6em);
    inline-size: 100%;
    max-inline-size: 30em;
    margin-inline: auto;
    margin-block-end: auto;
  }
  @container (max-width: 24em) or (max-height: 12em) {
    section {
      gap: 0.5em;
      padding: 0.6em;
      font-size: 0.8em;
      line-height: 1.3;
    }
    .filled button {
      padding: 0.1em 0.4em !important;
    }
  }
  @media print {
    .filled {
      display: none;
    }
  }
`;
