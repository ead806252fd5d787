import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { filesBelow } from '../../scripts/files.mjs';

interface Package {
  readonly exports: Record<string, string | { readonly types: string; readonly default?: string }>;
  readonly sideEffects: readonly string[];
  readonly types: string;
  readonly customElements: string;
  readonly unpkg: string;
  readonly jsdelivr: string;
}

const json = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
/** The languages, and the texts of each part of one. The English of an element is a part of that element. */
const locales = filesBelow('src/locales', '.ts')
  .map((file) => file.replaceAll('\\', '/').replace(/^src\/locales\/|\.ts$/g, ''))
  .filter((name) => !/^(?:en\/|messages)/.test(name));

/** Every path that others can import, with its wildcard written out, and the files behind it. */
const entries = Object.entries(json.exports).flatMap(([path, target]) => {
  const files = typeof target === 'string' ? [target] : Object.values(target);
  const names = path.includes('*') ? locales : [''];
  return names.map((name) => ({
    path: path.replace('*', name).replace(/^\./, 'fairsay'),
    files: files.map((file) => file.replace('*', name)),
  }));
});

describe('the exports of the package', () => {
  for (const { path, files } of entries) {
    it(`hold ${path} and its types`, () => {
      assert.deepEqual(
        files.filter((file) => !existsSync(file)),
        [],
      );
    });
  }

  it('hold every language', () => {
    const found = entries.filter(({ path }) => path.startsWith('fairsay/locales/')).map(({ path }) => path);
    assert.ok(found.includes('fairsay/locales/en'));
    assert.equal(found.length, locales.length);
  });

  it('hold every element twice, quiet and defined', () => {
    for (const tag of readdirSync('src/elements')) {
      const name = tag.replace('fairsay-', './');
      assert.ok(json.exports[name], name);
      assert.ok(json.exports[`${name}/define`], `${name}/define`);
    }
  });

  it('are found by tools that read other fields', () => {
    const files = [json.types, json.customElements, json.unpkg, json.jsdelivr];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('name every file with a side effect, and no other', () => {
    const patterns = json.sideEffects.map((glob) => new RegExp(`^${glob.slice(2).replace(/\*/g, '[^/]+')}$`));
    const modules = filesBelow('dist', '.js').map((file) => file.replaceAll('\\', '/'));
    for (const file of modules.filter((module) => !/^dist\/(fairsay(-\w+)?|chunks\/.*)\.js$/.test(module))) {
      const acts = /(^|\n)\s*customElements\.define\(|(^|\n)import '/.test(readFileSync(file, 'utf8'));
      assert.equal(
        patterns.some((pattern) => pattern.test(file)),
        acts || file === 'dist/define.js',
        file,
      );
    }
  });
});

describe('importing in Node', () => {
  const quiet = entries.filter(
    ({ path, files }) => files.some((file) => file.endsWith('.js')) && !path.endsWith('/define'),
  );
  const loud = entries.filter(({ path }) => path.endsWith('/define'));
  const registry = () => (globalThis as { customElements?: CustomElementRegistry }).customElements;
  const tags = readdirSync('src/elements');

  for (const { path } of quiet) {
    it(`${path} registers nothing and does not throw`, async () => {
      await import(path);
      assert.deepEqual(
        tags.filter((tag) => registry()?.get(tag)),
        [],
      );
    });
  }

  it('every such path can be imported in a worker, where there is no window', async () => {
    const imports = quiet.map(({ path }) => `import(${JSON.stringify(import.meta.resolve(path))})`).join(', ');
    const code = `const { parentPort } = require('node:worker_threads');
      Promise.all([${imports}]).then(({ length }) => parentPort.postMessage(length), (error) => parentPort.postMessage(String(error)));`;
    const worker = new Worker(code, { eval: true });
    const [said] = (await once(worker, 'message')) as [unknown];
    await worker.terminate();
    assert.equal(said, quiet.length);
  });

  it('the defining paths register their elements and do not throw', async () => {
    for (const { path } of loud) {
      await import(path);
    }
    assert.deepEqual(
      tags.filter((tag) => !registry()?.get(tag)),
      [],
    );
  });
});
