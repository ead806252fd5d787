/** Runs once the page and what it shows have loaded. */
export function whenLoaded(action: () => void): void {
  if (document.readyState === 'complete') {
    action();
  } else {
    addEventListener('load', action);
  }
}
