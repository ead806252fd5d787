/** How long a page that opens dialogs over and over is left alone, in milliseconds. */
const PATIENCE = 1000;

/** What may tell that something else has the focus, wherever in the page it is. */
const SIGNS = ['focusin', 'pointerdown', 'keydown'];

/**
 * Keeps a modal dialog above the page's own, which would else leave it drawn and dead: one question at a time, and this one
 * first. Not more than once a second, as it is no tug of war.
 */
export class OnTop {
  readonly #dialog: () => HTMLDialogElement | null;
  readonly #raise: () => void;
  readonly #observer = new MutationObserver((records) => {
    if (records.some(({ target }) => (target as Element).matches('dialog:modal'))) {
      this.#raiseOnce();
    }
  });
  #ends = new AbortController();
  #next = 0;

  /** @param raise - Closes the dialog and opens it again, so that it is the topmost. */
  constructor(dialog: () => HTMLDialogElement | null, raise: () => void) {
    this.#dialog = dialog;
    this.#raise = raise;
  }

  start(): void {
    const { signal } = (this.#ends = new AbortController());
    for (const sign of SIGNS) {
      document.addEventListener(sign, this.#handleSign, { signal, capture: true });
    }
    this.#observer.observe(document, { subtree: true, attributeFilter: ['open'] });
  }

  stop(): void {
    this.#ends.abort();
    this.#observer.disconnect();
  }

  /** A dialog in a shadow root is seen only by what it does to the focus: beneath another one nothing can have it. */
  readonly #handleSign = (event: Event): void => {
    const dialog = this.#dialog();
    const heading = dialog?.querySelector('h2');
    if (!dialog || event.composedPath().includes(dialog)) {
      return;
    }
    heading?.focus({ preventScroll: true });
    if (heading && (heading.getRootNode() as ShadowRoot).activeElement !== heading) {
      this.#raiseOnce();
    }
  };

  #raiseOnce(): void {
    const now = performance.now();
    if (now >= this.#next) {
      this.#next = now + PATIENCE;
      this.#raise();
    }
  }
}
