/** What holds whatever a shopper presses and however the server answers, in whichever order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyPatch, mergePatches } from '../../../../src/core/newsletter/difference.js';
import { drawn, fail, land, launch, learn, want, type Saves } from '../../../../src/core/newsletter/saves.js';
import type { NewsletterPatch, NewsletterState } from '../../../../src/core/newsletter/state.js';
import { anyPatch, stateOf } from './states.js';

/** What happens next: somebody wants something, or the server answers what is on its way, well or not. */
type Step =
  | { readonly wanted: NewsletterPatch }
  | { readonly answer: 'saved' | 'offline' | 'failed' | 'lost' | 'elsewhere' }
  | { readonly told: 'old' | 'new' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ wanted: anyPatch }) },
  {
    weight: 3,
    arbitrary: fc.record({ answer: fc.constantFrom('saved', 'saved', 'offline', 'failed', 'lost', 'elsewhere') }),
  },
  { weight: 1, arbitrary: fc.record({ told: fc.constantFrom('old', 'new') }) },
);

/** A server, what reached it, and the panel's side of it. */
class World {
  server: NewsletterState = stateOf();
  saves: Saves = { server: stateOf() };
  /** What the shopper wants of what has not failed, oldest first. */
  wish: NewsletterPatch = {};
  sent: NewsletterPatch[] = [];

  take(next: Step): void {
    if ('wanted' in next) {
      this.saves = want(this.saves, next.wanted);
      this.wish = mergePatches(this.wish, next.wanted);
    } else if ('told' in next) {
      const state = next.told === 'new' ? this.server : stateOf({ version: 0, frequency: 'never' });
      this.saves = learn(this.saves, state);
    } else if (this.saves.flying) {
      this.answer(next.answer, this.saves.flying);
    }
    this.launch();
  }

  answer(how: 'saved' | 'offline' | 'failed' | 'lost' | 'elsewhere', patch: NewsletterPatch): void {
    if (how === 'elsewhere') {
      this.change({ frequency: this.server.frequency === 'weekly' ? 'monthly' : 'weekly' });
      this.saves = fail(this.saves, 'conflict', this.server);
    } else if (how === 'saved' || how === 'lost') {
      this.change(patch);
      // Where an answer is lost, what holds is asked for.
      this.saves = how === 'saved' ? land(this.saves, this.server) : fail(this.saves, 'failed', this.server);
    } else {
      this.saves = fail(this.saves, how);
    }
    if (how !== 'saved') {
      this.wish = mergePatches(this.saves.waiting ?? {}, {});
    }
  }

  change(patch: NewsletterPatch): void {
    this.server = { ...applyPatch(this.server, patch), version: this.server.version + 1 };
  }

  launch(): void {
    const before = this.saves.flying;
    this.saves = launch(this.saves);
    if (this.saves.flying && this.saves.flying !== before) {
      this.sent.push(this.saves.flying);
    }
  }

  /** Lets everything that is on its way or waits be saved. */
  settle(): void {
    for (let rounds = 0; this.saves.flying; rounds += 1) {
      assert.ok(rounds < 3, 'the panel goes on sending');
      this.take({ answer: 'saved' });
    }
  }
}

const on = ({ topics, channels, ...rest }: NewsletterState) => ({
  ...rest,
  topics: Object.keys(topics).filter((id) => topics[id]),
  channels: Object.keys(channels).filter((id) => channels[id]),
});

const RUNS = { numRuns: 200 };

test('in 200 random interleavings the panel ends at what the server holds', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const world = new World();
      steps.forEach((next) => world.take(next));
      world.settle();
      assert.deepEqual(world.saves.server, world.server);
      assert.equal(world.saves.waiting, undefined);
    }),
    RUNS,
  );
});

test('in 200 random interleavings the latest word of the shopper counts', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), anyPatch, (steps, last) => {
      const world = new World();
      steps.forEach((next) => world.take(next));
      world.take({ wanted: last });
      world.settle();
      const { topics, channels, frequency, pausedUntil, status } = applyPatch(world.server, last);
      assert.deepEqual(on(world.server), on({ ...world.server, topics, channels, frequency, pausedUntil, status }));
    }),
    RUNS,
  );
});

test('in 200 random interleavings nothing is sent that was not wanted since the last failure', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const world = new World();
      for (const next of steps) {
        const already = world.sent.length;
        world.take(next);
        for (const patch of world.sent.slice(already)) {
          const wished = { ...world.wish } as Record<string, unknown>;
          assert.deepEqual(
            Object.keys(patch).filter((key) => wished[key] === undefined),
            [],
          );
        }
      }
    }),
    RUNS,
  );
});

test('in 200 random interleavings without a wish waiting, what is drawn is what the server last said', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const world = new World();
      for (const next of steps) {
        world.take(next);
        if (!world.saves.flying) {
          assert.equal(world.saves.waiting, undefined);
          const { topics } = drawn(world.saves, {});
          const stopped = ['unsubscribed', 'suppressed'].includes(world.saves.server.status);
          assert.deepEqual(
            Object.keys(topics).filter((id) => topics[id]),
            stopped ? [] : on(world.saves.server).topics,
          );
        }
      }
    }),
    RUNS,
  );
});
