import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Envelope } from '../../src/core/receipt/envelope.js';
import { ENGINES, post, recordOf, startHost, type TestHost } from './support/host.js';

for (const engine of ENGINES) {
  describe(`POST /choices over ${engine}`, () => {
    let host: TestHost;

    before(async () => {
      host = await startHost(engine);
    });

    after(() => host.stop());

    /** The envelopes that are stored under these ids. */
    async function stored(...ids: string[]): Promise<Envelope[]> {
      const rows = await host.database.query<{ envelope: Envelope }>(
        'SELECT envelope FROM fairsay_records WHERE id = ANY ($1::text[]) ORDER BY place',
        [ids],
      );
      return rows.map(({ envelope }) => envelope);
    }

    test('stores what was sent, and nothing beside it', async () => {
      const record = recordOf();
      const answer = await post(host.app, { records: [record] });
      assert.equal(answer.statusCode, 204);
      assert.equal(answer.body, '');
      assert.deepEqual(await stored(record.id), [record]);
    });

    test('stores the time of the server beside that of the shopper, whose clock may be wrong', async () => {
      const record = recordOf({ time: '1970-01-01T00:00:00Z' });
      assert.equal((await post(host.app, { records: [record] })).statusCode, 204);
      const rows = await host.database.query(
        `SELECT extract(epoch FROM chosen_at)::integer AS chosen, extract(epoch FROM received_at)::integer AS received
         FROM fairsay_records WHERE id = $1`,
        [record.id],
      );
      assert.deepEqual(rows, [{ chosen: 0, received: Date.parse('2026-11-24T12:00:00Z') / 1000 }]);
    });

    test('a record whose answer was lost is sent again and lands once', async () => {
      const record = recordOf();
      const statuses = [];
      for (let time = 0; time < 3; time += 1) {
        statuses.push((await post(host.app, { records: [record] })).statusCode);
      }
      assert.deepEqual(statuses, [204, 204, 204]);
      assert.deepEqual(await stored(record.id), [record]);
    });

    test('a record twice in one request lands once', async () => {
      const record = recordOf();
      assert.equal((await post(host.app, { records: [record, record] })).statusCode, 204);
      assert.equal((await stored(record.id)).length, 1);
    });

    test('what is stored under an id stays, whatever is sent later under it', async () => {
      const record = recordOf();
      await post(host.app, { records: [record] });
      const answer = await post(host.app, { records: [{ ...record, choices: { news: false } }] });
      assert.equal(answer.statusCode, 204);
      assert.deepEqual(await stored(record.id), [record]);
    });

    test('not even SQL changes a record', async () => {
      const record = recordOf();
      await post(host.app, { records: [record] });
      await assert.rejects(
        host.database.query(`UPDATE fairsay_records SET kind = 'age' WHERE id = $1`, [record.id]),
        /appended, never changed/,
      );
    });

    test('one bad record keeps the others of its request out, and the answer says which', async () => {
      const good = recordOf();
      const answer = await post(host.app, { records: [good, recordOf({ time: 'yesterday' })] });
      assert.equal(answer.statusCode, 400);
      assert.equal(answer.json<{ path: string }>().path, 'records.1.time');
      assert.deepEqual(await stored(good.id), []);
    });

    test('in any order, side by side and again, each record lands once', async () => {
      const requests = fc.array(fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 5 }), {
        minLength: 1,
        maxLength: 6,
      });
      await fc.assert(
        fc.asyncProperty(requests, async (batches) => {
          const records = Array.from({ length: 8 }, () => recordOf());
          const pick = (places: number[]): object[] => places.flatMap((place) => records[place] ?? []);
          const answers = await Promise.all(batches.map((places) => post(host.app, { records: pick(places) })));
          assert.deepEqual(new Set(answers.map(({ statusCode }) => statusCode)), new Set([204]));
          const sent = new Set(batches.flat().map((place) => records[place]?.id ?? ''));
          const ids = (await stored(...records.map(({ id }) => id))).map(({ id }) => id);
          assert.deepEqual(ids.sort(), [...sent].sort());
        }),
        { numRuns: 60 },
      );
    });
  });
}
