import { css } from 'lit';

/**
 * The look of what comes once the notice is read, and of its print: no controls, and addresses written out. Whatever the
 * shop says of its buttons comes before what is said here.
 */
export const readingStyles = css`
  :where(fairsay-notice button) {
    min-block-size: 44px;
    padding-inline: 1em;
    border: 1px solid;
    border-radius: 0.4em;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  fairsay-notice {
    & header,
    & #fairsay-files {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.5em;
    }
    & header button {
      min-block-size: 24px;
      min-inline-size: 24px;
      padding: 0;
      border: 0;
    }
    & [aria-current='location'] {
      font-weight: bold;
    }
  }
  @media print {
    fairsay-notice button,
    #fairsay-contents {
      display: none;
    }
    fairsay-notice a[href^='http']::after {
      content: ' (' attr(href) ')';
    }
  }
`;
