import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  applyPatch,
  differenceOf,
  drawnState,
  mergePatches,
  undoOf,
  wishOf,
} from '../../../../src/core/newsletter/difference.js';
import { anyPatch, anyState, stateOf } from './states.js';

describe('differenceOf', () => {
  test('names what is not so yet, and nothing else', () => {
    const wanted = { topics: { news: true, sale: true }, channels: { email: true }, frequency: 'monthly' };
    assert.deepEqual(differenceOf(stateOf(), wanted), { topics: { sale: true }, frequency: 'monthly' });
  });

  test('is absent where everything is so already', () => {
    assert.equal(
      differenceOf(stateOf(), { topics: { news: true }, frequency: 'weekly', pausedUntil: null }),
      undefined,
    );
    assert.equal(differenceOf(stateOf(), {}), undefined);
  });

  test('takes a topic that the server does not name for off', () => {
    assert.equal(differenceOf(stateOf(), { topics: { other: false } }), undefined);
    assert.deepEqual(differenceOf(stateOf(), { topics: { other: true } }), { topics: { other: true } });
  });

  test('takes a topic called like a method for off', () => {
    assert.equal(differenceOf(stateOf(), { topics: { constructor: false } }), undefined);
  });

  test('keeps the end of a pause that is taken back', () => {
    assert.deepEqual(differenceOf(stateOf({ pausedUntil: '2027-01-01' }), { pausedUntil: null }), {
      pausedUntil: null,
    });
  });

  test('always asks for the message once more', () => {
    assert.deepEqual(differenceOf(stateOf({ status: 'pending' }), { resend: true }), { resend: true });
  });

  test('takes a yes that waits for its second step for a yes, and never confirms it', () => {
    assert.equal(differenceOf(stateOf({ status: 'pending' }), { status: 'subscribed' }), undefined);
    assert.equal(differenceOf(stateOf({ status: 'suppressed' }), { status: 'subscribed' }), undefined);
  });

  test('stops everything from every status but that', () => {
    for (const status of ['subscribed', 'pending', 'suppressed'] as const) {
      assert.deepEqual(differenceOf(stateOf({ status }), { status: 'unsubscribed' }), { status: 'unsubscribed' });
    }
    assert.equal(differenceOf(stateOf({ status: 'unsubscribed' }), { status: 'unsubscribed' }), undefined);
  });

  test('leaves nothing to change once it is applied, but for a message to send', () => {
    fc.assert(
      fc.property(anyState, anyPatch, (state, { resend, ...patch }) => {
        assert.equal(differenceOf(applyPatch(state, patch), patch), undefined);
        void resend;
      }),
    );
  });

  test('has the effect of the whole wish', () => {
    fc.assert(
      fc.property(anyState, anyPatch, (state, patch) => {
        const on = ({ topics, channels, ...rest }: typeof state) => ({
          ...rest,
          topics: Object.keys(topics)
            .filter((id) => topics[id])
            .sort(),
          channels: Object.keys(channels)
            .filter((id) => channels[id])
            .sort(),
        });
        assert.deepEqual(on(applyPatch(state, differenceOf(state, patch) ?? {})), on(applyPatch(state, patch)));
      }),
    );
  });
});

describe('applyPatch', () => {
  test('changes what is named and keeps the rest', () => {
    const patch = { topics: { sale: true }, channels: { sms: true }, frequency: 'monthly', pausedUntil: '2027-01-01' };
    assert.deepEqual(applyPatch(stateOf(), patch), {
      ...stateOf(),
      ...patch,
      topics: { news: true, sale: true },
      channels: { email: true, sms: true },
    });
    assert.deepEqual(applyPatch(stateOf({ pausedUntil: '2027-01-01' }), {}), stateOf({ pausedUntil: '2027-01-01' }));
  });

  test('stops, and takes a stop back', () => {
    assert.equal(applyPatch(stateOf(), { status: 'unsubscribed' }).status, 'unsubscribed');
    assert.equal(applyPatch(stateOf({ status: 'unsubscribed' }), { status: 'subscribed' }).status, 'subscribed');
  });

  test('is more private: it does not draw a double opt-in as done', () => {
    assert.equal(applyPatch(stateOf({ status: 'pending' }), { status: 'subscribed' }).status, 'pending');
  });
});

describe('mergePatches', () => {
  test('lets the later word count, one thing at a time', () => {
    assert.deepEqual(
      mergePatches({ topics: { news: true, sale: true }, frequency: 'weekly' }, { topics: { news: false } }),
      { topics: { news: false, sale: true }, channels: {}, frequency: 'weekly' },
    );
  });

  test('lets a stop drop whatever was wanted before it', () => {
    assert.deepEqual(mergePatches({ topics: { sale: true } }, { status: 'unsubscribed' }), { status: 'unsubscribed' });
  });

  test('comes to the same as one after the other', () => {
    fc.assert(
      fc.property(anyState, anyPatch, anyPatch, (state, first, later) => {
        fc.pre(later.status !== 'unsubscribed');
        const merged = applyPatch(state, mergePatches(first, later));
        const { topics, channels, frequency, pausedUntil } = applyPatch(applyPatch(state, first), later);
        assert.deepEqual({ ...merged, topics, channels, frequency, pausedUntil }, merged);
      }),
    );
  });
});

describe('drawnState', () => {
  test('is the state itself where mail comes', () => {
    for (const status of ['subscribed', 'pending'] as const) {
      assert.deepEqual(drawnState(stateOf({ status })), stateOf({ status }));
    }
  });

  test('is more private: with everything off where none comes', () => {
    for (const status of ['unsubscribed', 'suppressed'] as const) {
      const { topics, channels } = drawnState(stateOf({ status }));
      assert.deepEqual(
        [topics, channels],
        [
          { news: false, sale: false },
          { email: false, sms: false },
        ],
      );
    }
  });
});

describe('wishOf', () => {
  test('is what was changed, where mail comes', () => {
    const edits = { topics: { sale: true } };
    assert.equal(wishOf(applyPatch(stateOf(), edits), edits), edits);
  });

  test('takes a stop back by ticking something, and says of everything else that it is off', () => {
    const stopped = drawnState(stateOf({ status: 'unsubscribed' }));
    const edits = { topics: { sale: true } };
    assert.deepEqual(wishOf(applyPatch(stopped, edits), edits), {
      topics: { news: false, sale: true },
      channels: { email: false, sms: false },
      frequency: 'weekly',
      status: 'subscribed',
    });
  });

  test('is more private: it takes no stop back while nothing is ticked', () => {
    const stopped = drawnState(stateOf({ status: 'unsubscribed' }));
    const edits = { frequency: 'monthly' };
    assert.equal(wishOf(applyPatch(stopped, edits), edits), edits);
  });

  test('takes a stop back where there is nothing to tick', () => {
    const stopped = stateOf({ status: 'unsubscribed', topics: {}, channels: {} });
    assert.equal(wishOf(stopped, {}).status, 'subscribed');
  });
});

describe('undoOf', () => {
  test('brings back what was, whatever the server forgot', () => {
    const before = stateOf({ pausedUntil: '2027-01-01' });
    const after = stateOf({
      status: 'unsubscribed',
      topics: {},
      channels: { email: false },
      frequency: '',
      version: 2,
    });
    assert.deepEqual(applyPatch(after, differenceOf(after, undoOf(before)) ?? {}), {
      ...before,
      version: 2,
      topics: { news: true },
      channels: { email: true },
    });
  });

  test('asks to be subscribed again where that was pending', () => {
    assert.equal(undoOf(stateOf({ status: 'pending' })).status, 'subscribed');
  });

  test('leaves a stop a stop', () => {
    assert.equal(undoOf(stateOf({ status: 'unsubscribed' })).status, 'unsubscribed');
  });
});
