// Three builds from one source: modules for npm, the chunks that the guard fetches, and the guard, which needs their names.
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';

const { name, version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const banner = `/*! ${name} ${version} | MIT */`;
const MANIFEST = 'chunks/manifest.json';

const compile = (options) => typescript({ tsconfig: 'tsconfig.json', compilerOptions: { rootDir: 'src', outDir: 'dist', ...options } });
const minify = (options) =>
  terser({ ecma: 2020, compress: { passes: 3, pure_getters: true }, format: { comments: /^!/ }, ...options });
const source = (id) => relative(process.cwd(), id).replaceAll('\\', '/');

/** Every module of its own, so that a bundler takes only what it needs. */
const modules = {
  input: [
    'src/index.ts',
    'src/define.ts',
    'src/core/index.ts',
    ...files('src/locales', /^[a-z]{2}\.ts$/),
    ...readdirSync('src/elements').map((tag) => `src/elements/${tag}/define.ts`),
  ],
  output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
  external: Object.keys(dependencies).map((dependency) => new RegExp(`^${dependency}(/|$)`)),
  plugins: [compile({ declaration: true, declarationDir: 'dist' })],
};

/** The chunk with the banner is also the one that the other elements share: Lit, `ui/` and English. */
const SHARED = /node_modules|^src\/(ui|events|platform)\/|^src\/locales\/en\.ts$|^src\/elements\/fairsay-banner\//;

const chunks = {
  input: {
    ui: 'src/elements/fairsay-banner/define.ts',
    preferences: 'src/elements/fairsay-preferences/define.ts',
    embed: 'src/elements/fairsay-embed/define.ts',
    link: 'src/elements/fairsay-link/define.ts',
    check: 'src/config/check/report.ts',
    cleanup: 'src/gate/cleanup.ts',
    ...Object.fromEntries(
      files('src/locales', /^(?!en)[a-z]{2}\.ts$/).map((file) => [`lang-${file.slice(-5, -3)}`, file]),
    ),
  },
  output: {
    dir: 'dist',
    format: 'es',
    banner,
    entryFileNames: 'chunks/[name]-[hash:6].js',
    chunkFileNames: 'chunks/[name]-[hash:6].js',
    manualChunks: (id) => (SHARED.test(source(id)) ? 'ui' : undefined),
    minifyInternalExports: true,
  },
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    resolve({ exportConditions: ['production'] }),
    compile({ declaration: false, sourceMap: false }),
    minify({ module: true }),
    {
      name: 'manifest',
      generateBundle(_, bundle) {
        const entries = Object.values(bundle).map(({ name: part, fileName, modules: parts, imports }) => [
          part,
          { file: fileName, modules: Object.keys(parts).map(source), imports },
        ]);
        this.emitFile({ type: 'asset', fileName: MANIFEST, source: JSON.stringify(Object.fromEntries(entries), null, 2) });
      },
    },
  ],
};

const guard = {
  input: 'src/guard.ts',
  output: { file: 'dist/fairsay.js', format: 'iife', banner },
  plugins: [
    resolve(),
    compile({ target: 'ES2020', declaration: false, sourceMap: false }),
    {
      name: 'chunk-names',
      renderChunk(code) {
        const manifest = JSON.parse(readFileSync(`dist/${MANIFEST}`, 'utf8'));
        const names = Object.fromEntries(Object.entries(manifest).map(([part, { file }]) => [part, file]));
        return { code: code.replaceAll('__CHUNKS__', JSON.stringify(names)), map: null };
      },
    },
    minify({ toplevel: true }),
  ],
};

function files(folder, pattern) {
  return readdirSync(folder)
    .filter((file) => pattern.test(file))
    .map((file) => `${folder}/${file}`);
}

export default [modules, chunks, guard];
