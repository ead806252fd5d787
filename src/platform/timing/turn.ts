/** Gives the browser a turn: input is handled and frames are painted before the promise resolves. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
