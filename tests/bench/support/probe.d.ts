/** What the pages that are measured write down about themselves. All times are in milliseconds. */
export interface Notes {
  /** When the page painted anything for the first time. */
  firstPaint: number;
  /** When the largest thing so far was painted, and whether it is outside the page's own content. */
  largest: number;
  /** The sum of all layout shifts. */
  shift: number;
  /** How long each task over 50 ms took. */
  long: number[];
  /** After the first frame that shows the banner at all. */
  banner: number;
  /** When each released tag ran. */
  tags: number[];
  /** When the last click was, by the clock of the page. */
  clicked?: number;
  /** What the last click that was watched came to. */
  click?: Click;
}

export interface Click {
  /** Until the next frame was through. */
  paint: number;
  /** Until the first frame in which what should come or go had done so. */
  done: number;
  /** The longest the browser itself says that one of the input's events took until its next paint, in steps of 8. */
  browser: number;
}

declare global {
  interface Window {
    bench: Notes;
  }
}
