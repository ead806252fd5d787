import type { OnTop } from './on-top.js';

/** What a modal dialog is given. */
export interface ModalOptions {
  /** The dialog, once it is drawn. */
  readonly dialog: () => HTMLDialogElement | null;
  /** Hears that it cannot be shown, or that nobody sees it. */
  readonly fail: (why: 'hidden' | 'not-defined') => void;
}

/** A modal dialog that nothing but an answer closes, and that never locks the page while nobody sees it. */
export class Modal {
  readonly #options: ModalOptions;
  /** Whether an extension hides the dialog. */
  readonly #resized = new ResizeObserver(() => {
    this.#lookIfHidden();
  });
  /** What keeps the dialog above others; it comes once the dialog is on screen. */
  #onTop: OnTop | undefined;

  constructor(options: ModalOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return !!this.#options.dialog()?.open;
  }

  /** Opens the dialog, if it is drawn and not open. Says whether it did. */
  show(): boolean {
    const dialog = this.#options.dialog();
    if (!dialog || dialog.open) {
      return false;
    }
    this.raise();
    this.#resized.observe(dialog);
    void this.#stayOnTop();
    return dialog.open;
  }

  /** Opens the dialog above everything else, also where it is open. */
  raise(): void {
    try {
      const dialog = this.#options.dialog();
      dialog?.close();
      dialog?.showModal();
      this.focusHeading();
      this.#lookIfHidden();
    } catch {
      this.#options.fail('not-defined');
    }
  }

  /** Closes the dialog. Says whether it was open. */
  hide(): boolean {
    const dialog = this.#options.dialog();
    const { isOpen } = this;
    this.#onTop?.stop();
    this.#resized.disconnect();
    if (isOpen) {
      dialog?.close();
    }
    return isOpen;
  }

  /** A screen reader begins at the beginning, and no answer is under the finger (no key press is given away). */
  focusHeading(): void {
    this.#options.dialog()?.querySelector('h2')?.focus({ preventScroll: true });
  }

  /** An extension that hides things by name is left alone; the page must not be locked behind what nobody sees. */
  #lookIfHidden(): void {
    const dialog = this.#options.dialog();
    if (dialog?.open && !dialog.offsetHeight) {
      this.#options.fail('hidden');
    }
  }

  async #stayOnTop(): Promise<void> {
    const file = await import('./on-top.js').catch(() => undefined);
    const raise = (): void => {
      this.raise();
    };
    this.#onTop ??= file && new file.OnTop(this.#options.dialog, raise);
    if (this.isOpen) {
      this.#onTop?.start();
    }
  }
}
