/** Accepting and refusing, as the page has painted them: what each is to the eye, to a pointer and to a tool. */
import type { Page } from '@playwright/test';
import { expect, type Lab } from './lab.js';

export const ACCEPT = '[data-action="accept-all"]';
export const REJECT = '[data-action="reject-all"]';

/** WCAG 1.4.3 for the words of a button, 1.4.11 for its boundary. */
const TEXT_CONTRAST = 4.5;
const EDGE_CONTRAST = 3;

/** The window sizes at which the two are compared. In the last one nothing fits without scrolling. */
export const SIZES = [
  { width: 1280, height: 720 },
  { width: 768, height: 1024 },
  { width: 375, height: 667 },
  { width: 360, height: 640 },
] as const;
export const TINY = { width: 320, height: 256 };

const UNSEEN = /^(--.*|width|inline-size|perspective-origin|transform-origin|grid-template-(columns|rows))$/;

/** A button as the browser has computed it. */
interface Twin {
  readonly tag: string;
  readonly type: string | null;
  readonly role: string | null;
  readonly style: Record<string, string>;
  /** What the page has put before and after its words. */
  readonly beside: readonly string[];
  readonly box: { x: number; y: number; width: number; height: number };
  /** Whether a press at its middle and near its corners meets it. */
  readonly met: boolean;
}

/** The colours of a button, as they are on the screen. */
interface Ink {
  readonly fill: string;
  readonly text: number;
  readonly edge: number;
}

/** Finds one of the two, wherever it is. */
async function twin(page: Page, selector: string): Promise<Twin> {
  return page.locator(`fairsay-banner:popover-open > ${selector}`).evaluate((node: HTMLElement) => {
    const box = node.getBoundingClientRect();
    const computed = getComputedStyle(node);
    const meets = (x: number, y: number) =>
      document.elementFromPoint(box.x + x * box.width, box.y + y * box.height) === node;
    return {
      tag: node.localName,
      type: node.getAttribute('type'),
      role: node.role,
      style: Object.fromEntries([...computed].map((name) => [name, computed.getPropertyValue(name)])),
      beside: ['::before', '::after'].map((pseudo) => getComputedStyle(node, pseudo).content),
      box: { x: box.x, y: box.y, width: box.width, height: box.height },
      met: meets(0.5, 0.5) && meets(0.1, 0.5) && meets(0.9, 0.5),
    };
  });
}

/** Reads the painted colours: the button's own, and how those of its words and of the card around it stand out. */
async function ink(page: Page, { box }: Twin): Promise<Ink> {
  const margin = 5;
  const clip = {
    x: Math.floor(box.x) - margin,
    y: Math.floor(box.y) - margin,
    width: Math.ceil(box.width) + 2 * margin,
    height: Math.ceil(box.height) + 2 * margin,
  };
  const png = (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
  return page.evaluate(
    async ({ data, around }) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext(
        '2d',
      ) as OffscreenCanvasRenderingContext2D;
      canvas.drawImage(image, 0, 0);
      const { data: pixels, width, height } = canvas.getImageData(0, 0, image.width, image.height);
      const colour = (x: number, y: number) => [...pixels.slice((y * width + x) * 4, (y * width + x) * 4 + 3)];
      const light = (rgb: number[]) => {
        const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
          part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const contrast = (one: number[], other: number[]) => {
        const [dark = 0, bright = 0] = [light(one), light(other)].sort((first, second) => first - second);
        return (bright + 0.05) / (dark + 0.05);
      };
      const middle = Math.floor(width / 2);
      // Beside the words, inside the edge.
      const fill = colour(middle, around + 6);
      const words: number[] = [];
      for (let y = around + 4; y < height - around - 4; y += 1) {
        for (let x = around + 8; x < width - around - 8; x += 1) {
          words.push(contrast(colour(x, y), fill));
        }
      }
      const card = colour(middle, 1);
      const edges = [around + 1, around + 2, around + 6].map((y) => contrast(colour(middle, y), card));
      return { fill: fill.join(), text: Math.max(...words), edge: Math.max(...edges) };
    },
    { data: png, around: margin },
  );
}

/** Both, compared. Says what the shopper would see differ. */
export async function expectTwins({ page }: Lab): Promise<void> {
  const [accept, reject] = [await twin(page, ACCEPT), await twin(page, REJECT)];
  expect(reject.tag).toBe('button');
  expect([reject.tag, reject.type, reject.role]).toEqual([accept.tag, accept.type, accept.role]);
  expect(Math.abs(reject.box.width - accept.box.width)).toBeLessThanOrEqual(1);
  expect(Math.abs(reject.box.height - accept.box.height)).toBeLessThanOrEqual(1);
  expect(Math.abs(reject.box.y - accept.box.y)).toBeLessThanOrEqual(1);
  expect(withoutLengths(reject.style)).toEqual(withoutLengths(accept.style));
  expect([...accept.beside, ...reject.beside].filter((content) => !/^(none|normal)$/.test(content))).toEqual([]);
  expect([accept.met, reject.met]).toEqual([true, true]);
  const [yes, no] = [await ink(page, accept), await ink(page, reject)];
  expect(no.fill).toBe(yes.fill);
  for (const { text, edge } of [yes, no]) {
    expect(text).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    expect(edge).toBeGreaterThanOrEqual(EDGE_CONTRAST);
  }
}

/** Without what paints nothing, and what follows from the length of the words; the boxes are compared by themselves. */
function withoutLengths(style: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(style).filter(([name]) => !UNSEEN.test(name)));
}

/** Both are on screen as the page opens: nobody has to look for one. */
export async function expectInView({ page }: Lab): Promise<void> {
  for (const selector of [ACCEPT, REJECT]) {
    await expect(page.locator(`fairsay-banner > ${selector}`)).toBeInViewport({ ratio: 1 });
  }
}
