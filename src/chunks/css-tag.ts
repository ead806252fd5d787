/**
 * Stands in for Lit's module of this name in the files beside the guard. Every browser that runs our elements has
 * constructed style sheets, so what Lit keeps for older ones, half a kilobyte of the first layer, is left out.
 */

/** Makes a style sheet of a template without places to fill. */
export function css([text = '']: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** What Lit asks for when it prepares the styles of a class. */
export function getCompatibleStyle(sheet: CSSStyleSheet): CSSStyleSheet {
  return sheet;
}

/** What Lit calls for each new shadow root. */
export function adoptStyles(root: ShadowRoot, sheets: CSSStyleSheet[]): void {
  root.adoptedStyleSheets = sheets;
}

/** Names that Lit passes on and that nothing here uses. */
export const CSSResult = undefined;
export const supportsAdoptingStyleSheets = true;
export const unsafeCSS = undefined;
