/** The placeholder of a held frame: an element of its own before the frame, which the page keeps. */

const placeholders = new WeakMap<Element, Element>();

/** Puts a placeholder before a held frame. It finds the frame as its `frame`, and hides it once it can stand in for it. */
export function showPlaceholder(frame: HTMLIFrameElement): void {
  const placeholder = document.createElement('fairsay-embed');
  Object.assign(placeholder, { frame });
  placeholders.set(frame, placeholder);
  frame.before(placeholder);
}

/** Takes the placeholder of a released element away. */
export function hidePlaceholder(node: Element): void {
  placeholders.get(node)?.remove();
}
