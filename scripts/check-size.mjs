/**
 * What a shopper downloads, in bytes after brotli 11, held exactly in `sizes.json`: a change of size is a line in a diff.
 * `npm run sizes` compares; `npm run sizes -- --update` writes `sizes.json` and the table of the README anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { ROOT } from './files.mjs';
import { ROWS } from './build/size-rows.mjs';

/** @typedef {Record<string, number>} Sizes By what is loaded. */
const MARKERS = /(<!-- sizes -->\n)[^]*?(<!-- \/sizes -->)/;

/**
 * @param {string} name
 * @returns {{ what: string, budget: number }}
 * @throws For a chunk that nobody has given a budget.
 */
export function rowOf(name) {
  const row = name.startsWith('lang-')
    ? { what: `Language: ${name.slice(5)}`, budget: 1600 }
    : name.startsWith('<')
      ? { what: `All that is \`${name}\` alone`, budget: 4000 }
      : ROWS.get(name);
  if (!row) {
    throw new Error(`The chunk "${name}" has no row in scripts/build/size-rows.mjs.`);
  }
  return row;
}

/** Measures what is in `dist`. @returns {Sizes} */
export function measure() {
  const { ui, ...chunks } = JSON.parse(readFileSync(join(ROOT, 'dist/chunks/manifest.json'), 'utf8'));
  const guard = brotli('fairsay.js');
  const door = brotli('fairsay-door.js');
  // In the order of the table, whatever the order of the build.
  const sizes = new Map([...ROWS.keys()].map((name) => [name, 0]));
  for (const name of Object.keys(chunks)
    .filter((each) => each !== 'guard')
    .sort()) {
    sizes.set(name, brotli(chunks[name].file));
  }
  for (const tag of readdirSync(join(ROOT, 'src/elements'))) {
    sizes.set(`<${tag}>`, brotli(`../.tmp/elements/${tag}.js`));
  }
  sizes.set('door', door).set('second file', brotli('fairsay-hosts.js')).set('joined file', brotli('fairsay-all.js'));
  sizes.set('strict file', brotli('fairsay-strict.js'));
  return Object.fromEntries(sizes.set('guard', guard).set('first visit', guard + brotli(ui.file)));
}

/** @param {string} file */
function brotli(file) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(readFileSync(join(ROOT, 'dist', file)), { params }).length;
}

/** What `sizes.json` says. @returns {Sizes} */
export function recorded() {
  return JSON.parse(readFileSync(join(ROOT, 'sizes.json'), 'utf8'));
}

/**
 * Draws the table of the README.
 *
 * @param {Sizes} sizes
 * @returns {string}
 */
export function tableOf(sizes) {
  const number = (/** @type {number} */ bytes) => (bytes === Infinity ? '' : bytes.toLocaleString('en'));
  const rows = Object.entries(sizes).map(([name, bytes]) => {
    const { what, budget } = rowOf(name);
    return [what, number(bytes), number(budget)];
  });
  const cells = [['What', 'Bytes', 'Budget'], ...rows];
  const widths = [0, 1, 2].map((at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const line = (/** @type {string[]} */ [what = '', ...numbers]) =>
    `| ${what.padEnd(widths[0] ?? 0)} | ${numbers.map((cell, index) => cell.padStart(widths[index + 1] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  const rule = `| ${'-'.repeat(widths[0] ?? 0)} | ${widths
    .slice(1)
    .map((width) => `${'-'.repeat(width - 1)}:`)
    .join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}

/**
 * Finds the table that stands in the README.
 *
 * @param {string} readme
 * @returns {string | undefined}
 */
export function tableIn(readme) {
  return MARKERS.exec(readme)?.[0]
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n');
}

function update() {
  const sizes = measure();
  const readme = join(ROOT, 'README.md');
  writeFileSync(join(ROOT, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
  writeFileSync(readme, readFileSync(readme, 'utf8').replace(MARKERS, `$1\n${tableOf(sizes)}\n\n$2`));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--update')) {
    update();
  }
  const sizes = measure();
  console.log(tableOf(sizes));
  const over = Object.entries(sizes).filter(
    ([name, bytes]) => bytes > rowOf(name).budget || recorded()[name] !== bytes,
  );
  over.forEach(([name]) => console.error(`${name}: over its budget, or not what sizes.json says.`));
  process.exitCode = over.length ? 1 : 0;
}
