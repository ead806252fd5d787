import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newsletterRecord, type RecordFacts } from '../../../../src/core/newsletter/newsletter-record.js';
import { stateOf } from './states.js';

const facts: RecordFacts = {
  now: Date.parse('2026-11-26T09:10:11.987Z'),
  id: 'a'.repeat(32),
  shown: { version: '', hash: 'b'.repeat(64), lang: 'en' },
  source: 'button',
  gpc: false,
  region: 'DE',
  library: '0.1.0',
};

describe('newsletterRecord', () => {
  test('says what was chosen, what held before, when, and what was shown', () => {
    const patch = { topics: { sale: true }, channels: { sms: true, email: false }, frequency: 'monthly' };
    assert.deepEqual(newsletterRecord(patch, stateOf(), facts), {
      form: 1,
      id: 'a'.repeat(32),
      kind: 'newsletter',
      time: '2026-11-26T09:10:11Z',
      shown: { version: '', hash: 'b'.repeat(64), lang: 'en' },
      choices: { 'topic.sale': true, 'channel.sms': true, 'channel.email': false, frequency: 'monthly' },
      previous: { 'topic.sale': false, 'channel.sms': false, 'channel.email': true, frequency: 'weekly' },
      source: 'button',
      gpc: false,
      region: 'DE',
      library: '0.1.0',
    });
  });

  test('records a pause, and that there was none', () => {
    const { choices, previous } = newsletterRecord({ pausedUntil: '2027-01-01' }, stateOf(), facts);
    assert.deepEqual([choices, previous], [{ pausedUntil: '2027-01-01' }, { pausedUntil: null }]);
  });

  test('records a stop, and a topic that the server did not name, as off before', () => {
    const patch = { status: 'subscribed', topics: { other: true }, resend: true } as const;
    const { choices, previous } = newsletterRecord(patch, stateOf({ status: 'unsubscribed' }), facts);
    assert.deepEqual(choices, { status: 'subscribed', 'topic.other': true, resend: true });
    assert.deepEqual(previous, { status: 'unsubscribed', 'topic.other': false, resend: false });
  });

  test('holds how the age question stood, where one was asked', () => {
    assert.equal(newsletterRecord({}, stateOf(), { ...facts, age: 'adult' }).age, 'adult');
    assert.equal('age' in newsletterRecord({}, stateOf(), facts), false);
  });

  test('holds no address', () => {
    const record = newsletterRecord({ status: 'unsubscribed' }, stateOf(), facts);
    assert.doesNotMatch(JSON.stringify(record), /@|address/);
  });
});
