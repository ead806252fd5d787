/** One process at a time: an embedded store has nobody to keep two of them from writing over each other. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The locks of this process. After a restart, as in a container, another process may have had our number. */
const held = new Set();

/**
 * Takes a folder for this process, and makes it where it is missing. A process that was killed leaves its lock behind,
 * which then counts for nothing.
 *
 * @param {string} folder
 * @returns {() => void} Gives the folder back.
 * @throws Where a living process has it.
 */
export function lockFolder(folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const owner = ownerOf(file);
  if (owner) {
    throw new Error(`${folder} is in use by process ${owner}. Stop it, or choose another folder.`);
  }
  rmSync(file, { force: true });
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

/** @param {string} file @returns {number} The living process that has the lock, or 0. */
function ownerOf(file) {
  const id = Number(read(file));
  const ours = id === process.pid;
  return id > 0 && (ours ? held.has(file) : lives(id)) ? id : 0;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {number} id */
function lives(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It lives where it may not be asked.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
