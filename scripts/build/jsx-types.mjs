/** Writes `dist/jsx.d.ts` from the manifest: the elements as JSX knows them. Opt-in, by `import 'fairsay/jsx'`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../files.mjs';

/**
 * What is read of the manifest.
 *
 * @typedef {{ name: string, description?: string, type?: { text: string } }} Named
 * @typedef {{ name: string, summary?: string, tagName?: string, attributes?: Named[], events?: Named[] }} Declaration
 * @typedef {{ path: string, declarations: Declaration[] }} Module
 */

/** @type {{ modules: Module[] }} */
const manifest = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8'));
const modules = manifest.modules.flatMap(({ path, declarations }) =>
  declarations.map((declaration) => ({ ...declaration, file: path.replace(/^dist/, '.') })),
);
const elements = modules.filter(({ tagName }) => tagName);
const events = new Set(elements.flatMap((element) => element.events?.map(({ type }) => type?.text) ?? []));

/** @param {string | undefined} text @param {string} [indent] */
const comment = (text, indent = '    ') => (text ? `${indent}/** ${text.replace(/\s+/g, ' ')} */\n` : '');

/** @param {typeof elements[number]} element */
const entry = ({
  tagName,
  summary,
  attributes = [],
  events = [],
}) => `${comment(summary, '  ')}  '${tagName}': Common & {
${attributes.map((each) => `${comment(each.description)}    '${each.name}'?: ${each.type?.text ?? 'string'};\n`).join('')}${events
  .map((each) => `${comment(each.description)}    'on${each.name}'?: (event: ${each.type?.text}) => void;\n`)
  .join('')}  };`;

const imports = modules
  .filter(({ name }) => events.has(name))
  .map(({ name, file }) => `import type { ${name} } from '${file}';`);

writeFileSync(
  join(ROOT, 'dist/jsx.d.ts'),
  `${imports.join('\n')}

/** What every element takes. */
interface Common {
  id?: string;
  class?: string;
  className?: string;
  lang?: string;
  dir?: string;
  slot?: string;
  hidden?: boolean;
  style?: unknown;
  children?: unknown;
  key?: unknown;
  ref?: unknown;
}

/**
 * The elements by their tags. Where a library keeps its own list of elements, add them to it:
 * \`declare module 'react' { namespace JSX { interface IntrinsicElements extends FairsayElements {} } }\`.
 */
export interface FairsayElements {
${elements.map(entry).join('\n')}
}

declare global {
  namespace JSX {
    interface IntrinsicElements extends FairsayElements {}
  }
}
`,
);
