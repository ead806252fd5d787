/** Which folder of `src` may import which, as ESLint rules. The picture and the reasons are in docs/adr/0001-layers.md. */

/**
 * What a folder may import of the others: `runs` at run time, `types` as types alone, `packages` of npm.
 *
 * @typedef {{ runs?: string[], types?: string[], packages?: string[]}} Layer
 */

/** The page's store, and nothing else of the browser. */
const STORE = 'platform/shared-store.js';
/** What only one widget needs of the core and the page stands in folders of its own, which that widget's files bring along. */
const WIDGET_RULES = ['core/newsletter', 'core/receipt', 'page/newsletter'];
const BENEATH = ['config', 'core', 'platform', 'gate', 'signals', 'events'];

/** @type {Record<string, Layer>} */
export const LAYERS = {
  config: {},
  core: { runs: ['config'], types: ['locales'] },
  platform: { runs: ['events'], types: ['config', 'core', 'page', 'locales'], packages: ['js-cookie'] },
  gate: { runs: ['core', 'platform', 'events'], types: ['config', 'page'] },
  signals: { types: ['config', 'core'] },
  events: { types: ['config', 'core'] },
  locales: {},
  page: { runs: BENEATH, types: ['locales', 'chunks'] },
  ui: { runs: ['events', 'locales', STORE], types: ['config', 'core', 'page'], packages: ['lit'] },
  elements: {
    // The notice is a view made of data, which no store holds: its element makes it.
    runs: ['ui', 'events', 'locales', 'core/notice', ...WIDGET_RULES, STORE],
    types: ['config', 'core', 'page'],
    packages: ['lit'],
  },
  chunks: { runs: [...BENEATH, 'locales', 'page', 'ui', 'elements'] },
  server: { runs: ['config', 'core'] },
};

/** What the files beside the folders may reach. @type {Record<string, Layer>} */
const ENTRIES = {
  guard: { runs: [...BENEATH, 'page'], types: ['locales'] },
  hosts: { runs: ['platform', 'gate'], types: ['config', 'core', 'page'] },
  strict: { runs: ['platform', 'gate'] },
  door: { runs: ['core', 'platform', 'page'] },
  // What puts elements on the page holds no Lit.
  index: {
    runs: [...BENEATH, 'page', 'ui/cover.js', 'ui/offer.js', 'ui/place.js', 'ui/languages.js'],
    types: ['locales', 'elements'],
  },
  define: { runs: ['elements'] },
  records: { runs: ['core'] },
  version: {},
};

/** How deep a folder of ours can nest, from `src/core/x.ts`. */
const DEPTHS = [1, 2, 3];

const NOTHING = '(?!)';

/** @param {readonly string[]} names Folders, or files with their ending. */
const paths = (names) =>
  names.map((name) => (name.endsWith('.js') ? `${name.replace('.', '\\.')}$` : `${name}/`)).join('|') || NOTHING;

/**
 * @param {string} who
 * @param {Layer} layer
 * @param {number} depth How many folders lie between a file and `src`.
 */
function rules(who, { runs = [], types = [], packages = [] }, depth) {
  const up = depth ? `(?:\\.\\./){${depth}}` : '\\./';
  const arrows = [...runs, ...packages, ...types.map((name) => `types of ${name}`)].join(', ') || 'nothing else';
  const message = `${who} may import ${arrows}. The reasons are in docs/adr/0001-layers.md.`;
  const patterns = [
    { regex: `^${up}(?!${paths([...own(who, depth), ...runs, ...types, 'version.js'])})`, message },
    { regex: `^${up}(?!${paths(runs)})(?:${paths(types)})`, message, allowTypeImports: true },
    { regex: `^(?!\\.)(?!(?:${packages.join('|') || NOTHING})(?:/|$))`, message },
    { regex: '^\\./(?:.*/)?\\.\\./|[^./]/\\.\\./', message: `Write the path plainly. ${message}` },
    ...particular(who, depth).map((regex) => ({ regex, message })),
  ];
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

/** An element reaches none beside it. @param {string} who @param {number} depth */
const own = (who, depth) => (who === 'elements' || depth === 0 ? [] : [who]);

/** What holds for one alone. @param {string} who @param {number} depth */
function particular(who, depth) {
  if (who === 'elements' && depth > 1) {
    return [`^(?:\\.\\./){1,${depth - 1}}(?!\\.\\./)`];
  }
  return who === 'index' ? ['/define\\.js$'] : [];
}

/** The configurations for ESLint, one for each folder and depth. */
export const layerConfigs = [
  ...Object.entries(ENTRIES).map(([name, layer]) => ({
    files: [`src/${name}.ts`],
    rules: rules(name, layer, 0),
  })),
  ...Object.entries(LAYERS).flatMap(([folder, layer]) =>
    DEPTHS.map((depth) => ({
      files: [`src/${folder}/${'*/'.repeat(depth - 1)}*.ts`],
      rules: rules(folder, layer, depth),
    })),
  ),
];
