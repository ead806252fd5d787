import { css } from 'lit';

/** The look of what comes once the notice is read, and of its print: no controls, and addresses written out. */
export const readingStyles = css`
  fairsay-notice {
    & header,
    & #fairsay-files {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.5em;
    }
    & button {
      min-block-size: 44px;
    }
    & header button {
      min-block-size: 24px;
      min-inline-size: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
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
