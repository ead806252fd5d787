import { expect } from '@open-wc/testing';
import { alone } from '../../../src/platform/log/alone.js';

const NAME = 'fairsay-test';
const LEASE = `${NAME}-lease`;

/** A task that ends when it is told to, and what it did. */
function taskOf(steps: string[], name: string): { run: () => Promise<void>; end: () => void; begun: Promise<void> } {
  let end: () => void = () => undefined;
  let begin: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const run = async (): Promise<void> => {
    steps.push(`${name} begins`);
    begin();
    await ended;
    steps.push(`${name} ends`);
  };
  return { run, end, begun };
}

function withoutLocks(): void {
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
}

describe('alone', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'locks');
    localStorage.removeItem(LEASE);
  });

  for (const [how, prepare] of [
    ['with locks', () => undefined],
    ['without locks', withoutLocks],
  ] as const) {
    it(`runs one task after the other, ${how}`, async () => {
      prepare();
      const steps: string[] = [];
      const [one, two] = [taskOf(steps, 'one'), taskOf(steps, 'two')];
      const both = [alone(NAME, one.run), alone(NAME, two.run)];
      await one.begun;
      one.end();
      await two.begun;
      two.end();
      await Promise.all(both);
      expect(steps).to.deep.equal(['one begins', 'one ends', 'two begins', 'two ends']);
      expect(localStorage.getItem(LEASE)).to.equal(null);
    });
  }

  it('runs a task once, in a frame whose locks throw', async () => {
    const locks = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };
    Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
    const steps: string[] = [];
    const task = taskOf(steps, 'one');
    task.end();
    await alone(NAME, task.run);
    expect(steps).to.deep.equal(['one begins', 'one ends']);
  });

  for (const [whose, note] of [
    ['a tab that is gone', () => `0.5 ${Date.now() - 1}`],
    ['a clock that was wrong', () => `0.5 ${Date.now() + 1e9}`],
    ['nobody', () => 'junk'],
  ] as const) {
    it(`does not wait for ${whose}`, async () => {
      withoutLocks();
      localStorage.setItem(LEASE, note());
      const task = taskOf([], 'one');
      const done = alone(NAME, task.run);
      await task.begun;
      task.end();
      await done;
    });
  }
});
