/** How long a browser may take until it begins to read, in milliseconds. */
const READ_BY = 60_000;

/** Gives the shopper a text as a file. It comes out of the page itself: nothing is requested, so it works offline. */
export function download(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, READ_BY);
}
