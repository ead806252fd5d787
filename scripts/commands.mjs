/** Runs other programs, and sees to it that there is something to run. Node's own modules only. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStale, ROOT } from './files.mjs';

/**
 * Runs a program in the project's folder, its output on ours, and gives its exit code. One that takes too long is
 * ended with all that it started, and counts as failed.
 *
 * @param {readonly string[]} command The program and its arguments.
 * @param {{ env?: Record<string, string>, minutes?: number }} [options]
 * @returns {Promise<number>}
 */
export function run([program = '', ...args], { env = {}, minutes = 12 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      detached: true,
    });
    const end = () => child.pid && process.kill(-child.pid, 'SIGKILL');
    const timer = setTimeout(() => {
      console.error(`Ended after ${minutes} minutes: ${program} ${args.join(' ')}`);
      end();
    }, minutes * 60_000);
    const stop = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(code);
    };
    child.once('error', (error) => {
      console.error(error.message);
      finish(127);
    });
    child.once('exit', (code) => {
      finish(code ?? 1);
    });
  });
}

/**
 * The command of an installed package. It is started through Node, as some bin files lack their run bit.
 *
 * @param {string} name The package.
 * @param {string} [command] The command's name, where it is not the package's.
 * @returns {string[]}
 */
export function tool(name, command = name) {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [process.execPath, join(folder, typeof bin === 'string' ? bin : bin[command])];
}

/**
 * Installs the packages of the lock file, unless that was done since it last changed.
 *
 * @returns {Promise<boolean>} Whether they are there now.
 */
export async function ensurePackages() {
  if (!isStale(join(ROOT, 'node_modules/.package-lock.json'), [join(ROOT, 'package-lock.json')])) {
    return true;
  }
  console.log('Installing packages.');
  const npm = process.env['npm_execpath'] ? [process.execPath, process.env['npm_execpath']] : ['npm'];
  return (await run([...npm, 'ci', '--include=dev'])) === 0;
}

/**
 * Builds `dist/`, unless that was done since its sources last changed.
 *
 * @returns {Promise<boolean>} Whether it is there now.
 */
export async function ensureBuild() {
  const sources = ['src', 'scripts/build.mjs', 'rollup.config.mjs', 'package.json'].map((path) => join(ROOT, path));
  if (!isStale(join(ROOT, 'dist/jsx.d.ts'), sources)) {
    return true;
  }
  console.log('Building dist.');
  return (await run([process.execPath, 'scripts/build.mjs'])) === 0;
}
