import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { NoticeConfig } from '../../../../src/config/notice.js';
import type { Draft } from '../../../../src/core/receipt/draft.js';
import { readEnvelope } from '../../../../src/core/receipt/read-envelope.js';
import { hashOf, seal } from '../../../../src/core/receipt/seal.js';
import { answering, ID, NOW, settingsOf } from '../shop.js';
import { createValidator, draftOf, envelopeOf, idOf, openDesk, TEXT } from './desk.js';

const NOTHING = { analytics: null, marketing: null, sale: null, measuring: null };
const ALL = { analytics: true, marketing: true, sale: true, measuring: true };
const NONE = { analytics: false, marketing: false, sale: false, measuring: false };

let errorsOf: Awaited<ReturnType<typeof createValidator>>;

before(async () => {
  errorsOf = await createValidator();
});

describe('the envelope of a decision', () => {
  test('says what, when, how, in which language, under which rules, and what was on screen', () => {
    const { shop, envelopes } = openDesk({ gpc: true });
    shop.rejectAll('button');
    assert.deepEqual(envelopes(), [
      {
        form: 1,
        id: idOf(1),
        kind: 'consent',
        time: '2026-01-15T12:00:00Z',
        shown: { version: '', hash: hashOf(TEXT), lang: 'de-AT' },
        choices: NONE,
        source: 'button',
        gpc: true,
        region: 'DE',
        library: '0.1.0',
        record: 'f'.repeat(32),
        seq: 1,
      },
    ]);
  });

  test('fits the published schema, as does the body with all of them', () => {
    const { shop, envelopes } = openDesk({ records: [answering({ analytics: true, films: false })] });
    shop.save({ marketing: true, films: true }, 'embed');
    shop.acceptAll('script');
    shop.withdraw();
    shop.forget();
    const records = envelopes();
    assert.equal(records.length, 4);
    for (const envelope of records) {
      assert.deepEqual(errorsOf(envelope, 'Envelope'), []);
    }
    assert.deepEqual(errorsOf({ records }, 'LogBody'), []);
  });

  test('has what held before, for the same ids', () => {
    const { shop, envelopes } = openDesk({ records: [answering({ analytics: true, films: false })] });
    shop.save({ marketing: true });
    const [{ choices, previous, seq, record } = envelopeOf()] = envelopes();
    assert.deepEqual(choices, { analytics: true, marketing: true, films: false });
    assert.deepEqual(previous, { analytics: true, marketing: null, films: false });
    assert.deepEqual([seq, record], [8, ID]);
  });

  test('says of an answer that is dropped that there is none', () => {
    const { shop, envelopes } = openDesk({ records: [answering({ marketing: false, films: true })] });
    shop.rejectAll();
    const [{ choices, previous } = envelopeOf()] = envelopes();
    assert.deepEqual(choices, { ...NONE, films: null });
    assert.deepEqual(previous, { ...NOTHING, marketing: false, films: true });
  });

  test('counts no answer that was given to something else', () => {
    const { shop, envelopes } = openDesk({ records: [answering({ analytics: true, counter: true })] });
    const services = [{ id: 'counter', category: 'analytics', name: 'Counter', hosts: ['elsewhere.example'] }];
    shop.configure(settingsOf({ services }));
    shop.save({ marketing: false });
    assert.deepEqual(envelopes()[0]?.choices, { marketing: false });
  });

  test('counts no answer of Global Privacy Control, which nobody gave here', () => {
    const { shop, envelopes } = openDesk({ gpc: true });
    shop.save({ analytics: true });
    assert.deepEqual(envelopes()[0]?.choices, { analytics: true });
  });

  test('is one for each, in order; a withdrawal is one more', () => {
    const { shop, envelopes } = openDesk();
    shop.acceptAll();
    shop.withdraw();
    shop.acceptAll();
    const records = envelopes();
    assert.deepEqual(
      records.map(({ seq, choices }) => [seq, choices]),
      [
        [1, ALL],
        [2, NONE],
        [3, ALL],
      ],
    );
    assert.deepEqual(
      records.map(({ previous }) => previous),
      [undefined, ALL, NONE],
    );
    assert.equal(new Set(records.map(({ id }) => id)).size, 3);
    assert.equal(new Set(records.map(({ record }) => record)).size, 1);
  });

  test('is made of forgetting too, as the last of its record', () => {
    const { shop, envelopes } = openDesk({ records: [answering({ analytics: true })] });
    shop.forget();
    const [{ choices, previous, seq, record, source, time } = envelopeOf()] = envelopes();
    assert.deepEqual([choices, previous], [{ analytics: null }, { analytics: true }]);
    assert.deepEqual([seq, record, source, time], [8, ID, 'api', '2026-01-15T12:00:00Z']);
  });

  test('is not made where there is nothing to forget', () => {
    const { shop, drafts } = openDesk();
    shop.forget();
    assert.deepEqual(drafts(), [undefined]);
  });

  test('is not made of another configuration, or of what another tab has decided', () => {
    const { shop, drafts } = openDesk({ records: [answering(ALL)] });
    shop.configure(settingsOf({ region: 'FR' }));
    assert.deepEqual(drafts(), [undefined]);
  });
});

describe('the hash of what was on screen', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

  test('is that of its words without white space', () => {
    assert.equal(hashOf(TEXT), sha256('YoursayWewouldliketocountvisits.AcceptallRejectall'));
  });

  test('is the same however a browser breaks its lines', () => {
    assert.equal(hashOf(` Accept\u00a0all\r\nReject\u3000all\ufeff`), hashOf('Accept all Reject all'));
  });

  test('is another for another word', () => {
    assert.notEqual(hashOf('Accept all'), hashOf('Accept al1'));
  });

  test('is empty where nothing was there to be read', () => {
    assert.deepEqual([hashOf(''), hashOf(' \n ')], ['', '']);
  });
});

describe('the version that was shown', () => {
  const { shop } = openDesk();
  shop.acceptAll();
  const draft = draftOf(shop.heard[0] as NonNullable<(typeof shop.heard)[0]>);
  const versionIn = (versions: unknown): string | undefined => seal(draft, { versions } as NoticeConfig)?.shown.version;

  test('is that of the notice in force on the day of the choice, by UTC', () => {
    const [next, now, old] = ['2026-01-16', '2026-01-15', '2009-03-01'];
    assert.equal(versionIn([next, now, old].map((date) => ({ id: `of ${date}`, date }))), 'of 2026-01-15');
    assert.equal(versionIn([next, old].map((date) => ({ id: `of ${date}`, date }))), 'of 2009-03-01');
  });

  test('is empty where the shop numbers none, or none was in force', () => {
    assert.deepEqual([undefined, [], [{ id: '3', date: '2027-01-01' }]].map(versionIn), ['', '', '']);
  });

  test('costs no record, whatever a shop writes there', () => {
    for (const versions of [7, 'x', {}, [null], [{ id: 3, date: '2009-03-01' }], [{ date: '2009-03-01' }]]) {
      assert.equal(versionIn(versions), '', JSON.stringify(versions));
    }
  });
});

describe('the envelope of another choice', () => {
  const draft: Draft = {
    id: idOf(7),
    at: NOW,
    gpc: false,
    region: 'US-CA',
    decision: undefined,
    kind: 'age',
    source: 'button',
    lang: 'en',
    choices: { age: 'adult', minimum: 18 },
    shown: 'Are you 18?',
  };

  test('has its own time and language, and neither a record nor a place in one', () => {
    const envelope = seal(draft);
    assert.deepEqual(envelope, {
      form: 1,
      id: idOf(7),
      kind: 'age',
      time: '2026-01-15T12:00:00Z',
      shown: { version: '', hash: hashOf('Are you 18?'), lang: 'en' },
      choices: { age: 'adult', minimum: 18 },
      source: 'button',
      gpc: false,
      region: 'US-CA',
      library: '0.1.0',
    });
    assert.deepEqual(errorsOf(envelope, 'Envelope'), []);
  });

  test('has the record of the shopper where there is one, what held before, and the age', () => {
    const { shop } = openDesk({ records: [answering({ analytics: true })] });
    const { decision } = shop.store.state;
    const envelope = seal({ ...draft, decision, previous: { age: 'declined' }, age: 'adult' });
    assert.equal(envelope?.record, ID);
    assert.equal(envelope.seq, undefined);
    assert.deepEqual(envelope.previous, { age: 'declined', minimum: null });
    assert.equal(envelope.age, 'adult');
    assert.deepEqual(errorsOf(envelope, 'Envelope'), []);
  });
});

describe('what is no choice', () => {
  const { shop } = openDesk();
  shop.acceptAll();
  const draft = draftOf(shop.heard[0] as NonNullable<(typeof shop.heard)[0]>);

  for (const [what, part] of Object.entries({
    'an id that is none': { id: 'x' },
    'a time that is none': { decision: { ...shop.store.state.decision, time: Infinity } },
    'no decision': { decision: undefined },
    'a text that is none': { shown: 7 },
    'choices that are none': { choices: { analytics: [] } },
    'a kind that is none': { kind: 'other', source: 'button', lang: 'en' },
    'a source that is none': { decision: { ...shop.store.state.decision, source: 'tab' } },
    'a region that is none': { region: 1 },
    'a signal that is none': { gpc: 'yes' },
  })) {
    test(`makes no envelope: ${what}`, () => {
      assert.ok(seal(draft));
      assert.equal(seal({ ...draft, ...part }), undefined);
    });
  }

  test('makes no envelope, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(seal(value), undefined);
      }),
    );
  });
});

describe('readEnvelope', () => {
  test('takes an envelope, without what is none of its fields', () => {
    const envelope = envelopeOf({ previous: { analytics: null }, age: 'adult' });
    assert.deepEqual(readEnvelope({ ...envelope, email: 'a@b.example' }), envelope);
    assert.deepEqual(readEnvelope({ ...envelope, shown: { ...envelope.shown, text: 'x' } })?.shown, envelope.shown);
  });

  test('takes whatever the published schema takes, and no more', () => {
    const { record, seq, ...required } = envelopeOf();
    const fields = ['form', 'id', 'kind', 'time', 'shown', 'choices', 'source', 'gpc', 'region', 'library'];
    const values = [null, true, 0, 1, -1, 1.5, '', 'consent', 'button', idOf(1), '2026-01-15T11:59:00Z', [], {}];
    const shown = { version: '', hash: '', lang: '' };
    const parts = fc.record({
      key: fc.constantFrom(...fields, 'previous', 'age', 'record', 'seq'),
      value: fc.oneof(fc.constantFrom<unknown>(...values, shown, { ...shown, hash: 'x' }, { a: [] }), fc.jsonValue()),
    });
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 2 }), fc.boolean(), (changes, whole) => {
        const changed = Object.fromEntries(changes.map(({ key, value }) => [key, value]));
        const value = { ...required, ...(whole && { record, seq }), ...changed };
        const errors = errorsOf(value, 'Envelope') as { keyword: string }[];
        const extra = errors.some(({ keyword }) => keyword === 'additionalProperties');
        assert.ok(extra || !!readEnvelope(value) === !errors.length, JSON.stringify(value));
      }),
    );
  });

  test('takes no day that is none', () => {
    assert.equal(readEnvelope(envelopeOf({ time: '2026-13-15T11:59:00Z' })), undefined);
  });

  for (const value of [undefined, null, 'text', 7, [], [envelopeOf()]]) {
    test(`takes no ${JSON.stringify(value)?.slice(0, 20)}`, () => {
      assert.equal(readEnvelope(value), undefined);
    });
  }
});
