import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { filesBelow } from '../../scripts/files.mjs';

interface Chunk {
  readonly file: string;
  readonly modules: readonly string[];
  readonly imports: readonly string[];
}

const manifest = JSON.parse(readFileSync('dist/chunks/manifest.json', 'utf8')) as Record<string, Chunk>;
const { guard, ...chunks } = manifest;
const guardCode = readFileSync('dist/fairsay.js', 'utf8');

/** What Lit leaves on every page that it runs on. */
const LIT = /litHtmlVersions|litElementVersions|reactiveElementVersions|_\$litType\$/;

/** What a page needs once, however many elements it has. */
const RULES = /^src\/(?:core|config|gate|page|signals)\//;

/** The rules that one widget alone needs, in its own file. The notice is data, which its element makes. */
const WIDGET_RULES = /^src\/(?:core\/(?:newsletter|notice|receipt)|page\/newsletter)\//;

describe('the guard', () => {
  it('holds no Lit', () => {
    assert.doesNotMatch(guardCode, LIT);
    assert.match(readFileSync(`dist/${chunks['ui']?.file}`, 'utf8'), LIT);
  });

  it('is a classic script, with one line that names it', () => {
    assert.doesNotMatch(guardCode, /^\s*(?:import|export)\s/m);
    assert.match(guardCode, /^\/\*! fairsay \d+\.\d+\.\d+ /);
  });

  it('knows every chunk by the name that it was given', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    for (const [name, { file }] of Object.entries(chunks)) {
      assert.equal(file, `chunks/${name}-${version}.js`);
    }
    assert.ok(guardCode.includes(`-${version}.js`));
  });
});

describe('the chunks', () => {
  it('are all on the disk, and nothing else is', () => {
    assert.ok(Object.values(chunks).every(({ file }) => existsSync(`dist/${file}`)));
    assert.equal(filesBelow('dist/chunks', '.js').length, Object.keys(chunks).length);
  });

  it('hold no rule twice: the guard brings them, or one chunk', () => {
    assert.ok(guard, 'the manifest lists the modules of the guard');
    const rules = Object.values(manifest).flatMap(({ modules }) => modules.filter((module) => RULES.test(module)));
    assert.deepEqual(
      rules.filter((module, index) => rules.indexOf(module) !== index),
      [],
    );
  });

  for (const [name, { modules, imports }] of Object.entries(chunks)) {
    it(`hold no rule beside an element: ${name}`, () => {
      const hasElement = modules.some((module) => module.startsWith('src/elements/'));
      assert.deepEqual(
        modules.filter((module) => hasElement && RULES.test(module) && !WIDGET_RULES.test(module)),
        [],
      );
    });

    it(`wait for no chunk but the shared ones: ${name}`, () => {
      assert.deepEqual(
        imports.filter(
          (file) =>
            // What looks at an answer about an age takes it down too, with what makes decisions.
            ![
              'ui',
              'manners',
              'parts',
              'hash',
              'services',
              'lang-en-age',
              'lang-en-newsletter',
              'lang-en-notice',
              ...(name === 'age' ? ['actions'] : []),
            ].some((shared) => file === chunks[shared]?.file),
        ),
        [],
      );
    });
  }
});

/** Every file of ours that a module brings along, and the packages that these name. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (!reached.has(file)) {
    reached.add(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|^import) '([^']+)'/gm)) {
      if (name.startsWith('.')) {
        reachedFrom(join(dirname(file), name), reached);
      } else {
        reached.add(name);
      }
    }
  }
  return reached;
}

describe('the modules for npm', () => {
  for (const entry of ['index', 'core/index']) {
    it(`reach no Lit from ${entry}`, () => {
      assert.deepEqual(
        [...reachedFrom(join('dist', `${entry}.js`))].filter((name) => /^@?lit\b/.test(name)),
        [],
      );
    });
  }

  it('reach Lit from an element', () => {
    assert.ok(reachedFrom(join('dist', 'define.js')).has('lit'));
  });
});
