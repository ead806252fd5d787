/**
 * Brings the tables up to date. A migration is a file of plain SQL in `migrations/`, numbered, and never changed once it
 * has run anywhere: the next change is the next file.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** @typedef {import('./database.mjs').Database} Database */

const FOLDER = new URL('migrations/', import.meta.url);

/** Any number that nothing else in the database locks. */
const LOCK = 4_610_214;

/**
 * Runs every migration that has not run yet, all of them or none. Of two processes that start at once one waits, and
 * then finds nothing left to do.
 *
 * @param {Database} database
 */
export async function migrate(database) {
  await database.transaction(async ({ query, script }) => {
    await query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await script(
      'CREATE TABLE IF NOT EXISTS fairsay_migrations (name text PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now())',
    );
    /** @type {{ name: string }[]} */
    const rows = await query('SELECT name FROM fairsay_migrations');
    const ran = new Set(rows.map(({ name }) => name));
    for (const name of listMigrations().filter((each) => !ran.has(each))) {
      await script(readFileSync(new URL(name, FOLDER), 'utf8'));
      await query('INSERT INTO fairsay_migrations (name) VALUES ($1)', [name]);
    }
  });
}

/** The names of the migrations, in their order. */
export function listMigrations() {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-[\w-]+\.sql$/.test(name))
    .sort();
}
