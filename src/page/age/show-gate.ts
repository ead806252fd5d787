/** An element that comes on screen when asked to. */
interface Gate extends HTMLElement {
  show?: () => void;
}

/** Shows the question about the age once more, where it was put on the page as something waits for its answer. */
export function showGate(): void {
  document.querySelector<Gate>('fairsay-age-gate')?.show?.();
}
