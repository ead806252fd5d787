/** Where the host keeps things: a PostgreSQL inside this process (PGlite), or a server. Both get the same plain SQL. */
import { join } from 'node:path';
import { lockFolder } from './folder-lock.mjs';
import { migrate } from './migrate.mjs';

/**
 * What can be asked of a database. Values never stand in the SQL: they travel beside it, as `$1`, `$2`.
 *
 * @typedef {object} Queries
 * @property {<Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>} query One statement, and its rows.
 * @property {(sql: string) => Promise<void>} script Several statements, without values.
 */

/**
 * @typedef {Queries & {
 *   transaction: <Result>(act: (queries: Queries) => Promise<Result>) => Promise<Result>,
 *   close: () => Promise<void>,
 * }} Database
 */

/**
 * Opens a database and brings its tables up to date.
 *
 * @param {{ url?: string | undefined, folder?: string | undefined }} [place] The address of a PostgreSQL server, else the
 *   folder of an embedded one. Without either it is embedded and in memory.
 * @returns {Promise<Database>}
 */
export async function openDatabase({ url, folder } = {}) {
  const database = url ? await connect(url) : await embed(folder);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Opens a database when it is first needed, once. A failure is not kept: the next request tries again.
 *
 * @param {() => Promise<Database>} open
 */
export function openLate(open) {
  /** @type {Promise<Database> | undefined} */
  let opened;
  return {
    database: () => {
      opened ??= open().catch((error) => {
        opened = undefined;
        throw error;
      });
      return opened;
    },
    close: async () => {
      const database = await opened?.catch(() => undefined);
      await database?.close();
    },
  };
}

/** @param {string | undefined} folder @returns {Promise<Database>} */
async function embed(folder) {
  const { PGlite } = await import('@electric-sql/pglite');
  const unlock = folder ? lockFolder(folder) : () => {};
  try {
    const lite = await PGlite.create(folder && join(folder, 'pglite'));
    /** @param {Pick<typeof lite, 'query' | 'exec'>} source @returns {Queries} */
    const queriesOf = (source) => ({
      query: async (sql, values = []) => /** @type {never[]} */ ((await source.query(sql, [...values])).rows),
      script: async (sql) => {
        await source.exec(sql);
      },
    });
    return {
      ...queriesOf(lite),
      transaction: (act) => lite.transaction((inside) => act(queriesOf(inside))),
      close: async () => {
        await lite.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** @param {string} url @returns {Promise<Database>} */
async function connect(url) {
  const { Pool } = (await import('pg')).default;
  // Who waits for a table that is locked, or for a server that is gone, gets an error and not an endless wait.
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 5000, statement_timeout: 15_000 });
  // A connection that breaks while nobody uses it would otherwise end the process. The next query opens another.
  pool.on('error', () => {});
  /** @param {Pick<import('pg').PoolClient, 'query'>} source @returns {Queries} */
  const queriesOf = (source) => ({
    query: async (sql, values = []) => /** @type {never[]} */ ((await source.query(sql, [...values])).rows),
    script: async (sql) => {
      await source.query(sql);
    },
  });
  return {
    ...queriesOf(pool),
    transaction: async (act) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await act(queriesOf(client));
        await client.query('COMMIT');
        client.release();
        return result;
      } catch (error) {
        // A connection that cannot roll back is broken: it is closed, which undoes the transaction as well.
        const broken = await client.query('ROLLBACK').then(
          () => undefined,
          () => true,
        );
        client.release(broken);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
