import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  ENGINES,
  openDatabase,
  post,
  read,
  recordOf,
  send,
  startHost,
  stateIn,
  subscribe,
  type TestHost,
} from './support/host.js';
import type { Errand } from './support/host-child.js';
import { startPostgres } from './support/postgres.js';

const CHILD = fileURLToPath(new URL('support/host-child.js', import.meta.url));

/** Has another process carry out one request and die at it, and gives the signal that ended it. */
function runAndDie(errand: Errand): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [CHILD, JSON.stringify(errand)], (error, _said, complaint) => {
      if (complaint) {
        reject(new Error(complaint));
      }
      resolve(error?.signal);
    });
  });
}

for (const engine of ENGINES) {
  describe(`a crash over ${engine}`, () => {
    let place: Errand['place'];
    let end: () => Promise<void> | void;

    before(async () => {
      if (engine === 'PGlite') {
        const folder = mkdtempSync(join(tmpdir(), 'fairsay-crash-'));
        place = { folder };
        end = () => {
          rmSync(folder, { recursive: true, force: true });
        };
      } else {
        const server = await startPostgres();
        place = { url: server.url };
        end = () => server.stop();
      }
    });

    after(() => end());

    /** Starts a host over what is stored by now. */
    const restart = async (): Promise<TestHost> => startHost(await openDatabase(place));

    for (const death of ['unstored', 'unanswered'] as const) {
      test(`a record whose request died ${death} is there once after the retry`, async () => {
        const record = recordOf();
        const headers = { 'content-type': 'application/json' };
        const payload = JSON.stringify({ records: [record] });
        const request = { method: 'POST', url: '/choices', headers, payload } as const;
        assert.equal(await runAndDie({ place, request, death }), 'SIGKILL');
        const host = await restart();
        const count = async () =>
          (await host.database.query('SELECT 1 FROM fairsay_records WHERE id = $1', [record.id])).length;
        assert.equal(await count(), death === 'unanswered' ? 1 : 0);
        assert.equal((await post(host.app, { records: [record] })).statusCode, 204);
        assert.equal(await count(), 1);
        await host.stop();
      });

      test(`a change of the newsletter that died ${death} counts once after the retry`, async () => {
        const first = await restart();
        const { manage } = await subscribe(first, `${death}@example.com`);
        const state = stateIn(await read(first.app, manage));
        await first.stop();

        const record = recordOf();
        const change = { patch: { topics: { offers: true } }, record, version: state.version };
        const headers = {
          'content-type': 'application/json',
          authorization: `Bearer ${manage}`,
          'idempotency-key': record.id,
          'if-match': `"${state.version}"`,
        };
        const payload = JSON.stringify({ patch: change.patch, record });
        const request = { method: 'PATCH', url: '/newsletter', headers, payload } as const;
        assert.equal(await runAndDie({ place, request, death }), 'SIGKILL');

        const host = await restart();
        const expected = { ...state, version: state.version + 1, topics: { news: true, offers: true } };
        assert.deepEqual(stateIn(await read(host.app, manage)), death === 'unanswered' ? expected : state);
        assert.deepEqual(stateIn(await send(host.app, manage, change)), expected);
        assert.deepEqual(stateIn(await read(host.app, manage)), expected);
        const rows = await host.database.query('SELECT 1 FROM fairsay_records WHERE id = $1', [record.id]);
        assert.equal(rows.length, 1);
        await host.stop();
      });
    }
  });
}
