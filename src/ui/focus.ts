/** Where the focus is, as a person meets it: through shadow roots. */

/** Finds what has the focus, in through open shadow roots. */
export function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) {
    active = active.shadowRoot.activeElement;
  }
  return active as HTMLElement | null;
}

/** Gives the focus back, and leaves the page where it is scrolled to. */
export function refocus(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true });
}

/** Finds the nearest element that matches, the first one included, out through shadow roots. */
export function closestOf(from: Element | null, selector: string): Element | undefined {
  for (let element = from; element; element = (element.getRootNode() as ShadowRoot).host) {
    const found = element.closest(selector);
    if (found) {
      return found;
    }
  }
  return undefined;
}
