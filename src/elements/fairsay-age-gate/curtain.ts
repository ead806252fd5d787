const MARK = 'data-fairsay-age';

/** What waits is hidden by the mark on the document, and taken out of what screen readers and the keyboard meet. */
const SHEET = `[${MARK}=page] body,[${MARK}] [${MARK}]{visibility:hidden!important;opacity:0!important}`;

/**
 * Keeps hidden what waits for an answer. The guard has drawn it before the first paint, and lifts it where the question does not
 * come in time or something else fails; a framework that draws the page anew may take the mark along.
 */
export class Curtain {
  readonly #scope: () => string | undefined;
  readonly #observer = new MutationObserver(() => {
    this.draw();
  });
  #sheet: CSSStyleSheet | undefined;

  /** @param scope - What waits now: the page, parts of it, or nothing. */
  constructor(scope: () => string | undefined) {
    this.#scope = scope;
  }

  /** Hides what waits, and keeps it so. */
  draw(): void {
    const scope = this.#scope();
    const root = document.documentElement;
    if (scope && root.getAttribute(MARK) !== scope) {
      root.setAttribute(MARK, scope);
    }
    if (scope && !this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(SHEET);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
      this.#observer.observe(root, { attributeFilter: [MARK] });
    }
  }

  /** Shows everything. */
  lift(): void {
    this.#observer.disconnect();
    document.documentElement.removeAttribute(MARK);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#sheet = undefined;
  }
}
