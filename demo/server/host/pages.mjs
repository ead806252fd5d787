/**
 * The host's own pages: one step each, without a script. A token stands in the address of some, so nothing of anybody else
 * is on them, and the address is told to nobody.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mustache from 'mustache';

/** @typedef {import('./answers.mjs').Refusal} Refusal */

/**
 * What a page says.
 *
 * @typedef {object} Step
 * @property {string} title
 * @property {readonly string[]} lines
 * @property {{ action: string, name: string, value: string, button: string }} [form] Its one button, and the field that goes
 *   with it.
 * @property {{ href: string, text: string }} [link]
 */

/** For everything that the host answers, whether a page or not. */
export const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const TEMPLATE = readFileSync(new URL('page.html', import.meta.url), 'utf8');

/**
 * Makes what renders pages in a shop's look. Whatever is filled in is shown as text.
 *
 * @param {{ shop: string, styles: readonly string[] }} look
 * @returns {(step: Step) => string}
 */
export function createPages({ shop, styles }) {
  return (step) => mustache.render(TEMPLATE, { shop, styles, ...step });
}

/** @param {Refusal} refusal @returns {Step} */
export function refusalStep({ reason: { error, fix } }) {
  return { title: 'That did not work', lines: [error, fix].filter(Boolean) };
}

/** @param {Step} step What a record says was on screen. */
export function hashOfStep({ title, lines, form }) {
  return createHash('sha256')
    .update([title, ...lines, form?.button ?? ''].join('\n'))
    .digest('hex');
}
