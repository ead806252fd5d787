/**
 * The file at the door, for shops that ask for an age: a classic script before the guard's. It hides what waits for an answer
 * before anything of the page is drawn, and lets the guard know what was answered. Without it all is asked for just the same,
 * only later.
 */
import type { AgeRules } from './core/age/glance.js';
import { lookIn } from './page/age/look-in.js';
import { attempt } from './platform/record-reader.js';

/** The version of the package, which the names of its files carry; the build fills it in. */
declare const __VERSION__: string;

const { src, dataset } = (document.currentScript ?? {}) as Partial<HTMLScriptElement>;
const inline = document.querySelector('script[type="application/json"][data-fairsay-config]');
// What cannot be read has no age in it, and is the guard's to say.
const rules = attempt(() => JSON.parse(inline?.textContent ?? '') as AgeRules | null);

// What asks is fetched all at once, not one file after the other.
if (rules?.age && lookIn(rules)) {
  for (const part of ['age', 'actions', 'age-view', 'ui']) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    attempt(() => {
      const base = new URL(dataset?.['base'] ?? src ?? '', document.baseURI);
      link.href = new URL(`chunks/${part}-${__VERSION__}.js`, base).href;
      document.head.append(link);
    });
  }
}
