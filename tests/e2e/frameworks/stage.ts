/** What the tests with frameworks have in common: pages with both files, and the packages as their makers built them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Lab, Sheet } from '../../support/lab.js';
import { SCRIPT } from '../../support/lab.js';
import { held } from '../hosts/stage.js';

const PACKAGES = {
  turbo: '@hotwired/turbo/dist/turbo.es2017-umd.js',
  react: 'react/umd/react.development.js',
  'react-dom': 'react-dom/umd/react-dom.development.js',
};

const { resolve } = createRequire(import.meta.url);

/** Serves packages and gives their tags. */
export function tagsOf(lab: Lab, ...names: readonly (keyof typeof PACKAGES)[]): string {
  return names
    .map((name) => {
      const [scope = '', ...rest] = PACKAGES[name].split('/');
      const folder = scope.startsWith('@') ? `${scope}/${rest.shift() ?? ''}` : scope;
      const root = resolve(`${folder}/package.json`).replace(/package\.json$/, '');
      lab.site.pages.set(`/${name}.js`, { html: readFileSync(root + rest.join('/'), 'utf8'), headers: SCRIPT });
      return `<script src="/${name}.js"></script>`;
    })
    .join('');
}

/** A script of the page that is marked, and says that it ran. */
export const marked = (mark: string): string =>
  `<script type="text/plain" data-fairsay="analytics">ran.push('${mark}')</script>`;

/** A page of a shop that is drawn by a framework. */
export function framed(lab: Lab, head: string, sheet: Sheet = {}): Sheet {
  return { ...held(lab), head, ...sheet };
}
