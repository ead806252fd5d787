/** Finds the programs of a PostgreSQL server, for the tests that start one of their own. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isProgram, named } from '../browsers.mjs';
import { installPackages } from './apt.mjs';

/** Where Debian and Homebrew keep programs that are not on the path, one folder for each version. */
const FOLDERS = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];

/**
 * Installs PostgreSQL where it is missing and `DATABASE_URL` names no server. What cannot be had is said; the tests that
 * need it then fail.
 */
export async function ensurePostgres() {
  if (!process.env['DATABASE_URL'] && !findPostgres()) {
    await installPackages(['postgresql']);
  }
}

/** @returns {string | undefined} The folder of `initdb` and `postgres`. */
export function findPostgres() {
  const versions = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name, 'bin/initdb')),
  );
  const initdb = [...named('initdb'), ...versions].find(
    (path) => isProgram(path) && isProgram(join(dirname(path), 'postgres')),
  );
  return initdb && dirname(initdb);
}
