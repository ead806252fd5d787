import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { LAYERS } from '../../scripts/layers.mjs';

/** The project's own rules; those that need types are off, as the files of this test are not on the disk. */
const eslint = new ESLint({
  overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }] as never,
});

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  const relevant = ['no-restricted-imports', 'no-restricted-properties', 'no-restricted-syntax'];
  return (result?.messages ?? [])
    .filter(({ ruleId }) => relevant.some((rule) => ruleId?.endsWith(rule)) || !ruleId)
    .map(({ message }) => message);
}

const FORBIDDEN: readonly (readonly [file: string, code: string])[] = [
  ['src/core/bad.ts', "import { warn } from '../platform/warn.js'; warn();"],
  ['src/core/bad.ts', "import type { Gate } from '../gate/gate.js'; export type Bad = Gate;"],
  ['src/core/bad.ts', "import Cookies from 'js-cookie'; Cookies.get();"],
  ['src/core/bad.ts', "import { html } from 'lit'; html``;"],
  ['src/core/bad.ts', "import { readFileSync } from 'node:fs'; readFileSync('');"],
  ['src/core/bad.ts', "export * from '../index.js';"],
  ['src/core/bad.ts', "import { x } from './../gate/x.js'; x();"],
  ['src/core/bad.ts', 'export const bad = Date.now();'],
  ['src/core/bad.ts', 'export const bad = new Date();'],
  ['src/core/bad.ts', 'export const bad = Math.random();'],
  ['src/core/bad.ts', "export const bad = import('../gate/gate.js');"],
  ['src/config/bad.ts', "import { createStore } from '../core/store.js'; createStore();"],
  ['src/config/check/bad.ts', "import { warn } from '../../platform/warn.js'; warn();"],
  ['src/config/check/rules/bad.ts', "import { warn } from '../../../platform/warn.js'; warn();"],
  ['src/platform/bad.ts', "import { createStore } from '../core/store.js'; createStore();"],
  ['src/platform/bad.ts', "import { html } from 'lit'; html``;"],
  ['src/platform/bad.ts', "import { createPage } from '../page/page.js'; createPage();"],
  ['src/gate/bad.ts', "import { LinkElement } from '../elements/fairsay-link/link-element.js'; new LinkElement();"],
  ['src/gate/bad.ts', "import { createPage } from '../page/page.js'; createPage();"],
  ['src/signals/bad.ts', "import { createStore } from '../core/store.js'; createStore();"],
  ['src/signals/bad.ts', "import { warn } from '../platform/warn.js'; warn();"],
  ['src/events/bad.ts', "import { createStore } from '../core/store.js'; createStore();"],
  ['src/locales/bad.ts', "import { warn } from '../platform/warn.js'; warn();"],
  ['src/page/bad.ts', "import { en } from '../locales/en.js'; en();"],
  ['src/page/bad.ts', "import { x } from '../ui/x.js'; x();"],
  ['src/page/bad.ts', "import { place } from '../chunks/ui.js'; place();"],
  ['src/page/bad.ts', "import { html } from 'lit'; html``;"],
  ['src/guard.ts', "import { LinkElement } from './elements/fairsay-link/link-element.js'; new LinkElement();"],
  ['src/guard.ts', "import { x } from './ui/x.js'; x();"],
  ['src/guard.ts', "import { html } from 'lit'; html``;"],
  ['src/index.ts', "import './elements/fairsay-link/define.js';"],
  ['src/index.ts', "import { html } from './ui/box-styles.js'; html();"],
  ['src/elements/fairsay-link/bad.ts', "export const bad = import('../fairsay-banner/x.js');"],
  ['src/ui/bad.ts', "import { createStore } from '../core/store.js'; createStore();"],
  ['src/ui/bad.ts', "import { resolve } from '../config/resolve.js'; resolve();"],
  ['src/ui/bad.ts', "import { warn } from '../platform/warn.js'; warn();"],
  ['src/ui/controllers/bad.ts', "import { createStore } from '../../core/store.js'; createStore();"],
  ['src/elements/fairsay-link/bad.ts', "import { x } from '../fairsay-banner/x.js'; x();"],
  ['src/elements/fairsay-link/bad.ts', "import { x } from '../../elements/fairsay-banner/x.js'; x();"],
  ['src/elements/fairsay-link/bad.ts', "import type { X } from '../fairsay-banner/x.js'; export type Bad = X;"],
  ['src/elements/fairsay-link/bad.ts', "import { createStore } from '../../core/store.js'; createStore();"],
  ['src/elements/fairsay-link/bad.ts', "import { x } from '../../core/newslettering.js'; x();"],
  ['src/ui/bad.ts', "import { offerOf } from '../core/newsletter/offer.js'; offerOf();"],
  ['src/elements/fairsay-link/bad.ts', "import { createGate } from '../../gate/gate.js'; createGate();"],
];

const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ['src/core/good.ts', "import type { Config } from '../config/types.js'; export type Good = Config;"],
  ['src/core/good.ts', "import { evaluate } from './grammar.js'; evaluate();"],
  ['src/platform/good.ts', "import Cookies from 'js-cookie'; Cookies.get();"],
  ['src/platform/good.ts', "import type { PageStore } from '../page/types.js'; export type Good = PageStore;"],
  ['src/signals/good.ts', "import type { State } from '../core/state.js'; export type Good = State;"],
  ['src/page/good.ts', "import type { Locale } from '../locales/messages.js'; export type Good = Locale;"],
  ['src/page/good.ts', "import { createStore } from '../core/store.js'; createStore();"],
  ['src/index.ts', "import { place } from './ui/place.js'; place();"],
  ['src/elements/fairsay-link/good.ts', "export const good = import('./later.js');"],
  ['src/guard.ts', "import { createPage } from './page/page.js'; createPage();"],
  ['src/ui/good.ts', "import type { State } from '../core/state.js'; export type Good = State;"],
  ['src/elements/fairsay-link/good.ts', "import { readStore } from '../../platform/shared-store.js'; readStore();"],
  ['src/elements/fairsay-newsletter/good.ts', "import { offerOf } from '../../core/newsletter/offer.js'; offerOf();"],
  ['src/elements/fairsay-link/good.ts', "import { property } from 'lit/decorators.js'; property();"],
];

describe('the layers', () => {
  for (const [file, code] of FORBIDDEN) {
    it(`forbid ${file} to say ${code}`, async () => {
      const found = await complaints(file, code);
      assert.ok(found.length > 0);
      assert.ok(
        found.every((message) => /docs\/adr\/0001-layers\.md|fetch code/.test(message)),
        found.join('\n'),
      );
    });
  }

  for (const [file, code] of ALLOWED) {
    it(`allow ${file} to say ${code}`, async () => {
      assert.deepEqual(await complaints(file, code), []);
    });
  }

  it('cover every folder of the source', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(
      folders.map(({ name }) => name).filter((name) => !(name in LAYERS)),
      [],
    );
  });
});
