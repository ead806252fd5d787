/** Where things are said by screen readers alone. It stands in the page before there is anything to say. */
let region: HTMLElement | undefined;

/** Prepares the place: a live region is heard only if it was there before its text. */
export function prepareAnnouncer(): void {
  region ??= document.createElement('p');
  region.role = 'status';
  // Through the object model, as a strict policy forbids style attributes in markup; important, as a page may unset all.
  region.style.cssText = 'position:fixed!important;clip-path:inset(50%)!important';
  document.body.append(region);
}

/** Says a text politely, late enough that it is not lost in what the browser says of the focus. */
export function announce(text: string, lang: string): void {
  setTimeout(() => {
    Object.assign(region ?? {}, { lang, textContent: text });
  }, 700);
}
