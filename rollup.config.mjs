// Three builds from one source: modules for npm, the chunks that the guard fetches, and the guard, which needs their names.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { minifyTemplates, simplify, squeeze, withoutHooks } from './scripts/build/slim.mjs';

const { name, version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const banner = `/*! ${name} ${version} MIT */`;
const MANIFEST = 'chunks/manifest.json';
/** Where the elements are that are built to be weighed. */
const WHOLES = '.tmp/elements';

/** Each language, and each part of one, by the name of its chunk. English comes with the code that needs it. */
const languages = Object.fromEntries(
  [...files('src/locales', /^[a-z]{2}\.ts$/), ...partFiles()]
    .map((file) => [`lang-${file.slice('src/locales/'.length, -3).replace('/', '-')}`, file])
    .filter(([name]) => !name.startsWith('lang-en')),
);
const compile = (options) =>
  typescript({ tsconfig: 'tsconfig.json', compilerOptions: { rootDir: 'src', outDir: 'dist', ...options } });
/** One minifier sees what the other leaves: together they take off 3 % more than either. */
const minify = (options) => [
  simplify(options),
  terser({
    ecma: 2020,
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true, keep_fargs: false },
    format: { comments: /^!/ },
    ...options,
  }),
];
const source = (id) => relative(process.cwd(), id).replaceAll('\\', '/');

/** Every module of its own, so that a bundler takes only what it needs. */
const modules = {
  input: [
    'src/index.ts',
    'src/define.ts',
    'src/core/index.ts',
    'src/check.ts',
    'src/records.ts',
    ...files('src/locales', /^[a-z]{2}\.ts$/),
    ...partFiles(),
    ...readdirSync('src/elements').map((tag) => `src/elements/${tag}/define.ts`),
  ],
  output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
  external: Object.keys(dependencies).map((dependency) => new RegExp(`^${dependency}(/|$)`)),
  plugins: [compile({ declaration: true, declarationDir: 'dist' })],
};

/** The chunk with the banner is also the one that the other elements share: Lit, `ui/` and the English of the banner. */
const SHARED = [
  /node_modules\/(@?lit|tslib)/,
  /^src\/(chunks\/(ui|css)|ui\/(?!cover|offer|focus|announcer|parts)|events\/(show|hide)|platform\/shared-store|locales\/en\/first)/,
  /^src\/elements\/fairsay-banner\/(?!manners)/,
];

/** What the code about an age shares with what makes decisions. */
const DECIDING = /^src\/(chunks\/actions|page\/actions|platform\/(random-id|record-reader|record-writer))\.ts$/;

/** What the banner does beyond being there comes after it is. */
function chunkOf(id) {
  if (/(fairsay-banner\/manners|ui\/(focus|announcer)|en\/saved)\.ts$/.test(id)) {
    return 'manners';
  }
  if (/^src\/(locales\/en\/services|ui\/parts\/storage-row)\.ts$/.test(source(id))) {
    return 'services';
  }
  const [, english] = /^src\/locales\/en\/(age|newsletter|notice)\.ts$/.exec(source(id)) ?? [];
  if (english) {
    return `lang-en-${english}`;
  }
  if (DECIDING.test(source(id))) {
    return 'actions';
  }
  if (source(id).startsWith('src/ui/parts/')) {
    return 'parts';
  }
  // What every record of a choice has, whoever writes it.
  if (/^src\/(core\/(receipt\/shown-hash|notice\/version-at)|version)\.ts$/.test(source(id))) {
    return 'hash';
  }
  return SHARED.some((pattern) => pattern.test(source(id))) ? 'ui' : undefined;
}

const chunks = {
  input: {
    ui: 'src/chunks/ui.ts',
    preferences: 'src/chunks/preferences.ts',
    embed: 'src/chunks/embed.ts',
    link: 'src/elements/fairsay-link/define.ts',
    newsletter: 'src/elements/fairsay-newsletter/define.ts',
    notice: 'src/elements/fairsay-notice/define.ts',
    help: 'src/chunks/help.ts',
    actions: 'src/chunks/actions.ts',
    age: 'src/chunks/age/age.ts',
    'age-view': 'src/chunks/age/age-view.ts',
    log: 'src/chunks/log.ts',
    receipt: 'src/chunks/receipt.ts',
    hosts: 'src/chunks/hosts.ts',
    cleanup: 'src/chunks/withdrawal/cleanup.ts',
    reload: 'src/chunks/withdrawal/reload.ts',
    ...languages,
  },
  output: {
    dir: 'dist',
    format: 'es',
    banner,
    entryFileNames: `chunks/[name]-${version}.js`,
    chunkFileNames: `chunks/[name]-${version}.js`,
    manualChunks: chunkOf,
    minifyInternalExports: true,
  },
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    withoutHooks(),
    {
      name: 'constructed-sheets-only',
      resolveId: (id, importer) =>
        importer && /\bcss-tag\.js$/.test(id) ? `${process.cwd()}/src/chunks/css-tag.ts` : null,
    },
    resolve({ exportConditions: ['production'] }),
    compile({ declaration: false, sourceMap: false }),
    minify({ module: true }),
    minifyTemplates(),
    {
      name: 'manifest',
      generateBundle(_, bundle) {
        const entries = Object.values(bundle).map(({ name: part, fileName, modules: parts, imports }) => [
          part,
          { file: fileName, modules: Object.keys(parts).map(source), imports },
        ]);
        this.emitFile({
          type: 'asset',
          fileName: MANIFEST,
          source: JSON.stringify(Object.fromEntries(entries), null, 2),
        });
      },
    },
  ],
};

/**
 * Each element in one file for its budget: all of its folder, what is fetched later too, and nothing of what it shares with
 * others. Nobody loads these.
 */
const wholes = {
  input: Object.fromEntries(readdirSync('src/elements').map((tag) => [tag, `src/elements/${tag}/define.ts`])),
  output: { dir: WHOLES, format: 'es', manualChunks: tagOf },
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    {
      name: 'own-folder-only',
      async resolveId(id, importer) {
        const found = importer && (await this.resolve(id, importer, { skipSelf: true }));
        return found && tagOf(found.id) !== tagOf(importer) ? { id: found.id, external: true } : found;
      },
    },
    resolve(),
    compile({ declaration: false, sourceMap: false, outDir: WHOLES }),
    minify({ module: true }),
    minifyTemplates(),
  ],
};

/** The element that a file belongs to, if any. */
function tagOf(id) {
  return /^src\/elements\/([^/]+)/.exec(source(id))?.[1];
}

/** A classic script of its own, before the guard, for shops that ask for an age. */
const door = {
  input: 'src/door.ts',
  output: { file: 'dist/fairsay-door.js', format: 'iife', strict: false, banner },
  plugins: [
    resolve(),
    compile({ target: 'ES2020', declaration: false, sourceMap: false }),
    { name: 'names', renderChunk: named },
    minify({ toplevel: true }),
  ],
};

const guard = {
  input: 'src/guard.ts',
  output: { file: 'dist/fairsay.js', format: 'iife', strict: false, banner },
  plugins: [
    resolve(),
    compile({ target: 'ES2020', declaration: false, sourceMap: false }),
    {
      name: 'names',
      renderChunk: named,
      writeBundle(_, bundle) {
        const { modules: parts } = bundle['fairsay.js'];
        const manifest = JSON.parse(readFileSync(`dist/${MANIFEST}`, 'utf8'));
        const guard = { file: 'fairsay.js', modules: Object.keys(parts).map(source), imports: [] };
        writeFileSync(`dist/${MANIFEST}`, JSON.stringify({ ...manifest, guard }, null, 2));
      },
    },
    {
      name: 'one-tag',
      writeBundle() {
        // For shops that want one tag: whatever comes before the guard, and the guard.
        const files = ['fairsay-door.js', 'fairsay.js'].map((file) => readFileSync(`dist/${file}`, 'utf8'));
        writeFileSync('dist/fairsay-all.js', files.join(''));
      },
    },
    minify({ toplevel: true }),
    squeeze(),
  ],
};

/** A classic script that stands after the guard. Its address is its name. */
const beside = (name, ...plugins) => ({
  input: `src/${name}.ts`,
  output: { file: `dist/fairsay-${name}.js`, format: 'iife', strict: false, banner },
  plugins: [
    compile({ target: 'ES2020', declaration: false, sourceMap: false }),
    minify({ toplevel: true }),
    ...plugins,
  ],
});

/** Files that were built before, one after the other in one, for a page that is to paste one tag. The guard comes before what needs it. */
const joined = (...names) => ({
  name: 'joined',
  writeBundle() {
    const texts = names.map((name) => readFileSync(`dist/${name}.js`, 'utf8').replace(banner, '').trim());
    writeFileSync('dist/fairsay-all.js', `${banner}${texts.join('')}\n`);
  },
});
/** Fills in the version, which the names of chunks carry. */
function named(code) {
  return { code: code.replaceAll('__VERSION__', JSON.stringify(version)), map: null };
}

function files(folder, pattern) {
  return readdirSync(folder)
    .filter((file) => pattern.test(file))
    .map((file) => `${folder}/${file}`);
}

/** The texts of the widgets that not every page has, in every language but English. */
function partFiles() {
  return files('src/locales', /^(?!en)[a-z]{2}$/).flatMap((folder) => files(folder, /\.ts$/));
}

export default [
  modules,
  chunks,
  wholes,
  door,
  guard,
  beside('strict'),
  beside('hosts', joined('fairsay-door', 'fairsay', 'fairsay-hosts')),
];
