/**
 * What is measured side by side: a page without any consent tool, Fairsay, and rivals as their documentation installs
 * them. All have the same four categories, one tag for analytics and one for marketing, and ask on the first visit.
 */
/* global window */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../../../scripts/files.mjs';
import { rivals } from './rivals.mjs';

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {readonly string[]} files What it is made of, from the project's folder.
 * @property {string} from The part of their paths that its address has not.
 * @property {(base: string) => string} head What its documentation puts into the head.
 * @property {(category: string) => string} mark The attributes of a held script.
 * @property {'src' | 'data-src'} src Where a held script keeps its address.
 * @property {((name: 'iframe' | 'img', src: string) => string) | undefined} other A held frame or picture, if it has such.
 * @property {string} banner
 * @property {string} accept Its button.
 * @property {string} open The button that opens the preferences.
 * @property {string} preferences A " >> " leads into a shadow root.
 * @property {() => unknown} prepare Loads, in the page, what a shopper who reads the banner gives it time to load.
 * @property {() => unknown} acceptAll Accepts, in the page.
 */

/** @type {Subject} */
const fairsay = {
  name: 'Fairsay',
  files: [
    'dist/fairsay.js',
    ...filesBelow(join(ROOT, 'dist/chunks'), '.js').map((file) => file.slice(ROOT.length + 1)),
  ],
  from: 'dist/',
  head: (base) =>
    `<script type="application/json" data-fairsay-config>${JSON.stringify({
      site: { name: 'Bench', links: { privacy: '/privacy.html' } },
      services: [
        { id: 'counter', category: 'analytics', name: 'Counter' },
        { id: 'ads', category: 'marketing', name: 'Ads' },
      ],
    })}</script><script src="${base}fairsay.js"></script>`,
  mark: (category) => `type="text/plain" data-fairsay="${category}"`,
  src: 'src',
  other: (name, src) => `<${name} data-fairsay="analytics" data-src="${src}"></${name}>`,
  banner: 'fairsay-banner',
  accept: 'fairsay-banner [data-action="accept-all"]',
  open: 'fairsay-banner [data-action="open-preferences"]',
  preferences: 'fairsay-preferences >> dialog',
  // @ts-expect-error It is not public.
  prepare: () => window.fairsay.get('actions'),
  acceptAll: () => window.fairsay?.acceptAll?.(),
};

/**
 * The page alone. Its button starts the scripts in one loop, as a shop would write it by hand.
 *
 * @type {Subject}
 */
export const BARE = {
  name: 'Bare page',
  files: [],
  from: '',
  head: () => `<script>
    function startAll() {
      for (const node of [...document.querySelectorAll('[data-held]')]) {
        const { parentNode, nextSibling } = node;
        node.remove();
        if (node.dataset.src) node.src = node.dataset.src;
        node.removeAttribute('type');
        parentNode.insertBefore(node, nextSibling);
      }
    }
  </script>`,
  mark: () => 'type="text/plain" data-held',
  src: 'data-src',
  other: (name, src) => `<${name} data-held data-src="${src}"></${name}>`,
  banner: '#no-banner',
  accept: '#start',
  open: '#start',
  preferences: '#no-preferences',
  prepare: () => undefined,
  // @ts-expect-error The page has it.
  acceptAll: () => window.startAll(),
};

/** @type {readonly Subject[]} */
export const TOOLS = [fairsay, ...rivals];

/** @type {readonly Subject[]} */
export const SUBJECTS = [BARE, ...TOOLS];

/** Who is missing, and why. */
export const LEFT_OUT =
  'c15t is left out: its package on npm (2.2.1) is a store for bundlers, without a banner and without a file for a ' +
  'script tag; its script-tag build, @c15t/browser, was not to be had there.';

/** The versions of the rivals. @returns {Record<string, string>} */
export const versions = () =>
  Object.fromEntries(
    rivals.map(({ name }) => {
      const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
      return [name, version];
    }),
  );
