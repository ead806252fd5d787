/** Tells of each element that comes into the page, or is marked, from now on. Returns the function that ends it. */
export function watch(tell: (roots: ReadonlySet<Element>) => void): () => void {
  const observer = new MutationObserver((records) => {
    const roots = new Set<Element>();
    for (const { type, target, addedNodes } of records) {
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        if (node instanceof Element) {
          roots.add(node);
        }
      }
    }
    if (roots.size) {
      tell(roots);
    }
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-fairsay'] });
  return () => {
    observer.disconnect();
  };
}
