import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createReceipt, type Receipt, type ReceiptFacts } from '../../../../src/core/receipt/receipt.js';
import { replay } from '../../../../src/core/receipt/replay.js';
import { toConsentRecord } from '../../../../src/core/receipt/standard-record.js';
import { hashOf } from '../../../../src/core/receipt/seal.js';
import { answering, CATEGORIES, DAY, ID, NOW, settingsOf } from '../shop.js';
import { createValidator, envelopeOf, idOf, openDesk, TEXT, type Desk } from './desk.js';

const SHOP = settingsOf({
  site: {
    name: 'BagsOK',
    controller: { name: 'BagsOK Ltd' },
    contact: { email: 'a@shop.example', post: ['1 High Street', 'London'], phone: '+44 1' },
    links: { privacy: '/privacy' },
  },
  region: 'GB',
  services: [
    {
      id: 'counter',
      category: 'analytics',
      name: 'Counter',
      provider: 'Counter Ltd',
      privacyUrl: 'https://counter.example/privacy',
      storage: [
        { kind: 'cookie', name: '_count', days: 730 },
        { kind: 'session', name: 'queue' },
      ],
    },
    { id: 'films', category: 'marketing', name: 'Films' },
  ],
});

const factsOf = ({ shop }: Desk, part: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  settings: SHOP,
  state: shop.store.state,
  history: [],
  categories: CATEGORIES.map(({ id }) => ({ id, label: `The ${id}`, purpose: `For ${id}.` })),
  pick: (text) => text as string,
  now: NOW,
  ...part,
});

function receiptOf(desk: Desk, part?: Partial<ReceiptFacts>): Receipt {
  const receipt = createReceipt(factsOf(desk, part));
  assert.ok(receipt);
  return receipt;
}

const statesOf = ({ consentRecord }: Receipt): unknown =>
  consentRecord.events.map(({ event_state, purposes }) => [event_state, ...purposes]);

describe('a receipt', () => {
  let errorsOf: Awaited<ReturnType<typeof createValidator>>;

  before(async () => {
    errorsOf = await createValidator();
  });

  test('is none where nothing was decided', () => {
    assert.equal(createReceipt(factsOf(openDesk())), undefined);
  });

  test('fits the published schema, with a log and without', () => {
    const desk = openDesk({ settings: SHOP });
    desk.shop.acceptAll('button');
    desk.shop.withdraw('button');
    assert.deepEqual(errorsOf(receiptOf(desk, { history: desk.envelopes() })), []);
    assert.deepEqual(errorsOf(receiptOf(desk)), []);
    assert.deepEqual(errorsOf(receiptOf(desk, { settings: settingsOf(), now: NOW + 400 * DAY })), []);
  });

  test('holds every envelope of the record, and replays to the answers that hold', () => {
    const desk = openDesk({ settings: SHOP });
    desk.shop.acceptAll();
    desk.shop.save({ films: false });
    const { envelopes } = receiptOf(desk, { history: desk.envelopes() });
    assert.deepEqual(envelopes, desk.envelopes());
    assert.deepEqual(Object.fromEntries(replay(envelopes)), {
      ...{ analytics: true, marketing: true, sale: true, measuring: true, films: false },
    });
  });

  test('is made of the record itself where no log has kept the decision, and replays all the same', () => {
    const desk = openDesk({ records: [answering({ analytics: true, films: false }, { source: 'embed', gpc: true })] });
    const { envelopes } = receiptOf(desk);
    assert.deepEqual(envelopes, [
      {
        form: 1,
        id: ID,
        kind: 'consent',
        time: '2026-01-15T11:59:00Z',
        shown: { version: '', hash: '', lang: 'en' },
        choices: { analytics: true, films: false },
        source: 'embed',
        gpc: true,
        region: '',
        library: '',
        record: ID,
        seq: 7,
      },
    ]);
  });

  test('leaves out another record, and keeps what is not about consent', () => {
    const desk = openDesk({ records: [answering({ analytics: true })] });
    const age = envelopeOf({ id: idOf(3), kind: 'age', choices: { age: 'adult' } });
    const strange = envelopeOf({ id: idOf(4), record: 'a'.repeat(32) });
    const { envelopes } = receiptOf(desk, { history: [strange, age] });
    assert.deepEqual(
      envelopes.map(({ id }) => id),
      [idOf(3), ID],
    );
  });
});

describe('the record under the names of ISO/IEC TS 27560', () => {
  test('is headed by the random id of the record, the only name of the shopper', () => {
    const desk = openDesk({ records: [answering({ analytics: true })] });
    assert.deepEqual(receiptOf(desk).consentRecord.header, {
      schema_version: 'ISO/IEC TS 27560:2023',
      record_id: ID,
      pii_principal_id: ID,
    });
  });

  test('says who processes what, why, on which basis, and for how long', () => {
    const desk = openDesk({ settings: SHOP });
    desk.shop.acceptAll();
    const { pii_processing, party_identification } = receiptOf(desk).consentRecord;
    const { purposes, ...rest } = pii_processing;
    assert.deepEqual(rest, {
      privacy_notice: '/privacy',
      language: 'de-AT',
      jurisdiction: 'GB',
      withdrawal_method: 'the privacy choices, which every page of the shop leads to',
    });
    assert.deepEqual(purposes[1], {
      purpose: 'analytics',
      purpose_name: 'The analytics',
      purpose_description: 'For analytics.',
      lawful_basis: 'consent (GDPR Art. 6(1)(a), ePrivacy Directive Art. 5(3))',
      pii_controllers: ['controller'],
      recipient_third_parties: ['counter'],
      storage_locations: [
        { location: 'cookie _count', retention_period: 'P730D' },
        { location: 'session queue', retention_period: 'session' },
      ],
    });
    assert.deepEqual(party_identification, [
      {
        party_id: 'controller',
        party_role: 'pii controller',
        party_name: 'BagsOK Ltd',
        party_address: '1 High Street, London',
        party_email: 'a@shop.example',
        party_phone: '+44 1',
      },
      {
        party_id: 'counter',
        party_role: 'recipient',
        party_name: 'Counter, Counter Ltd',
        party_url: 'https://counter.example/privacy',
      },
      { party_id: 'films', party_role: 'recipient', party_name: 'Films' },
    ]);
  });

  test('does with what a shop does not say', () => {
    const desk = openDesk({ records: [answering({ analytics: true })] });
    const strange = [{ id: 'gone', label: 'Gone', purpose: '' }];
    const facts = { settings: settingsOf({ services: [] }), categories: strange };
    const { pii_processing, party_identification } = receiptOf(desk, facts).consentRecord;
    assert.equal(pii_processing.privacy_notice, '');
    assert.match(pii_processing.purposes[0]?.lawful_basis ?? '', /^consent/);
    assert.deepEqual(party_identification, [{ party_id: 'controller', party_role: 'pii controller', party_name: '' }]);
    const named = receiptOf(desk, { settings: settingsOf({ services: [], site: { name: 'BagsOK' } }) });
    assert.equal(named.consentRecord.party_identification[0]?.party_name, 'BagsOK');
  });

  test('takes the region of the envelope, where it has one', () => {
    const desk = openDesk({ records: [answering({ analytics: true })] });
    const history = [envelopeOf({ seq: 7, region: 'FR' })];
    assert.equal(receiptOf(desk, { history }).consentRecord.pii_processing.jurisdiction, 'FR');
  });

  test('is headed by the envelope where that belongs to no record', () => {
    const { record: _, ...bare } = envelopeOf();
    assert.equal(toConsentRecord([bare], factsOf(openDesk())).header.record_id, bare.id);
  });

  test('has an event for each answer that is given, refused or withdrawn, with what was on screen', () => {
    const desk = openDesk({ settings: SHOP });
    desk.shop.save({ analytics: true, marketing: false }, 'button');
    desk.shop.withdraw('script');
    const receipt = receiptOf(desk, { history: desk.envelopes() });
    assert.deepEqual(statesOf(receipt), [
      ['given', 'analytics'],
      ['refused', 'marketing'],
      ['withdrawn', 'analytics'],
      ['refused', 'sale', 'measuring'],
    ]);
    assert.deepEqual(receipt.consentRecord.events[0], {
      event_time: '2026-01-15T12:00:00Z',
      event_state: 'given',
      purposes: ['analytics'],
      validity_duration: 'P182D',
      expressed_by: 'button',
      privacy_notice: { version: '', hash: hashOf(TEXT), language: 'de-AT' },
      envelope: idOf(1),
    });
  });

  test('has the same answer again as an event of its own, where that is all that was said', () => {
    const desk = openDesk({ settings: SHOP });
    desk.shop.acceptAll();
    desk.shop.acceptAll();
    const all = ['given', 'analytics', 'marketing', 'sale', 'measuring'];
    assert.deepEqual(statesOf(receiptOf(desk, { history: desk.envelopes() })), [all, all]);
  });

  test('lets a service that loses its own answer follow its category', () => {
    const desk = openDesk({ settings: SHOP });
    desk.shop.save({ marketing: true, films: false });
    desk.shop.save({ marketing: true, films: true });
    assert.deepEqual(statesOf(receiptOf(desk, { history: desk.envelopes() })), [
      ['given', 'marketing'],
      ['refused', 'films'],
      ['given', 'films'],
    ]);
  });

  test('knows nothing of a refusal that is forgotten', () => {
    const forgotten = envelopeOf({ record: ID, seq: 7, choices: { analytics: null }, previous: { analytics: false } });
    const desk = openDesk({ records: [answering({ analytics: true })] });
    assert.deepEqual(statesOf(receiptOf(desk, { history: [forgotten] })), []);
  });

  test('ends with an expiry once the last answers are too old', () => {
    const desk = openDesk({ settings: SHOP });
    desk.shop.save({ analytics: true });
    desk.shop.save({ analytics: false });
    const history = desk.envelopes().map((one) => ({ ...one, choices: { ...one.choices, films: null } }));
    const receipt = receiptOf(desk, { history, now: NOW + 182 * DAY + 1 });
    const [last] = receipt.consentRecord.events.slice(-1);
    assert.deepEqual(
      [last?.event_state, last?.event_time, last?.expressed_by, last?.purposes],
      ['expired', '2026-07-16T12:00:00Z', 'time', ['analytics']],
    );
    assert.doesNotMatch(JSON.stringify(receiptOf(desk, { history, now: NOW + 182 * DAY })), /expired/);
  });
});
