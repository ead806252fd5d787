import { css } from 'lit';

/**
 * The look of what the element adds to the page itself. Headings, paragraphs, links and buttons look as they do elsewhere in
 * the shop; widths are those of the element, not of the window.
 */
export const noticeStyles = css`
  fairsay-notice {
    display: block;
    container: fairsay / inline-size;
    overflow-wrap: anywhere;
    & dl div {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1em;
      padding-block: 0.25em;
    }
    & dt {
      inline-size: 11em;
    }
    & dd {
      flex: 1 14em;
      margin: 0;
      unicode-bidi: plaintext;
    }
    & li span {
      display: block;
    }
    & [data-generated] p {
      white-space: pre-line;
    }
    & table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    & th,
    & td {
      padding: 0.5em;
      border-block-end: 1px solid var(--fairsay-color-border, #8884);
      text-align: inherit;
      vertical-align: top;
      unicode-bidi: plaintext;
    }
    & [dir='rtl'] {
      text-align: right;
    }
    & div > div {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 12em;
    }
  }
  @container fairsay (min-width: 56em) {
    fairsay-notice > * {
      margin-inline-end: 18em;
    }
    #fairsay-contents {
      float: inline-end;
      position: sticky;
      inset-block-start: 1em;
      inline-size: 15em;
      margin: 0;
    }
  }
  @container fairsay (max-width: 38em) {
    fairsay-notice {
      & thead {
        position: absolute;
        clip-path: inset(50%);
      }
      & tr,
      & th,
      & td {
        display: block;
      }
      & td {
        padding-block: 0 0.5em;
        border: 0;
      }
      & td:empty {
        display: none;
      }
      & td::before {
        content: attr(data-label) ':';
        padding-inline-end: 0.5em;
      }
    }
  }
`;
