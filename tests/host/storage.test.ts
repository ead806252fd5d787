import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  ENGINES,
  openDatabase,
  openLate,
  openStore,
  post,
  recordOf,
  ROOT,
  startHost,
  type Database,
} from './support/host.js';
import { startPostgres, type Postgres } from './support/postgres.js';

const MIGRATIONS = readdirSync(new URL('demo/server/host/migrations/', ROOT)).sort();

const ranIn = async ({ query }: Database): Promise<string[]> =>
  (await query<{ name: string }>('SELECT name FROM fairsay_migrations ORDER BY name')).map(({ name }) => name);

for (const engine of ENGINES) {
  describe(`a database: ${engine}`, () => {
    let database: Database;
    let stop: () => Promise<void>;

    before(async () => {
      ({ database, stop } = await openStore(engine));
    });

    after(() => stop());

    test('has every migration, in its order, numbered without a gap', async () => {
      assert.deepEqual(await ranIn(database), MIGRATIONS);
      assert.deepEqual(
        MIGRATIONS.map((name) => Number(name.slice(0, 4))),
        MIGRATIONS.map((_, index) => index + 1),
      );
    });

    test('undoes a transaction that fails, as a whole', async () => {
      await assert.rejects(
        database.transaction(async ({ query }) => {
          await query(`INSERT INTO fairsay_migrations (name) VALUES ('half')`);
          throw new Error('no');
        }),
        /^Error: no$/,
      );
      await assert.rejects(
        database.transaction(async ({ query }) => {
          await query(`INSERT INTO fairsay_migrations (name) VALUES ('half')`);
          await query('SELECT broken');
        }),
      );
      assert.deepEqual(await ranIn(database), MIGRATIONS);
    });

    test('takes what looks like SQL as a value', async () => {
      const text = `'; DROP TABLE fairsay_records; --`;
      assert.deepEqual(await database.query('SELECT $1::text AS text', [text]), [{ text }]);
    });

    test('knows the states of a subscription and no other', async () => {
      await assert.rejects(
        database.query(
          `INSERT INTO fairsay_subscribers (address, address_key, status, topics, frequency, channels, created_at)
           VALUES ('a', 'a', 'maybe', '{}', '', '{}', now())`,
        ),
      );
    });
  });
}

describe('PostgreSQL by its address', () => {
  let server: Postgres;

  before(async () => {
    server = await startPostgres();
  });

  after(() => server.stop());

  test('of four processes that start at once each finds its tables, and every migration runs once', async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url: server.url })));
    assert.deepEqual(
      await Promise.all(databases.map(ranIn)),
      databases.map(() => MIGRATIONS),
    );
    await Promise.all(databases.map((each) => each.close()));
  });

  test('a connection that the server cuts is replaced by another', async () => {
    const database = await openDatabase({ url: server.url });
    const other = await openDatabase({ url: server.url });
    const [own] = await database.query<{ id: number }>('SELECT pg_backend_pid() AS id');
    await other.query('SELECT pg_terminate_backend($1::integer)', [own?.id]);
    // One request may meet the broken connection; the one after it may not.
    const asked = await database.query('SELECT 1 AS one').catch(() => database.query('SELECT 1 AS one'));
    assert.deepEqual(asked, [{ one: 1 }]);
    await database.close();
    await other.close();
  });

  test('an address where nobody answers is an error, in the time that a request may take', async () => {
    await assert.rejects(openDatabase({ url: 'postgresql://fairsay@127.0.0.1:1/none' }), /ECONNREFUSED/);
  });
});

describe('PGlite in a folder', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'fairsay-store-'));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('keeps what it has for the next start', async () => {
    const record = recordOf();
    const first = await startHost(await openDatabase({ folder }));
    await post(first.app, { records: [record] });
    await first.stop();
    const second = await openDatabase({ folder });
    assert.deepEqual(await second.query('SELECT id FROM fairsay_records'), [{ id: record.id }]);
    assert.deepEqual(await ranIn(second), MIGRATIONS);
    await second.close();
  });

  test('is open once at a time, and the error says which process has it', async () => {
    const database = await openDatabase({ folder });
    await assert.rejects(openDatabase({ folder }), new RegExp(`is in use by process ${process.pid}\\. Stop it`));
    await database.close();
    assert.equal(existsSync(join(folder, 'lock')), false);
  });

  test('is free again where the process that had it is gone, or left no more than half a lock', async () => {
    const { pid } = spawnSync(process.execPath, ['--eval', '']);
    for (const left of [String(pid), String(process.pid), '', 'x']) {
      writeFileSync(join(folder, 'lock'), left);
      await (await openDatabase({ folder })).close();
    }
  });

  test('is not free where another process lives that has it', async () => {
    writeFileSync(join(folder, 'lock'), String(process.ppid));
    await assert.rejects(openDatabase({ folder }), /is in use by process/);
  });
});

describe('a database that is opened late', () => {
  const closed: string[] = [];
  const database = (name: string): Database => ({
    query: () => Promise.resolve([]),
    script: () => Promise.resolve(),
    transaction: (act) => act(database(name)),
    close: () => {
      closed.push(name);
      return Promise.resolve();
    },
  });

  test('is opened once, by the first who asks, and closed at the end', async () => {
    const opened: string[] = [];
    const store = openLate(() => {
      opened.push('one');
      return Promise.resolve(database('one'));
    });
    assert.deepEqual(opened, []);
    await Promise.all([store.database(), store.database()]);
    assert.deepEqual(opened, ['one']);
    await store.close();
    assert.deepEqual(closed.splice(0), ['one']);
  });

  test('is not opened only to be closed', async () => {
    const store = openLate(() => Promise.reject(new Error('opened')));
    await assert.doesNotReject(store.close());
  });

  test('that could not be opened is tried again at the next request', async () => {
    let tries = 0;
    const store = openLate(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve(database('two'));
    });
    await assert.rejects(store.database(), /not yet/);
    await assert.doesNotReject(store.database());
    await store.close();
    assert.deepEqual(closed.splice(0), ['two']);
  });
});
