/** What hides the parts of a page that wait for an answer about the age: a mark on the document, and a sheet. */

const MARK = 'data-fairsay-age';

const SHEET = `[${MARK}=page] body,[${MARK}] [${MARK}]{visibility:hidden!important;opacity:0!important}`;

/**
 * Hides what waits, before the first paint: the whole page, or what is marked. For ten seconds, as nothing stays hidden where
 * the question does not come; once it is on screen it keeps the mark.
 */
export function drawCurtain(scope = 'page'): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  document.adoptedStyleSheets.push(sheet);
  document.documentElement.setAttribute(MARK, scope);
  setTimeout(liftCurtain, 10_000);
}

/** Shows everything again. */
export function liftCurtain(): void {
  document.documentElement.removeAttribute(MARK);
}
