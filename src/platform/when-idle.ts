/** Runs once the page has been read and the browser has nothing better to do. */
export function whenIdle(action: () => void): void {
  const later = (): void => {
    // Safari has no idle callback.
    (globalThis.requestIdleCallback ?? setTimeout)(action);
  };
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', later, { once: true });
  } else {
    later();
  }
}
