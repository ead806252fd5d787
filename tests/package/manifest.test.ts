import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { filesBelow } from '../../scripts/files.mjs';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly inheritedFrom?: unknown;
}

interface Declaration extends Named {
  readonly tagName?: string;
  readonly summary?: string;
  readonly status?: string;
  readonly since?: string;
  readonly members?: readonly Named[];
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
const declarations = modules.flatMap((module) => module.declarations);
const elements = declarations.filter(({ tagName }) => tagName);
const sourceOf = (folder: string) =>
  filesBelow(folder, '.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
const shared = sourceOf('src/ui');

const partsIn = (source: string) =>
  [...source.matchAll(/\bpart="([^"$]+)"/g)].flatMap(([, names = '']) => names.split(' '));

function undescribed({ members, attributes, events, slots, cssParts, cssProperties }: Declaration): string[] {
  return [members, attributes, events, slots, cssParts, cssProperties]
    .flatMap((list) => list ?? [])
    .filter(({ description, inheritedFrom }) => !description && !inheritedFrom)
    .map(({ name }) => name);
}

describe('the manifest', () => {
  it('holds every element', () => {
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), readdirSync('src/elements').sort());
  });

  it('speaks of published files alone', () => {
    assert.deepEqual(
      modules.filter(({ path }) => !/^dist\/.*\.js$/.test(path)),
      [],
    );
  });

  for (const element of elements) {
    describe(`of ${element.tagName}`, () => {
      it('has a summary, a status and a version', () => {
        assert.ok(element.summary);
        assert.match(element.status ?? '', /^(?:experimental|stable|deprecated)$/);
        assert.match(element.since ?? '', /^\d+\.\d+\.\d+$/);
      });

      it('describes every member, event, slot, part and custom property', () => {
        assert.deepEqual(undescribed(element), []);
      });

      it('names event classes that exist', () => {
        const classes = declarations.map(({ name }) => name);
        assert.deepEqual(
          (element.events ?? []).map(({ type }) => type?.text ?? '').filter((name) => !classes.includes(name)),
          [],
        );
      });

      it('names the parts of its template, and no other', () => {
        const named = (element.cssParts ?? []).map(({ name }) => name);
        const own = partsIn(sourceOf(`src/elements/${element.tagName}`));
        assert.deepEqual(
          own.filter((part) => !named.includes(part)),
          [],
        );
        assert.deepEqual(
          named.filter((part) => ![...own, ...partsIn(shared)].includes(part)),
          [],
        );
      });
    });
  }

  it('has a place for every part of a shared template', () => {
    const named = elements.flatMap(({ cssParts }) => (cssParts ?? []).map(({ name }) => name));
    assert.deepEqual(
      partsIn(shared).filter((part) => !named.includes(part)),
      [],
    );
  });
});
