/** Tells when the page may be left for good, and when it turns out that it was not. */
export function watchLeaving(leave: () => void, back: () => void): void {
  addEventListener('pagehide', leave);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      back();
    }
  });
  // The last event that a phone is sure to send.
  document.addEventListener('visibilitychange', () => {
    (document.visibilityState === 'hidden' ? leave : back)();
  });
}

/** Resolves once somebody sees the page: one that is drawn ahead may never be. */
export async function whenSeen(): Promise<void> {
  if ((document as { prerendering?: boolean }).prerendering) {
    await new Promise((resolve) => {
      document.addEventListener('prerenderingchange', resolve, { once: true });
    });
  }
}
