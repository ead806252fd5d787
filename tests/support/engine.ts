import { setTimeout as wait } from 'node:timers/promises';
import type { EngineName } from '../../scripts/browsers.mjs';

/** A cookie, as a browser's jar tells it. */
export interface JarCookie {
  readonly name: string;
  readonly value: string;
}

/** A key that a shopper presses; each name is one that all drivers understand. */
export type Key = 'Tab' | 'Enter' | 'Escape' | 'Space' | 'ArrowDown' | 'ArrowUp';

/** A point in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What each driver brings. The rest of a session is the same for all of them. */
export interface Driver {
  goto(url: string): Promise<void>;
  /** Evaluates an expression in the page and waits for its promise. */
  evaluate(expression: string): Promise<unknown>;
  clickAt(point: Point): Promise<void>;
  press(key: Key): Promise<void>;
  cookies(): Promise<JarCookie[]>;
  close(): Promise<void>;
}

/** A running browser, before it has a window. */
export interface DriverSource {
  newDriver(): Promise<Driver>;
  close(): Promise<void>;
}

/** A window with a profile of its own: nothing stored, no cookies. */
export interface Session {
  /** Opens an address and waits for its load event. */
  goto(url: string): Promise<void>;
  /** Evaluates an expression in the page and waits for its promise. The value must be plain data. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until an expression is truthy in the page, across navigations, and gives its value. */
  waitFor<T>(expression: string): Promise<T>;
  /**
   * Clicks with a real pointer, once the element is drawn and on top. Each selector is looked for in the open shadow
   * root of the one before, then among its descendants.
   */
  click(...path: string[]): Promise<void>;
  press(key: Key): Promise<void>;
  /** Every cookie that the page's address would be sent. */
  cookies(): Promise<JarCookie[]>;
  close(): Promise<void>;
}

/** A real browser. */
export interface Engine {
  readonly name: EngineName;
  newSession(): Promise<Session>;
  close(): Promise<void>;
}

/** Each driver is loaded only where it is used. */
const OPEN: Record<EngineName, () => Promise<DriverSource>> = {
  chromium: async () => (await import('./engine/engine-chromium.js')).openDrivers(),
  firefox: async () => (await import('./engine/engine-firefox.js')).openDrivers(),
  webkit: async () => (await import('./engine/engine-webkit.js')).openDrivers(),
};

/** How long anything may take, in milliseconds. */
const PATIENCE = 10_000;

/** Opens a browser; it fails where the browser is missing. */
export async function openEngine(name: EngineName): Promise<Engine> {
  const source = await OPEN[name]();
  return { name, close: () => source.close(), newSession: async () => createSession(await source.newDriver()) };
}

function createSession(driver: Driver): Session {
  async function waitFor<T>(expression: string): Promise<T> {
    const end = Date.now() + PATIENCE;
    let problem: unknown;
    while (Date.now() < end) {
      try {
        const value = await driver.evaluate(expression);
        if (value) {
          return value as T;
        }
      } catch (error) {
        // The page may be on its way to another address.
        problem = error;
      }
      await wait(20);
    }
    throw new Error(`Not within ${PATIENCE} ms: ${expression}`, { cause: problem });
  }

  return {
    goto: (url) => driver.goto(url),
    evaluate: async <T>(expression: string) => (await driver.evaluate(expression)) as T,
    waitFor,
    async click(...path) {
      await driver.clickAt(await waitFor<Point>(`(${findPoint.toString()})(${JSON.stringify(path)})`));
    },
    press: (key) => driver.press(key),
    cookies: () => driver.cookies(),
    close: () => driver.close(),
  };
}

/** Runs in the page: the middle of an element, if a click there would meet it. Needs nothing from outside itself. */
function findPoint(path: readonly string[]): Point | undefined {
  const below = (element: Element | null | undefined, selector: string) =>
    element?.shadowRoot?.querySelector(selector) ?? element?.querySelector(selector);
  const topmost = (root: DocumentOrShadowRoot, { x, y }: Point, host?: Element): Element | null | undefined => {
    const met = root.elementFromPoint(x, y);
    return met?.shadowRoot && met !== host ? (topmost(met.shadowRoot, { x, y }, met) ?? met) : met;
  };

  const found = path.reduce<Element | null | undefined>(below, document.documentElement);
  if (!found) {
    return undefined;
  }
  found.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = found.getBoundingClientRect();
  const point = { x: left + width / 2, y: top + height / 2 };
  const met = topmost(document, point);
  return width && height && (met === found || found.contains(met ?? null)) ? point : undefined;
}
