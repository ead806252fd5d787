/** What runs inside the pages that are measured. Each function is sent there as text, so it stands alone. */
/* global window, document, addEventListener, requestAnimationFrame */

/** Starts to take notes, before anything else of the page runs. @param {string} banner Its selector. */
export function takeNotes(banner) {
  if (window !== window.top) {
    return;
  }
  /** @type {import('./probe.js').Notes} */
  const notes = { firstPaint: 0, largest: 0, shift: 0, long: [], banner: 0, tags: [] };
  window.bench = notes;
  /** @param {string} type @param {(entry: any) => void} note */
  const observe = (type, note) => {
    new PerformanceObserver((list) => {
      list.getEntries().forEach(note);
    }).observe({ type, buffered: true });
  };
  observe('paint', ({ startTime }) => (notes.firstPaint ||= startTime));
  observe('largest-contentful-paint', ({ startTime }) => (notes.largest = startTime));
  observe('layout-shift', ({ value }) => (notes.shift += value));
  observe('longtask', ({ duration }) => notes.long.push(duration));
  const look = () => {
    if (document.querySelector(banner)?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
      // A message that is sent inside a frame arrives once that frame is through.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (notes.banner = performance.now());
      port2.postMessage(0);
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

/**
 * Watches the next click: until the next frame, and until something has come on screen or has left it.
 *
 * @param {{ selector: string, comes: boolean }} expected
 */
export function watchClick({ selector, comes }) {
  // It tells of nothing shorter.
  let browser = 16;
  new PerformanceObserver((list) => {
    browser = Math.max(browser, ...list.getEntries().map(({ duration }) => duration));
    if (window.bench.click) {
      window.bench.click.browser = browser;
    }
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
  const options = { opacityProperty: true, visibilityProperty: true };
  // A dialog may stand in the shadow root of an element: "element >> dialog".
  const isThere = () => {
    const [host = '', inside] = selector.split(' >> ');
    const outer = document.querySelector(host);
    return !!(inside ? outer?.shadowRoot?.querySelector(inside) : outer)?.checkVisibility(options);
  };
  window.bench.long = [];
  delete window.bench.click;
  addEventListener(
    'click',
    ({ timeStamp }) => {
      let paint = 0;
      const frame = () => {
        const isDone = isThere() === comes;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const now = performance.now() - timeStamp;
          paint ||= now;
          if (isDone) {
            window.bench.click = { paint, done: now, browser };
          } else {
            requestAnimationFrame(frame);
          }
        };
        port2.postMessage(0);
      };
      requestAnimationFrame(frame);
    },
    { capture: true, once: true },
  );
}
