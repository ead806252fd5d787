import { css } from 'lit';

/**
 * The look that the elements share, on the one box inside each shadow root. The page's tokens are read inside it, where
 * no rule of the page reaches; what has to look alike inherits. The colours are the browser's own, and so follow the
 * page's `color-scheme` and forced colours; one is mixed, as forced colours leave a system colour alone and so would
 * draw a button's text on itself. Sizes are in `em`: a page that sets its root's size does not change ours.
 */
export const boxStyles = css`
  * {
    outline-color: inherit;
  }
  section,
  dialog {
    --t: color-mix(in srgb, CanvasText 90%, Canvas);
    --m: color-mix(in srgb, currentColor 75%, #0000);
    box-sizing: border-box;
    padding: var(--fairsay-space-l, clamp(1em, 4vw, 1.4em));
    font-family: var(--fairsay-font, inherit);
    font-size: 0.9375em;
    line-height: 1.45;
    overflow-wrap: anywhere;
    color: var(--fairsay-color-text, var(--t));
    background: var(--fairsay-color-surface, Canvas);
    border: 1px solid var(--fairsay-color-border, #8884);
    border-radius: var(--fairsay-radius, 1em);
    outline-color: var(--fairsay-color-focus, currentColor);
  }
  h2 {
    margin: 0;
    font-size: 1.25em;
  }
  a {
    color: inherit;
  }
  button,
  ::slotted(button) {
    all: unset !important;
    box-sizing: border-box !important;
    display: grid !important;
    place-content: center !important;
    min-block-size: 44px !important;
    padding: 0.25em 0.75em !important;
    border: 2px solid #0000 !important;
    border-radius: inherit !important;
    background: inherit !important;
    outline-color: inherit !important;
    text-align: center !important;
    cursor: pointer !important;
  }
  .filled button,
  [name='pair'] {
    border-radius: calc(var(--fairsay-radius, 1em) * 0.6) !important;
    font-weight: 600 !important;
    color: var(--fairsay-color-on-accent, color-mix(in srgb, Canvas, Canvas)) !important;
    background: var(--fairsay-color-accent, var(--t)) !important;
  }
  [part='close'] {
    font-size: 1.4em !important;
    background: none !important;
  }
  button:hover,
  ::slotted(button:hover) {
    text-decoration: underline !important;
  }
  :focus-visible,
  ::slotted(button:focus-visible) {
    outline-style: solid !important;
    outline-offset: 2px !important;
  }
`;
