/** The page around the elements, as their tests set it up and look at it. */
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { shareStore } from '../../../src/platform/shared-store.js';

const sheets: CSSStyleSheet[] = [];

/** Makes the page what it was before any test. */
export function resetPage(): void {
  shareStore(undefined);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  sheets.length = 0;
  document.documentElement.lang = 'en';
  document.documentElement.dir = 'ltr';
  document.documentElement.style.cssText = '';
  document.querySelectorAll('[data-of-test], body > fairsay-banner, body > fairsay-preferences').forEach((node) => {
    node.remove();
  });
  scrollTo(0, 0);
}

/** Styles the page. */
export function addPageStyles(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  sheets.push(sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Counts the listeners on the document that are there now and were not there when it was called. */
export function watchListeners(): { readonly count: number; readonly end: () => void } {
  const { addEventListener, removeEventListener } = document;
  const there = new Map<unknown, string>();
  document.addEventListener = function (this: Document, ...args: Parameters<typeof addEventListener>) {
    const [type, listener, options] = args;
    there.set(listener, type);
    (options as AddEventListenerOptions | undefined)?.signal?.addEventListener('abort', () => there.delete(listener));
    addEventListener.apply(this, args);
  } as typeof addEventListener;
  document.removeEventListener = function (this: Document, ...args: Parameters<typeof removeEventListener>) {
    there.delete(args[1]);
    removeEventListener.apply(this, args);
  } as typeof removeEventListener;
  return {
    get count() {
      return there.size;
    },
    end: () => {
      Object.assign(document, { addEventListener, removeEventListener });
    },
  };
}

/** Puts an element of the page's own into its body. */
export function addToPage<T extends HTMLElement>(element: T): T {
  element.dataset['ofTest'] = '';
  document.body.append(element);
  return element;
}

/** Puts a button of the page's own into its body. */
export function addPageButton(text = 'Buy'): HTMLButtonElement {
  return addToPage(Object.assign(document.createElement('button'), { textContent: text }));
}

/** Opens a modal dialog of the page's own. Where it is `hidden` it stands in a shadow root. */
export function openPageModal(where: 'page' | 'shadow' = 'page'): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.append(Object.assign(document.createElement('button'), { textContent: 'Pay' }));
  const host = addToPage(document.createElement('div'));
  (where === 'page' ? host : host.attachShadow({ mode: 'open' })).append(dialog);
  dialog.showModal();
  return dialog;
}

/** Puts an element into a shadow root of the page, whose host can have a language. */
export function addInShadow<T extends HTMLElement>(element: T, lang = ''): T {
  const host = addToPage(document.createElement('div'));
  host.lang = lang;
  host.attachShadow({ mode: 'open' }).append(element);
  return element;
}

/** Asserts that an element has the focus. By a name, as the assertion would else print the whole page. */
export function expectFocus(element: Element | null): void {
  const active = focusedElement();
  if (active !== element) {
    throw new Error(`The focus is on <${active?.localName}> ${active?.textContent.trim().slice(0, 40)}`);
  }
}

/** What has the focus, inside shadow roots too. */
function focusedElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) {
    active = active.shadowRoot.activeElement;
  }
  return active;
}

/** What screen readers are told politely. */
export function announcement(): string {
  return [...document.querySelectorAll('[role="status"]')].map((node) => node.textContent).join('');
}

/** Resolves once screen readers are told something. */
export function announced(): Promise<string> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (announcement()) {
        observer.disconnect();
        resolve(announcement());
      }
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** Resolves once the page has painted twice: what waits for a frame has happened. */
export async function painted(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

/** A page that is longer than any screen. */
export function addLongPage(): Promise<HTMLElement> {
  return fixture(html`<div data-of-test style="block-size: 300vh"></div>`);
}

/** How a box and its text are painted: what refusing and accepting must have in common. */
export function looks(element: Element): Record<string, string> {
  const style = getComputedStyle(element);
  const names = ['color', 'background-color', 'background-image', 'border-top-color', 'border-top-width', 'font-size'];
  names.push('font-weight', 'font-family', 'text-decoration-line', 'border-top-left-radius', 'opacity', 'box-shadow');
  names.push('display', 'visibility', 'padding-left', 'letter-spacing', 'text-transform', 'filter', 'outline-color');
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
}

/** Asserts that two elements are painted equally large. Engines divide a row into equal parts to a fraction of a pixel. */
export function expectSameSize(one: Element, other: Element): void {
  expect(sizeOf(one).width).to.be.closeTo(sizeOf(other).width, 0.1);
  expect(sizeOf(one).height).to.be.closeTo(sizeOf(other).height, 0.1);
}

/** Makes the screen another size. WebKitGTK has no command for it. */
export async function resizeTo(width: number, height: number): Promise<void> {
  await setViewport({ width, height });
  await nextFrame();
}

/** Makes the page light or dark, its background too. */
export function setScheme(scheme: string): void {
  document.documentElement.style.cssText = `color-scheme: ${scheme}; background: Canvas`;
}

/** How large an element is painted. */
export function sizeOf(element: Element): { width: number; height: number } {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}
