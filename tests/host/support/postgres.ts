/** A PostgreSQL server for one test file: of its own, or a place of its own on the server of `DATABASE_URL`. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';
import { findPostgres } from '../../../scripts/machine/postgres.mjs';

/** A server that answers. */
export interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server, or borrows one. Where there is none this is an error, never a skipped test. */
export async function startPostgres(): Promise<Postgres> {
  const borrowed = process.env['DATABASE_URL'];
  return borrowed ? borrow(borrowed) : startOwn();
}

/** A schema of its own on a server that others use: nothing else there is touched. */
async function borrow(server: string): Promise<Postgres> {
  const schema = `fairsay_test_${randomBytes(6).toString('hex')}`;
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await ask(`CREATE SCHEMA ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return { url: url.href, stop: () => ask(`DROP SCHEMA ${schema} CASCADE`) };
}

/** It listens on a socket in its own folder alone, so it needs no port and meets no other server. */
async function startOwn(): Promise<Postgres> {
  const programs = findPostgres();
  if (!programs) {
    throw new Error('PostgreSQL is missing. Install it (Debian: apt-get install postgresql), or set DATABASE_URL.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'fairsay-pg-'));
  const data = join(folder, 'data');
  const user = unprivileged();
  if (user) {
    chownSync(folder, user.uid, user.gid);
  }
  const init = ['-D', data, '-U', 'fairsay', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(join(programs, 'initdb'), init, { ...user, cwd: folder });
  const options = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
  const server = spawn(join(programs, 'postgres'), options, {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = () => server.kill('SIGQUIT');
  process.once('exit', end);
  const said: string[] = [];
  let ready = false;
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line);
    ready = line.includes('ready to accept connections');
    if (ready) {
      break;
    }
  }
  if (!ready) {
    throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
  }
  // What it says from now on is of no interest, and must not fill the pipe.
  server.stderr.resume();
  return {
    url: `postgresql://fairsay@/postgres?host=${encodeURIComponent(folder)}`,
    stop: async () => {
      process.off('exit', end);
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root, so root starts it as somebody else. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  for (const name of ['postgres', 'nobody']) {
    try {
      const ask = (option: string): number => Number(execFileSync('id', [option, name], { stdio: 'pipe' }));
      return { uid: ask('-u'), gid: ask('-g') };
    } catch {
      // No such user here: the next one.
    }
  }
  throw new Error('There is no user but root to run PostgreSQL as.');
}
