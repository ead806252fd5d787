/** Runs once a frame has been painted. A hidden tab paints none, so 200 ms are enough there. */
export function afterPaint(action: () => void): void {
  let done = false;
  const once = (): void => {
    if (!done) {
      done = true;
      action();
    }
  };
  // A task that is queued inside a frame runs after that frame was painted.
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 200);
}
