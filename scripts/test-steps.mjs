/** The steps of `npm test`, in their order: what is quick to fail comes first. */
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ENGINES } from './browsers.mjs';
import { tool } from './commands.mjs';
import { filesBelow, ROOT } from './files.mjs';
import { ensurePostgres } from './machine/postgres.mjs';

/**
 * One step. Without `counts` its command is one test: it passes or fails. With it, the command's reporter tells the
 * figures. `prepare` runs just before; `needs` names the steps that make what this one reads.
 *
 * @typedef {{
 *   name: string,
 *   command: () => string[],
 *   env?: Record<string, string>,
 *   counts?: boolean,
 *   needs?: string[],
 *   prepare?: () => void | Promise<void>,
 * }} Step
 */

const COMPILED = '.test-build';

/** @param {string} folder */
const empty = (folder) => {
  rmSync(join(ROOT, folder), { recursive: true, force: true });
};

/**
 * Tests for Node's own runner. They are named one by one: it takes folders and patterns differently in each version.
 *
 * @param {string} folder
 * @param {...string} options
 */
const nodeTests = (folder, ...options) => [
  process.execPath,
  '--test',
  `--test-reporter=${join(ROOT, 'scripts/reporters/node.mjs')}`,
  ...options,
  ...filesBelow(join(ROOT, COMPILED, 'tests', folder), '.test.js').map((file) => relative(ROOT, file)),
];

/** Every line and branch of the core is run by a test, or the step fails. Files of types alone have nothing to run. */
const coverage = () => {
  const core = `${COMPILED}/src/core`;
  const types = filesBelow(join(ROOT, core), '.js').filter((file) =>
    /^export \{\};\s*\/\//.test(readFileSync(file, 'utf8')),
  );
  return ['--100', '--all', '--src', core, '--include', `${core}/**/*.js`]
    .concat(types.flatMap((file) => ['--exclude', relative(ROOT, file)]))
    .concat(['--exclude-after-remap=false', '--reporter', 'text', '--temp-directory', '.tmp/coverage']);
};

/** @type {readonly Step[]} */
export const STEPS = [
  { name: 'format', command: () => [...tool('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: () => [...tool('eslint'), '--max-warnings', '0', '.'] },
  { name: 'types', command: () => [...tool('typescript', 'tsc'), '--noEmit'] },
  { name: 'types:core', command: () => [...tool('typescript', 'tsc'), '-p', 'tsconfig.core.json'] },
  {
    name: 'compile',
    prepare: () => {
      empty(COMPILED);
    },
    command: () => [...tool('typescript', 'tsc'), '-p', 'tsconfig.test.json'],
  },
  { name: 'build', command: () => [process.execPath, 'scripts/build.mjs'] },
  { name: 'tags', command: () => [...tool('rollup'), '--config', 'rollup.tags.config.mjs', '--silent'] },
  {
    name: 'unit',
    command: () => [...tool('c8'), ...coverage(), ...nodeTests('unit')],
    counts: true,
    needs: ['compile'],
  },
  { name: 'host', prepare: ensurePostgres, command: () => nodeTests('host'), counts: true, needs: ['compile'] },
  { name: 'package', command: () => nodeTests('package'), counts: true, needs: ['compile', 'build'] },
  ...ENGINES.map((engine) => ({
    name: `components:${engine}`,
    command: () => [...tool('@web/test-runner', 'wtr'), '--config', 'web-test-runner.config.mjs'],
    env: { ENGINE: engine },
    counts: true,
    needs: ['compile'],
  })),
  {
    name: 'engines',
    command: () => nodeTests('engines', '--test-concurrency=1'),
    counts: true,
    needs: ['compile', 'build'],
  },
  {
    name: 'e2e',
    command: () => [...tool('@playwright/test', 'playwright'), 'test'],
    counts: true,
    needs: ['compile', 'build', 'tags'],
  },
];
