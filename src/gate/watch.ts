/** Tells of the nodes that come into the page from now on. Returns the function that ends it. */
export function watch(tell: (nodes: Iterable<Node>) => void): () => void {
  const observer = new MutationObserver((records) => {
    tell(records.flatMap(({ addedNodes }) => [...addedNodes]));
  });
  observer.observe(document, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
  };
}
