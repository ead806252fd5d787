// Bundles the modules of docs/services.md with the vendors' packages, for the end-to-end tests: what is written is what runs.
import { readFileSync } from 'node:fs';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';

const page = readFileSync('docs/services.md', 'utf8');
const recipes = [...page.matchAll(/^```json\n(.*?)^```.*?^```js\n(.*?)^```/gms)];

export default recipes.map(([, json, js]) => {
  const { id } = JSON.parse(json);
  const input = `${process.cwd()}/docs/${id}.js`;
  return {
    input,
    output: { file: `.tmp/tags/${id}.js`, format: 'es', inlineDynamicImports: true },
    plugins: [
      {
        name: 'recipe',
        resolveId: (path) => (path === input ? path : null),
        load: (path) => (path === input ? js : null),
      },
      resolve({ browser: true, preferBuiltins: false }),
      commonjs(),
    ],
    // The vendors' packages have cycles and more that is theirs to mend.
    onwarn: () => undefined,
  };
});
