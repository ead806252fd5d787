/** Rollup plug-ins that make what a shopper downloads smaller than the usual minifier can. */
import { minify } from '@swc/core';
import { minify as shrink } from 'uglify-js';

/**
 * White space in `css` and `html` templates. This knows no grammar: a template here has no text in which white space counts,
 * and no selector with a space before `:`.
 */
const TEMPLATE = /\b(css|html) ?`((?:[^`\\$]|\\.|\$(?!\{)|\$\{[^{}`]*\})*)`/g;

/** @param {string} text */
function minifyCss(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:,>!]) ?/g, '$1')
    .replace(/\b0\./g, '.')
    .replaceAll(';}', '}')
    .trim();
}

/** @param {string} text */
function minifyHtml(text) {
  return text.replace(/\s+/g, ' ').replaceAll('> <', '><').trim();
}

/** Takes the white space out of templates. @returns {import('rollup').Plugin} */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform: (code) => ({
      code: code.replace(TEMPLATE, (_, tag, text) => `${tag}\`${tag === 'css' ? minifyCss(text) : minifyHtml(text)}\``),
      map: null,
    }),
    // By now nested templates are in one piece, and a line break before a tag is always one in a template.
    renderChunk: (code) => ({ code: code.replace(/\s*\n\s*(?=<)|(?<=>)\s*\n\s*/g, ''), map: null }),
  };
}

/** Where Lit asks for polyfills of other versions, and counts itself. Nothing beside the guard ever answers. */
const HOOKS = [
  /\b\w+\.(reactiveElement|litHtml|litElement)PolyfillSupport\b/g,
  /\b\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/g,
  /\(\w+\.(reactiveElement|litHtml|litElement)Versions\?\?=\[\]\)\.push\("[^"]*"\)/g,
];

/** Leaves those hooks out of Lit, in the files beside the guard. @returns {import('rollup').Plugin} */
export function withoutHooks() {
  return {
    name: 'without-hooks',
    transform: (code, id) =>
      /node_modules\/(@lit|lit-)/.test(id)
        ? { code: HOOKS.reduce((text, hook) => text.replace(hook, 'void 0'), code), map: null }
        : null,
  };
}

/**
 * Simplifies the code before it is minified.
 *
 * @param {{ module?: boolean, toplevel?: boolean }} options Whether it is a module, or a script that names nothing outside.
 * @returns {import('rollup').Plugin}
 */
export function simplify({ module = false, toplevel = module }) {
  // No arrows in place of functions: this minifier makes one of a function that reads its `arguments` too, and breaks it.
  const compress = { passes: 3, pure_getters: true, keep_fargs: false, unsafe_arrows: false };
  const options = { module, toplevel, compress, mangle: { toplevel }, format: { comments: 'some' } };
  return {
    name: 'simplify',
    renderChunk: async (code) => {
      const { code: simple } = await minify(code, /** @type {import('@swc/core').JsMinifyOptions} */ (options));
      return { code: simple, map: null };
    },
  };
}

/**
 * Makes a classic script smaller still, after the other minifiers. In two runs: what the first takes out changes which names
 * are used most. What is not asked for here makes text shorter and what is downloaded longer.
 *
 * @returns {import('rollup').Plugin}
 * @throws Where it cannot read the script.
 */
export function squeeze() {
  const compress = { passes: 3, pure_getters: true, keep_fargs: false };
  const output = { comments: /^!/ };
  /** @param {string} code @param {import('uglify-js').MinifyOptions} options */
  const run = (code, options) => {
    const { code: small, error } = shrink(code, { toplevel: true, output, ...options });
    if (error) {
      throw error;
    }
    return small;
  };
  return {
    name: 'squeeze',
    renderChunk: (code) => {
      const first = { ...compress, hoist_vars: true, join_vars: false, inline: false };
      // No `let` becomes a `var`, whose name could not be used again in the next block.
      const second = { ...compress, varify: false };
      return { code: run(run(code, { compress: first, mangle: false }), { compress: second }), map: null };
    },
  };
}
