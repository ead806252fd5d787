/** Resolves once the page has a body: a script in the head runs before there is one. */
export function whenBody(): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      // The types promise a body; a page that is still being read has none.
      const body = document.body as HTMLElement | null;
      if (body) {
        resolve(body);
      }
      return !!body;
    };
    if (!look()) {
      new MutationObserver((_, observer) => {
        if (look()) {
          observer.disconnect();
        }
      }).observe(document.documentElement, { childList: true });
    }
  });
}
