/** What the scripts ask of the file system. Node's own modules only: they run before anything is installed. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project: the nearest with a `package.json`, as the tests run a copy of this file further down. */
export const ROOT = above(fileURLToPath(import.meta.url));

/**
 * Lists every file below a folder, sorted. A folder that is not there holds nothing.
 *
 * @param {string} folder
 * @param {string} [ending] What the names end with.
 * @returns {string[]}
 */
export function filesBelow(folder, ending = '') {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith(ending) && statSync(path).isFile())
    .sort();
}

/**
 * Tells whether a file is missing, or older than any of its sources.
 *
 * @param {string} file
 * @param {readonly string[]} sources Files and folders.
 * @returns {boolean}
 */
export function isStale(file, sources) {
  if (!existsSync(file)) {
    return true;
  }
  const made = statSync(file).mtimeMs;
  return sources
    .flatMap((source) => (statSync(source).isDirectory() ? filesBelow(source) : [source]))
    .some((source) => statSync(source).mtimeMs > made);
}

/** @param {string} path @returns {string} */
function above(path) {
  const folder = dirname(path);
  return existsSync(join(folder, 'package.json')) ? folder : above(folder);
}
