/** The pages of the shop, put together at each request so that an edit shows at once and addresses can vary. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import mustache from 'mustache';
import { folder } from './files.mjs';
import { renderNoticeOf } from './notice.mjs';

/**
 * Where the third parties are, what the address asks for, and what the host holds.
 *
 * @typedef {{ party: string, lang?: string | undefined, bag?: string | undefined, holdings?: object, config?: Config }} Visit
 * @typedef {import('../../src/config/types.js').Config} Config
 */

const PAGES = 'pages';
const LANGUAGES = { en: 'ltr', de: 'ltr', ar: 'rtl' };

/** @param {string} path @returns {string} */
const read = (path) => readFileSync(folder(path), 'utf8');

/** @param {string} path */
const readJson = (path) => JSON.parse(read(path));

/** The names of the shop's pages that need nothing but a request, each with a template of that name. */
export const SHOP_PAGES = /** @type {const} */ (['home', 'product', 'basket', 'privacy', 'account', 'not-found']);

/** What the shop declares. */
export const readShop = () => readJson('shop.config.json');

/**
 * Renders a page of the shop within its layout.
 *
 * @param {typeof SHOP_PAGES[number] | 'records'} name
 * @param {Visit} visit
 */
export async function renderShop(name, { party, lang: asked = '', bag: id, holdings, config = readShop() }) {
  const lang = asked in LANGUAGES ? /** @type {keyof typeof LANGUAGES} */ (asked) : 'en';
  const { bags, colours } = readJson('shop/catalogue.json');
  const bag = bags.find((/** @type {{ id: string }} */ each) => each.id === id) ?? bags[0];
  const view = {
    party,
    lang,
    dir: LANGUAGES[lang],
    query: lang === 'en' ? '' : `?lang=${lang}`,
    text: readJson('shop/texts.json')[lang],
    bags,
    bag,
    colours,
    others: bags.filter((/** @type {unknown} */ each) => each !== bag).slice(0, 3),
    config: inScript(config),
    notice: name === 'privacy' ? await renderNoticeOf(config, lang) : '',
    catalogue: inScript({ bags, colours }),
    demos: listDemos(),
    // No third party where a token can stand in the address: each would learn it.
    thirdParties: name !== 'account',
    holdings,
    [name]: true,
  };
  return mustache.render(read('shop/layout.html'), view, {
    main: read(`shop/${name}.html`),
    card: read('shop/card.html'),
  });
}

/**
 * Renders a demo page, with a nonce of its own in its markup and in its policy.
 *
 * @param {string} file
 * @param {Visit} visit
 */
export function renderDemo(file, { party }) {
  const nonce = randomBytes(16).toString('base64');
  const html = mustache.render(read(`${PAGES}/${file}`), { party, nonce });
  return { html, headers: file === 'strict-csp.html' ? { 'content-security-policy': strictPolicy(nonce) } : {} };
}

/** The demo pages, each with its heading. */
export function listDemos() {
  return readdirSync(folder(PAGES))
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, title: /<h1.*?>(.*)<\/h1>/.exec(read(`${PAGES}/${file}`))?.[1] ?? file }));
}

/** @param {string} nonce */
function strictPolicy(nonce) {
  return [
    `script-src 'nonce-${nonce}'`,
    `style-src 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
  ].join('; ');
}

/** JSON that cannot end the script it stands in. @param {unknown} value */
function inScript(value) {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
