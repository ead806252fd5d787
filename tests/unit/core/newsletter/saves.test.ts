import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  drawn,
  fail,
  land,
  launch,
  learn,
  want,
  type Saves,
  unlessNoLink,
} from '../../../../src/core/newsletter/saves.js';
import { stateOf } from './states.js';

const start: Saves = { server: stateOf() };
const sale = { topics: { sale: true } };
const stop = { status: 'unsubscribed' } as const;

/** Somebody who has wanted a thing, which is on its way. */
const flying = (patch: Parameters<typeof want>[1], saves = start) => launch(want(saves, patch));

describe('a save', () => {
  test('sends the difference alone', () => {
    assert.deepEqual(flying({ topics: { news: true, sale: true } }).flying, sale);
  });

  test('sends nothing where nothing is different', () => {
    const saves = flying({ topics: { news: true } });
    assert.deepEqual([saves.flying, saves.waiting], [undefined, undefined]);
  });

  test('sends nothing where nothing is wanted', () => {
    assert.equal(launch(start), start);
  });

  test('is one at a time: what is wanted meanwhile waits', () => {
    const saves = flying({ frequency: 'monthly' }, flying(sale));
    assert.deepEqual(saves.flying, sale);
    assert.equal(saves.waiting?.frequency, 'monthly');
  });

  test('counts the latest word on each thing', () => {
    const saves = flying({ topics: { sale: false } }, flying({ frequency: 'monthly' }, flying(sale)));
    const landed = launch(land(saves, stateOf({ version: 2, topics: { news: true, sale: true } })));
    assert.deepEqual(landed.flying, { topics: { sale: false }, frequency: 'monthly' });
  });

  test('sends nothing more where the answer is what was wanted meanwhile', () => {
    const saves = flying({ topics: { sale: false } }, flying(sale));
    const landed = launch(land(saves, stateOf({ version: 2 })));
    assert.deepEqual([landed.flying, landed.waiting], [undefined, undefined]);
  });

  test('is drawn at once, under what was changed and not sent', () => {
    const saves = flying({ frequency: 'monthly' }, flying(sale));
    const { topics, frequency, channels } = drawn(saves, { channels: { sms: true } });
    assert.deepEqual(topics, { news: true, sale: true });
    assert.equal(frequency, 'monthly');
    assert.deepEqual(channels, { email: true, sms: true });
  });

  test('of a stop is drawn as everything off', () => {
    assert.deepEqual(drawn(flying(stop), {}).topics, { news: false, sale: false });
  });
});

describe('a failure', () => {
  test('goes back to the last state of the server, and keeps what failed for another try', () => {
    const saves = fail(flying(sale), 'failed');
    assert.deepEqual(drawn(saves, {}), stateOf());
    assert.deepEqual([saves.problem, saves.failed, saves.flying], ['failed', sale, undefined]);
    assert.equal(launch(saves), saves);
  });

  test('takes the state that it brings', () => {
    const elsewhere = stateOf({ version: 4, frequency: 'monthly' });
    const saves = fail(flying(sale), 'conflict', elsewhere);
    assert.deepEqual(drawn(saves, {}), elsewhere);
    assert.equal(saves.problem, 'conflict');
  });

  test('leaves what waits to be tried', () => {
    const saves = launch(fail(flying({ frequency: 'monthly' }, flying(sale)), 'offline'));
    assert.deepEqual(saves.flying, { frequency: 'monthly' });
    assert.equal(saves.problem, 'offline');
  });

  test('is still told when what waited was saved', () => {
    const saves = launch(fail(flying({ frequency: 'monthly' }, flying(sale)), 'failed'));
    assert.equal(land(saves, stateOf({ version: 2, frequency: 'monthly' })).problem, 'failed');
  });

  test('is past once something else is wanted', () => {
    const saves = want(fail(flying(sale), 'failed'), { frequency: 'monthly' });
    assert.deepEqual([saves.problem, saves.failed], [undefined, undefined]);
  });
});

describe('a stop', () => {
  test('drops what waited', () => {
    assert.deepEqual(flying(stop, flying({ frequency: 'monthly' }, flying(sale))).waiting, stop);
  });

  test('that met with a change elsewhere is sent once more over the new state', () => {
    const again = launch(fail(flying(stop), 'conflict', stateOf({ version: 5, frequency: 'monthly' })));
    assert.deepEqual([again.flying, again.server.version, again.problem], [stop, 5, undefined]);
  });

  test('is sent once more and not for ever', () => {
    const again = launch(fail(flying(stop), 'conflict', stateOf({ version: 5 })));
    const given = fail(again, 'conflict', stateOf({ version: 6 }));
    assert.deepEqual([given.problem, given.failed, launch(given).flying], ['conflict', stop, undefined]);
    assert.equal(fail(land(flying(stop, given), stateOf({ version: 7 })), 'failed').insisting, undefined);
  });

  test('that met with a change elsewhere gives way to what was wanted after it', () => {
    const after = want(flying(stop), { status: 'subscribed' });
    const again = launch(fail(after, 'conflict', stateOf({ version: 5 })));
    assert.equal(again.flying, undefined);
  });

  test('is not sent again where nobody says what holds', () => {
    assert.equal(fail(flying(stop), 'conflict').problem, 'conflict');
  });
});

describe('what the server is known to hold', () => {
  test('is the first state, and then the newest one', () => {
    const first = learn(undefined, stateOf({ version: 3 }));
    assert.equal(first.server.version, 3);
    assert.equal(learn(first, stateOf({ version: 2, frequency: 'monthly' })).server.frequency, 'weekly');
    assert.equal(learn(first, stateOf({ version: 3, frequency: 'monthly' })).server.frequency, 'monthly');
  });

  test('is not put back by a late answer', () => {
    const saves = learn(flying(sale), stateOf({ version: 9 }));
    assert.equal(land(saves, stateOf({ version: 2 })).server.version, 9);
  });
});

describe('unlessNoLink', () => {
  test('names the want of a link where there was none, and nothing else', () => {
    assert.equal(unlessNoLink('expired'), 'no-link');
    assert.equal(unlessNoLink('expired', ''), 'no-link');
    assert.equal(unlessNoLink('expired', 'secret'), 'expired');
    assert.equal(unlessNoLink('offline'), 'offline');
  });
});
