/** How figures are printed, kept, and put into the documentation. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../../../scripts/files.mjs';
import { versions } from './subjects.mjs';

/** @typedef {import('./statistics.mjs').Figure} Figure */
/** @typedef {string | number | Figure} Cell */
/** @typedef {{ columns: readonly string[], rows: readonly (readonly Cell[])[] }} Table */
/** @typedef {Table & { title: string }} Named */

/** Numbers as they are read: whole ones from a hundred on. @param {number} value */
const number = (value) =>
  value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 && value % 1 ? 1 : 0 });

/** @param {Cell} cell */
function text(cell) {
  if (typeof cell !== 'object') {
    return typeof cell === 'number' ? number(cell) : cell;
  }
  const { median, low, high, ratio } = cell;
  const spread = high - low < 0.05 ? '' : ` (${number(low)}–${number(high)})`;
  return `${number(median)}${spread}${ratio === undefined ? '' : `, ${ratio.toFixed(2)} ×`}`;
}

/** @param {Table} table A table of Markdown, its columns lined up. */
export function draw({ columns, rows }) {
  const lines = [columns, ...rows.map((row) => row.map(text))];
  const widths = columns.map((_, at) => Math.max(3, ...lines.map((line) => line[at]?.length ?? 0)));
  const pad = (/** @type {readonly string[]} */ line) =>
    `| ${line.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  const [head = [], ...body] = lines;
  return [pad(head), `| ${rule.join(' | ')} |`, ...body.map(pad)].join('\n');
}

/** What the figures were taken on, without anything that names the machine. @param {string} browser Its version. */
export function machine(browser) {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    chromium: browser,
    rivals: versions(),
  };
}

/** @typedef {ReturnType<typeof machine>} Machine */

/** Keeps everything as JSON. @param {Machine} on @param {Record<string, Named>} tables */
export function keep(on, tables) {
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  writeFileSync(join(ROOT, '.tmp/bench.json'), `${JSON.stringify({ machine: on, tables }, null, 2)}\n`);
}

/**
 * Replaces the tables that were measured, and what they were measured on, in the documentation. Those that were not
 * measured stay, each with the date of its own run.
 *
 * @param {Machine} on
 * @param {Record<string, Named>} tables
 */
export async function write({ date, cores, system, node, chromium, rivals }, tables) {
  const path = join(ROOT, 'docs/benchmarks.md');
  let page = readFileSync(path, 'utf8');
  const against = Object.entries(rivals)
    .map((rival) => rival.join(' '))
    .join(', ');
  const on = `Measured on ${date}: ${cores} cores, ${system}, Chromium ${chromium}, Node ${node.slice(1)}; ${against}.`;
  for (const [name, table] of Object.entries(tables)) {
    const marks = new RegExp(`(<!-- bench:${name} -->\\n)[^]*?(<!-- /bench:${name} -->)`);
    if (!marks.test(page)) {
      throw new Error(`docs/benchmarks.md has no place for "${name}".`);
    }
    page = page.replace(marks, (_, start, end) => `${start}\n${draw(table)}\n\n${on}\n\n${end}`);
  }
  const options = await resolveConfig(path);
  writeFileSync(path, await format(page, { ...options, parser: 'markdown' }));
}
