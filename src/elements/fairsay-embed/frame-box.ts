/** The box of a held frame, taken over by the placeholder that stands in for it, so that nothing on the page shifts. */

/** What places and sizes a frame. `width` and `height` come apart, as a frame has its own where the page sets none. */
const PROPERTIES = [
  ...['position', 'top', 'right', 'bottom', 'left', 'float', 'clear', 'z-index', 'box-sizing', 'vertical-align'],
  ...['margin-top', 'margin-right', 'margin-bottom', 'margin-left', 'aspect-ratio'],
  ...['border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width'],
  ...['min-width', 'max-width', 'min-height', 'max-height', 'width', 'height'],
  ...['flex-grow', 'flex-shrink', 'flex-basis', 'align-self', 'justify-self', 'order'],
  ...['grid-row-start', 'grid-row-end', 'grid-column-start', 'grid-column-end'],
];

/**
 * Hides a frame and gives its box to a stand-in. What the page says in percent stays in percent.
 *
 * @returns the function that gives the frame back.
 */
export function takeBox(frame: HTMLElement, standIn: HTMLElement): () => void {
  const style = getComputedStyle(frame);
  const { display } = style;
  const { clientWidth, clientHeight } = frame;
  const before = { value: frame.style.display, priority: frame.style.getPropertyPriority('display') };
  frame.style.setProperty('display', 'none', 'important');
  // Of what is not drawn, the computed style is what the page's rules say, not what came of them.
  for (const property of PROPERTIES) {
    standIn.style.setProperty(property, style.getPropertyValue(property));
  }
  standIn.style.visibility = visibilityOf(frame, style);
  const ratio = style.aspectRatio !== 'auto';
  fallBack(standIn.style, 'width', clientWidth || 300);
  if (!ratio || standIn.style.height !== 'auto') {
    fallBack(standIn.style, 'height', clientHeight || 150);
  }
  const tiny = Math.min(parseFloat(style.width), parseFloat(style.height)) < 2;
  standIn.style.display = tiny || display === 'none' ? 'none' : display === 'inline' ? 'inline-block' : display;
  return () => {
    frame.style.setProperty('display', before.value, before.priority);
  };
}

/** A page that waits as a whole, as for an answer about the age, is hidden for a while; its frame comes back with it. */
function visibilityOf({ parentElement }: HTMLElement, { visibility }: CSSStyleDeclaration): string {
  return parentElement && getComputedStyle(parentElement).visibility === visibility ? 'inherit' : visibility;
}

function fallBack(style: CSSStyleDeclaration, property: 'width' | 'height', pixels: number): void {
  if (style[property] === 'auto') {
    style[property] = `${pixels}px`;
  }
}
