import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { ENGINES, post, postForm, recordOf, send, startHost, subscribe, type TestHost } from './support/host.js';

/** The reason that an answer gives. */
interface Reason {
  readonly error: string;
  readonly path: string;
  readonly fix: string;
}

/** What is wrong with a record, the change that makes it so, and the place that is named. */
const MISTAKES: [string, object, string][] = [
  ['another form', { form: 2 }, 'form'],
  ['no id', { id: undefined }, 'id'],
  ['an id in capitals', { id: 'A'.repeat(32) }, 'id'],
  ['an id of another length', { id: 'a'.repeat(31) }, 'id'],
  ['a kind that does not exist', { kind: 'telepathy' }, 'kind'],
  ['a day that does not exist', { time: '2026-02-30T00:00:00Z' }, 'time'],
  ['a time of another zone', { time: '2026-02-20T00:00:00+01:00' }, 'time'],
  ['a time as a number', { time: 1_795_000_000 }, 'time'],
  ['a year that no database knows', { time: '0000-01-01T00:00:00Z' }, 'time'],
  ['a hash of another length', { shown: { version: '', hash: 'abc', lang: 'en' } }, 'shown.hash'],
  ['a language that is none', { shown: { version: '', hash: '', lang: 'e n' } }, 'shown.lang'],
  ['something shown beside it', { shown: { version: '', hash: '', lang: 'en', address: '1' } }, 'shown.address'],
  ['a choice that is a list', { choices: { news: [true] } }, 'choices.news'],
  ['a choice that is a long text', { choices: { news: 'x'.repeat(257) } }, 'choices.news'],
  ['a character that no database stores', { choices: { news: 'a\u0000b' } }, 'choices.news'],
  ['half a character', { choices: { news: 'a\ud800b' } }, 'choices.news'],
  ['half a character as an id', { choices: { '\udc00': true } }, 'choices'],
  ['a choice without an id', { choices: { '': true } }, 'choices'],
  ['a source that does not exist', { source: 'guess' }, 'source'],
  ['a signal that is a text', { gpc: 'true' }, 'gpc'],
  ['a control character in the region', { region: 'D\u0007E' }, 'region'],
  ['an e-mail address of its own', { email: 'ana@example.com' }, 'email'],
  ['an IP address of its own', { ip: '192.0.2.1' }, 'ip'],
];

for (const engine of ENGINES) {
  describe(`bad input over ${engine}`, () => {
    let host: TestHost;
    let manage: string;
    let stop: string;

    before(async () => {
      const plenty = { times: 1_000_000, seconds: 60 };
      host = await startHost(engine, { limits: { choices: plenty, newsletter: plenty, signUps: plenty } });
      ({ manage, stop } = await subscribe(host, 'ana@example.com'));
    });

    after(() => host.stop());

    for (const [mistake, changed, path] of MISTAKES) {
      test(`a record with ${mistake} is refused, and the answer says where`, async () => {
        const before = await host.count('records');
        const answer = await post(host.app, { records: [{ ...recordOf(), ...changed }] });
        const { error, path: named, fix } = answer.json<Reason>();
        assert.equal(answer.statusCode, 400);
        assert.equal(named, `records.0.${path}`);
        assert.match(error, new RegExp(`^records\\.0\\.${path} .+\\.$`));
        assert.match(fix, /^[A-Z].+\.$/);
        assert.equal(await host.count('records'), before);
      });
    }

    test('each key that a record must have is missed, and no other is', async () => {
      const whole = recordOf();
      const needed = [];
      for (const key of Object.keys(whole)) {
        const { statusCode } = await post(host.app, { records: [{ ...whole, [key]: undefined }] });
        needed.push(...(statusCode === 400 ? [key] : []));
      }
      assert.deepEqual(
        needed,
        Object.keys(whole).filter((key) => !['previous', 'age', 'record', 'seq'].includes(key)),
      );
    });

    test('100 records are taken, and 101 or none are not', async () => {
      const many = (length: number): object => ({
        records: Array.from({ length }, () => ({ ...recordOf(), shown: { version: '', hash: '', lang: '' } })),
      });
      const statuses = [];
      for (const length of [100, 101, 0]) {
        statuses.push((await post(host.app, many(length))).statusCode);
      }
      assert.deepEqual(statuses, [204, 400, 400]);
    });

    test('a body over 64 kB is refused, and one below is read', async () => {
      const padded = (bytes: number): string => ' '.repeat(bytes - 2) + '{}';
      const statuses = [];
      for (const bytes of [65_536, 65_537, 1_000_000]) {
        const headers = { 'content-type': 'application/json' };
        const { statusCode } = await host.app.inject({
          method: 'POST',
          url: '/choices',
          headers,
          payload: padded(bytes),
        });
        statuses.push(statusCode);
      }
      assert.deepEqual(statuses, [400, 413, 413]);
    });

    test('a body that is no JSON, or of a type that a page may post to any site, is refused', async () => {
      const statuses = [];
      for (const type of ['application/json', 'text/plain', 'application/xml']) {
        const options = {
          method: 'POST',
          url: '/choices',
          headers: { 'content-type': type },
          payload: '{"records":',
        } as const;
        statuses.push((await host.app.inject(options)).statusCode);
      }
      const { statusCode } = await postForm(host.app, '/choices', new URLSearchParams({ records: '[]' }));
      assert.deepEqual([...statuses, statusCode], [400, 415, 415, 400]);
    });

    test('a prototype in JSON is refused', async () => {
      for (const payload of ['{"__proto__":{"records":[]}}', '{"constructor":{"prototype":{}}}']) {
        const headers = { 'content-type': 'application/json' };
        const { statusCode } = await host.app.inject({ method: 'POST', url: '/choices', headers, payload });
        assert.equal(statusCode, 400);
      }
    });

    test('whatever JSON comes, the answer is no failure of the server', async () => {
      const json = fc.jsonValue({ stringUnit: 'binary' });
      const key = fc.constantFrom(
        'form',
        'id',
        'time',
        'shown',
        'choices',
        'previous',
        'source',
        'region',
        'age',
        'email',
      );
      const record = fc.oneof(
        json,
        fc.tuple(key, json).map(([name, value]) => ({ ...recordOf(), [name]: value })),
        fc
          .dictionary(fc.string({ unit: 'binary' }), fc.oneof(json, fc.string({ unit: 'binary' }), fc.double()))
          .map((choices) => recordOf({ choices: choices as never })),
      );
      const patch = fc.oneof(
        json,
        fc.record(
          { topics: json, frequency: json, channels: json, pausedUntil: json, status: json, resend: json },
          { requiredKeys: [] },
        ),
        fc.record(
          {
            topics: fc.dictionary(fc.string({ unit: 'binary' }), fc.boolean()),
            frequency: fc.string({ unit: 'binary' }),
          },
          { requiredKeys: [] },
        ),
      );
      const call = fc.oneof(
        json.map((body) => () => post(host.app, body)),
        fc.array(record).map((records) => () => post(host.app, { records })),
        fc.tuple(patch, fc.integer()).map(
          ([each, version]) =>
            () =>
              send(host.app, manage, { patch: each as object, version }),
        ),
        json.map(
          (payload) => () =>
            host.app.inject({ method: 'POST', url: '/newsletter/subscribe', payload: { email: payload } }),
        ),
        json.map(
          (payload) => () =>
            host.app.inject({ method: 'POST', url: '/newsletter/confirm', payload: { token: payload } }),
        ),
        json.map(
          (payload) => () =>
            host.app.inject({ method: 'POST', url: `/newsletter/one-click?token=${stop}`, payload: { word: payload } }),
        ),
        fc.webQueryParameters().map((query) => () => host.app.inject(`/newsletter/confirm?token=${query}`)),
        fc
          .string({ unit: 'grapheme' })
          .map((text) => () => host.app.inject(`/newsletter/one-click?token=${encodeURIComponent(text)}`)),
      );
      await fc.assert(
        fc.asyncProperty(call, async (ask) => {
          const { statusCode, body } = await ask();
          assert.ok(statusCode < 500, body);
        }),
        { numRuns: 600 },
      );
    });
  });
}
