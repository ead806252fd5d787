/**
 * A rollup plug-in that takes the white space out of `css` and `html` templates, which a minifier of scripts leaves alone.
 * It knows no grammar: a template here has no text in which white space counts, and no selector with a space before `:`.
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

/** @returns {import('rollup').Plugin} */
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
