/** What hides the parts of a page that wait for an answer about the age: a mark on the document, and a sheet that reads it. */

const MARK = 'data-fairsay-age';

/** Hidden from eyes, from the keyboard and from screen readers, but there for who reads the page without a browser. */
const SHEET = `[${MARK}=page] body,[${MARK}] [${MARK}]{visibility:hidden!important;opacity:0!important}`;

/** How long a whole page stays hidden where the question does not come, in milliseconds. */
const LIMIT = 10_000;

/**
 * Hides what waits, the whole page or what is marked in it, from now on. Marked parts stay hidden until an answer lets them be
 * seen. A whole page does not: it comes back where the question cannot be shown, or has not come in time, as nothing may be
 * locked for ever.
 */
export function drawCurtain(scope = 'page'): void {
  if (scope === 'page') {
    const comeBack = (event?: Event): void => {
      const { what } = ((event as CustomEvent<{ what: string }> | undefined)?.detail ?? {}) as { what?: string };
      const due = event ? what === 'age' : !document.querySelector('fairsay-age-gate');
      if (due && document.documentElement.getAttribute(MARK) === scope) {
        liftCurtain();
      }
    };
    document.addEventListener('fairsay-suppressed', comeBack);
    setTimeout(comeBack, LIMIT);
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  markDocument(scope);
}

/** Marks the document as one that waits. A shop's own styles can read the mark. */
export function markDocument(scope = 'page'): void {
  document.documentElement.setAttribute(MARK, scope);
}

/** Shows everything again. */
export function liftCurtain(): void {
  document.documentElement.removeAttribute(MARK);
}
