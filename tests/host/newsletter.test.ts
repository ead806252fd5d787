import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import type { NewsletterState } from '../../src/core/newsletter/state.js';
import {
  DAY,
  ENGINES,
  lastMail,
  read,
  readMails,
  recordOf,
  send,
  signUp,
  startHost,
  stateIn,
  subscribe,
  type TestHost,
} from './support/host.js';

for (const engine of ENGINES) {
  describe(`the newsletter over ${engine}`, () => {
    let host: TestHost;
    let token: string;
    let state: NewsletterState;
    let count = 0;

    const patch = (change: object, version = state.version, record = recordOf()) =>
      send(host.app, token, { patch: change, version, record });
    const now = async (): Promise<NewsletterState> => stateIn(await read(host.app, token));

    before(async () => {
      host = await startHost(engine);
    });

    beforeEach(async () => {
      count += 1;
      ({ manage: token } = await subscribe(host, `ana${count}@example.com`));
      state = await now();
    });

    after(() => host.stop());

    test('the state says how a subscription stands, with as much of the address as its owner needs', async () => {
      const answer = await read(host.app, token);
      assert.equal(answer.statusCode, 200);
      assert.deepEqual(stateIn(answer), {
        version: 2,
        status: 'subscribed',
        address: 'a…@example.com',
        topics: { news: true, offers: false },
        frequency: 'weekly',
        channels: { email: true },
        pausedUntil: null,
      });
      assert.equal(answer.headers['etag'], '"2"');
      assert.equal(answer.headers['cache-control'], 'no-store');
    });

    test('reading changes nothing', async () => {
      const counts = async () => [await host.count('records'), await host.count('outbox'), await host.count('tokens')];
      const before = await counts();
      await read(host.app, token);
      assert.deepEqual(await now(), state);
      assert.deepEqual(await counts(), before);
    });

    test('a change is a difference: what it does not name stays, and its record is stored with it', async () => {
      const record = recordOf();
      const answer = await patch({ topics: { offers: true }, frequency: 'monthly' }, state.version, record);
      const expected = { ...state, version: 3, topics: { news: true, offers: true }, frequency: 'monthly' };
      assert.equal(answer.statusCode, 200);
      assert.deepEqual(stateIn(answer), expected);
      assert.deepEqual(await now(), expected);
      const rows = await host.database.query('SELECT envelope FROM fairsay_records WHERE id = $1', [record.id]);
      assert.deepEqual(rows, [{ envelope: record }]);
    });

    test('the same change again gets the same answer, and has no second effect', async () => {
      const record = recordOf();
      const first = await patch({ topics: { offers: true } }, state.version, record);
      await patch({ topics: { offers: false } }, 3);
      const records = await host.count('records');
      const again = await patch({ topics: { offers: true } }, state.version, record);
      assert.equal(again.statusCode, 200);
      assert.deepEqual(stateIn(again), stateIn(first));
      assert.equal((await now()).topics['offers'], false);
      assert.equal(await host.count('records'), records);
    });

    test('the same change many times side by side counts once', async () => {
      const record = recordOf();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => patch({ topics: { offers: true } }, state.version, record)),
      );
      assert.deepEqual(new Set(answers.map(({ body }) => body)).size, 1);
      assert.equal((await now()).version, state.version + 1);
    });

    test('of different changes to one version one counts, and the others hear what holds now', async () => {
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, index) => patch({ frequency: index % 2 ? 'weekly' : 'monthly' })),
      );
      const codes = answers.map(({ statusCode }) => statusCode).sort();
      assert.deepEqual(codes, [200, 409, 409, 409, 409, 409]);
      const held = await now();
      for (const answer of answers) {
        assert.deepEqual(stateIn(answer), held);
      }
    });

    test('a key that was used for another change is refused', async () => {
      const record = recordOf();
      await patch({ frequency: 'monthly' }, state.version, record);
      const answer = await patch({ frequency: 'weekly' }, state.version + 1, record);
      assert.equal(answer.statusCode, 400);
      assert.equal((await now()).frequency, 'monthly');
    });

    test('a change without its key, its version or its token is refused, and so is one of a stranger', async () => {
      const headers = { authorization: `Bearer ${token}`, 'if-match': '"2"', 'idempotency-key': '' };
      const record = recordOf();
      const ask = (changed: Record<string, string>) =>
        host.app.inject({
          method: 'PATCH',
          url: '/newsletter',
          headers: { ...headers, 'idempotency-key': record.id, ...changed },
          payload: { patch: { frequency: 'monthly' }, record },
        });
      const codes = [];
      for (const changed of [
        { 'idempotency-key': 'another' },
        { 'if-match': '2' },
        { authorization: '' },
        { authorization: `Basic ${token}` },
        { authorization: `Bearer ${'x'.repeat(43)}` },
      ]) {
        codes.push((await ask(changed)).statusCode);
      }
      assert.deepEqual(codes, [400, 400, 401, 401, 401]);
      assert.deepEqual(await now(), state);
    });

    test('a token for one purpose is none for another', async () => {
      await signUp(host.app, `bea${count}@example.com`);
      const { confirm, stop } = await lastMail(host);
      assert.equal((await read(host.app, confirm)).statusCode, 401);
      assert.equal((await read(host.app, stop)).statusCode, 401);
    });

    test('tokens are stored as hashes alone', async () => {
      const rows = await host.database.query<{ hash: string }>('SELECT hash FROM fairsay_tokens');
      assert.ok(rows.length);
      assert.ok(rows.every(({ hash }) => /^[\da-f]{64}$/.test(hash)));
    });

    test('after 30 days the panel asks for a new link, and nobody behind a link is another answer', async () => {
      host.pass(30 * DAY);
      assert.equal((await read(host.app, token)).statusCode, 410);
      assert.equal((await patch({ frequency: 'monthly' })).statusCode, 410);
      ({ manage: token } = await subscribe(host, `gone${count}@example.com`));
      await host.database.query('DELETE FROM fairsay_subscribers WHERE address = $1', [`gone${count}@example.com`]);
      assert.equal((await read(host.app, token)).statusCode, 404);
      assert.equal((await patch({ frequency: 'monthly' })).statusCode, 404);
    });

    for (const [mistake, change, path] of [
      ['an unknown topic', { topics: { gossip: true } }, 'patch.topics.gossip'],
      ['a topic named like a part of every object', { topics: { constructor: true } }, 'patch.topics.constructor'],
      ['an unknown frequency', { frequency: 'hourly' }, 'patch.frequency.hourly'],
      ['an unknown channel', { channels: { pigeon: true } }, 'patch.channels.pigeon'],
      ['a pause until yesterday', { pausedUntil: '2020-01-01' }, 'patch.pausedUntil'],
      ['a pause of years', { pausedUntil: '2199-01-01' }, 'patch.pausedUntil'],
      ['a pause until no day', { pausedUntil: '2027-02-29' }, 'patch.pausedUntil'],
      ['a status that is not the subscriber’s to set', { status: 'suppressed' }, 'patch.status'],
      ['nothing in it', {}, 'patch'],
      ['a wish for a mail that nothing waits for', { resend: true }, 'patch.resend'],
    ] as const) {
      test(`a change with ${mistake} is refused with a reason, and stores nothing`, async () => {
        const records = await host.count('records');
        const answer = await patch(change);
        assert.equal(answer.statusCode, 400);
        assert.equal(answer.json<{ path: string }>().path, path);
        assert.deepEqual(await now(), state);
        assert.equal(await host.count('records'), records);
      });
    }

    test('a pause is shown until its last day is over', async () => {
      const today = await host.database.query<{ day: string }>(
        `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM fairsay_subscribers ORDER BY id DESC LIMIT 1`,
      );
      const day = today[0]?.day ?? '';
      assert.equal(stateIn(await patch({ pausedUntil: day })).pausedUntil, day);
      host.pass(DAY);
      assert.equal((await now()).pausedUntil, null);
    });

    test('a stop keeps the topics, so that taking it back brings all of it back', async () => {
      const stopped = stateIn(await patch({ status: 'unsubscribed' }));
      assert.deepEqual(stopped, { ...state, version: 3, status: 'unsubscribed' });
      const back = stateIn(await patch({ status: 'subscribed' }, 3));
      assert.deepEqual(back, { ...state, version: 4 });
    });

    test('more private: no change of the panel takes the place of the double opt-in', async () => {
      await signUp(host.app, `cleo${count}@example.com`);
      ({ manage: token } = await lastMail(host));
      assert.equal((await now()).status, 'pending');
      assert.equal(stateIn(await patch({ status: 'subscribed' }, 1)).status, 'pending');
      assert.equal(stateIn(await patch({ status: 'unsubscribed' }, 2)).status, 'unsubscribed');
      host.pass(60);
      assert.equal(stateIn(await patch({ status: 'subscribed' }, 3)).status, 'pending');
    });

    test('an address that was suppressed confirms anew that mail arrives', async () => {
      await host.database.query(`UPDATE fairsay_subscribers SET status = 'suppressed' WHERE address = $1`, [
        `ana${count}@example.com`,
      ]);
      host.pass(60);
      assert.equal(stateIn(await patch({ status: 'subscribed' })).status, 'pending');
      assert.notEqual((await lastMail(host)).confirm, '');
    });

    test('the mail of the double opt-in is sent again where it is asked for, and not at once', async () => {
      await signUp(host.app, `dora${count}@example.com`);
      ({ manage: token } = await lastMail(host));
      const mails = (await readMails(host)).length;
      const hasty = await patch({ resend: true }, 1);
      assert.equal(hasty.statusCode, 429);
      assert.equal(hasty.headers['retry-after'], '60');
      host.pass(60);
      assert.equal((await patch({ resend: true }, 1)).statusCode, 200);
      assert.equal((await readMails(host)).length, mails + 1);
    });

    test('whatever is changed in whatever order, the answers are those of one change after the other', async () => {
      const change = fc.oneof(
        fc.record({ topics: fc.dictionary(fc.constantFrom('news', 'offers'), fc.boolean()) }),
        fc.record({ frequency: fc.constantFrom('weekly', 'monthly') }),
        fc.record({ status: fc.constantFrom('subscribed', 'unsubscribed') }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(change, fc.nat({ max: 2 })), { maxLength: 5 }), async (changes) => {
          let held = await now();
          for (const [each, copies] of changes) {
            const record = recordOf();
            const tries = Array.from({ length: copies + 1 }, () => patch(each, held.version, record));
            const answers = (await Promise.all(tries)).map(stateIn);
            const expected = {
              ...held,
              ...each,
              topics: { ...held.topics, ...('topics' in each ? each.topics : {}) },
              version: held.version + 1,
            };
            assert.deepEqual(answers, Array(copies + 1).fill(expected));
            held = expected;
          }
          assert.deepEqual(await now(), held);
          host.pass(61);
        }),
        { numRuns: 20 },
      );
    });
  });
}

describe('haste', () => {
  test('who asks too often with one token waits, and others do not', async () => {
    const host = await startHost('PostgreSQL', { limits: { newsletter: { times: 3, seconds: 10 } } });
    const [ana, bea] = [await subscribe(host, 'ana@example.com'), await subscribe(host, 'bea@example.com')];
    const codes = [];
    for (let time = 0; time < 4; time += 1) {
      codes.push((await read(host.app, ana.manage)).statusCode);
    }
    const { headers } = await read(host.app, ana.manage);
    assert.deepEqual(codes, [200, 200, 200, 429]);
    assert.equal(headers['retry-after'], '10');
    assert.equal((await read(host.app, bea.manage)).statusCode, 200);
    host.pass(10);
    assert.equal((await read(host.app, ana.manage)).statusCode, 200);
    await host.stop();
  });
});
