import { expect } from '@open-wc/testing';
import { addToHistory, readHistory } from '../../../src/core/receipt/history.js';
import { decodeQueue, encodeQueue } from '../../../src/core/receipt/queue.js';
import { hashOf } from '../../../src/core/receipt/seal.js';
import { Log, type LogOptions } from '../../../src/page/records/log.js';
import type { Answer } from '../../../src/platform/log/post.js';
import type { Shelf } from '../../../src/platform/log/shelf.js';
import { draftOf, envelopeOf, idOf, THEN } from '../../support/records.js';

/** A shelf in memory. */
function shelfOf(changed: () => void): Shelf & { text: string } {
  const shelf = {
    text: '',
    read: () => shelf.text,
    write: (next: string) => {
      shelf.text = next;
      changed();
    },
  };
  return shelf;
}

const answerOf = (status: number, retryAfter: string | null = null): Answer => ({ status, retryAfter });
const waitingOf = (number: number, tries = 0, next = 0) => ({ record: envelopeOf(number), tries, next });

/** A server that is asked, a clock that is set, and what was sent. */
class Desk {
  readonly queue = shelfOf(() => {
    this.#heard();
  });
  readonly history = shelfOf(() => undefined);
  readonly clock = { now: THEN };
  /** The numbers of the records in each body, as they came. */
  readonly bodies: number[][] = [];
  readonly last: number[][] = [];
  readonly warnings: unknown[][] = [];
  /** What is answered, one after the other; the last one for good. */
  answers: (Answer | undefined | Promise<Answer>)[] = [answerOf(204)];
  address: URL | undefined = new URL('/choices', location.href);
  /** How often all that was due has been sent. */
  rounds = 0;
  #heard: () => void = () => undefined;

  readonly options: LogOptions = {
    address: () => this.address,
    notice: () => ({ versions: [{ id: '2.0', date: '2009-03-01' }] }),
    queue: this.queue,
    history: this.history,
    warn: (...args) => {
      this.warnings.push(args);
      this.#heard();
    },
    now: () => this.clock.now,
    lot: () => 0,
    post: (_, body) => {
      this.bodies.push(numbersIn(body));
      this.#heard();
      return Promise.resolve(this.answers.length > 1 ? this.answers.shift() : this.answers[0]);
    },
    postLast: (_, body) => {
      this.last.push(numbersIn(body));
      return true;
    },
    alone: async (_, task) => {
      await task();
      this.rounds += 1;
      this.#heard();
    },
  };

  readonly log = new Log(this.options);

  get waiting(): { number: number; tries: number }[] {
    return decodeQueue(this.queue.text, this.clock.now).map(({ record, tries }) => ({
      number: Number(record.seq),
      tries,
    }));
  }

  /** Resolves once something holds; looked at whenever the log does something. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  /** Resolves once nothing waits any more. */
  async empty(): Promise<void> {
    await this.until(() => this.queue.text === '');
  }
}

function numbersIn(body: string): number[] {
  const { records } = JSON.parse(body) as { records: { seq: number }[] };
  return records.map(({ seq }) => seq);
}

describe('the log', () => {
  it('sends a choice at once, keeps it for the shopper, and forgets it once it was taken', async () => {
    const desk = new Desk();
    desk.log.add(draftOf(1));
    expect(readHistory(desk.history.text)[0]?.shown.hash).to.equal(hashOf('Accept all'));
    await desk.empty();
    expect(desk.bodies).to.deep.equal([[1]]);
    expect(readHistory(desk.history.text).map(({ id }) => id)).to.deep.equal([idOf(1)]);
    expect(desk.warnings).to.deep.equal([]);
  });

  it('names the version of the notice that was in force, whether it is told of a choice or finds one', async () => {
    const desk = new Desk();
    desk.queue.text = JSON.stringify({ draft: draftOf(1) });
    desk.log.add(draftOf(2));
    await desk.empty();
    expect(readHistory(desk.history.text).map(({ shown }) => shown.version)).to.deep.equal(['2.0', '2.0']);
  });

  it('leaves no text of the page on the shelf', () => {
    const desk = new Desk();
    desk.queue.text = JSON.stringify({ draft: draftOf(1) });
    desk.log.send();
    expect(desk.queue.text).to.contain(idOf(1)).and.not.contain('Accept all');
  });

  it('takes a choice that is on the shelf already once', async () => {
    const desk = new Desk();
    desk.queue.text = JSON.stringify({ draft: draftOf(1) });
    desk.log.add(draftOf(1));
    await desk.empty();
    expect(desk.bodies).to.deep.equal([[1]]);
  });

  it('leaves alone what another tab has sent meanwhile', async () => {
    const desk = new Desk();
    desk.history.text = addToHistory('', [envelopeOf(1)]);
    desk.log.add(draftOf(1));
    desk.log.add(draftOf(2));
    await desk.empty();
    expect(desk.bodies).to.deep.equal([[2]]);
  });

  for (const status of [408, 429, 500, 503]) {
    it(`tries again after ${status}, with the same id`, async () => {
      const desk = new Desk();
      desk.answers = [answerOf(status), answerOf(200)];
      desk.log.add(draftOf(1));
      await desk.until(() => desk.waiting[0]?.tries === 1);
      desk.clock.now += 1000;
      await desk.empty();
      expect(desk.bodies).to.deep.equal([[1], [1]]);
      expect(desk.warnings).to.deep.equal([]);
    });
  }

  it('tries again after no answer, with the same id', async () => {
    const desk = new Desk();
    desk.answers = [undefined, answerOf(200)];
    desk.log.add(draftOf(1));
    await desk.until(() => desk.waiting[0]?.tries === 1);
    desk.clock.now += 1000;
    await desk.empty();
    expect(desk.bodies).to.deep.equal([[1], [1]]);
  });

  it('waits as long as the server says, over page views too', async () => {
    const desk = new Desk();
    desk.answers = [answerOf(503, '60')];
    desk.log.add(draftOf(1));
    await desk.until(() => desk.waiting[0]?.tries === 1);
    const next = new Log(desk.options);
    desk.clock.now += 59_000;
    const before = desk.rounds;
    next.send();
    next.leave();
    await desk.until(() => desk.rounds > before);
    expect([desk.bodies, desk.last]).to.deep.equal([[[1]], []]);
    desk.answers = [answerOf(200)];
    desk.clock.now += 1000;
    next.send();
    await desk.empty();
    expect(desk.bodies).to.deep.equal([[1], [1]]);
  });

  it('gives up after ten tries, and says so', async () => {
    const desk = new Desk();
    desk.answers = [undefined];
    desk.queue.text = encodeQueue([waitingOf(1, 9), waitingOf(2, 0, THEN + 1e6)]);
    desk.log.send();
    await desk.until(() => desk.warnings.length > 0);
    expect(desk.warnings).to.deep.equal([['log-lost', [envelopeOf(1)], 'no answer']]);
    expect(desk.waiting.map(({ number }) => number)).to.deep.equal([2]);
  });

  it('gives up what is refused, and says with which status', async () => {
    const desk = new Desk();
    desk.answers = [answerOf(404)];
    desk.queue.text = encodeQueue([waitingOf(1)]);
    desk.log.send();
    await desk.empty();
    expect(desk.warnings).to.deep.equal([['log-refused', [envelopeOf(1)], 404]]);
  });

  it('sends what comes meanwhile after that', async () => {
    const desk = new Desk();
    let answer: (answer: Answer) => void = () => undefined;
    desk.answers = [new Promise<Answer>((resolve) => (answer = resolve)), answerOf(200)];
    desk.log.add(draftOf(1));
    await desk.until(() => desk.bodies.length === 1);
    desk.log.add(draftOf(2));
    answer(answerOf(200));
    await desk.empty();
    expect(desk.bodies).to.deep.equal([[1], [2]]);
  });

  it('sends much in more bodies than one', async () => {
    const desk = new Desk();
    const choices = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`category-${index}`, true]));
    const records = Array.from({ length: 25 }, (_, index) => envelopeOf(index + 1, { choices }));
    desk.queue.text = encodeQueue(records.map((record) => ({ record, tries: 0, next: 0 })));
    desk.log.send();
    await desk.empty();
    expect(desk.bodies.length).to.be.above(1);
    expect(desk.bodies.flat()).to.deep.equal(records.map(({ seq }) => seq));
  });

  it('sends nothing where there is no address, and lets it wait', async () => {
    const desk = new Desk();
    desk.address = undefined;
    desk.log.add(draftOf(1));
    desk.log.leave();
    await desk.until(() => desk.rounds > 0);
    expect([desk.bodies, desk.last]).to.deep.equal([[], []]);
    expect(desk.waiting).to.have.lengthOf(1);
  });

  it('sends what another tab has written over at the same moment', async () => {
    const desk = new Desk();
    let answer: (answer: Answer) => void = () => undefined;
    desk.answers = [new Promise<Answer>((resolve) => (answer = resolve)), answerOf(200)];
    desk.log.add(draftOf(1));
    desk.log.add(draftOf(2));
    await desk.until(() => desk.bodies.length === 1);
    desk.queue.text = encodeQueue([waitingOf(3)]);
    answer(answerOf(500));
    await desk.until(() => desk.waiting.some(({ tries }) => tries > 0));
    desk.queue.text = '';
    desk.clock.now += 1000;
    desk.log.send();
    await desk.until(() => desk.bodies.length > 2);
    await desk.empty();
    expect(new Set(desk.bodies.flat())).to.deep.equal(new Set([1, 2, 3]));
  });

  for (const status of [400, 413, 422]) {
    it(`sends each record by itself where several are answered with ${status}, and loses the bad one alone`, async () => {
      const desk = new Desk();
      desk.answers = [answerOf(status), answerOf(200), answerOf(400), answerOf(200)];
      desk.queue.text = encodeQueue([waitingOf(1), waitingOf(2), waitingOf(3)]);
      desk.log.send();
      await desk.empty();
      expect(desk.bodies).to.deep.equal([[1, 2, 3], [1], [2], [3]]);
      expect(desk.warnings).to.deep.equal([['log-refused', [envelopeOf(2)], 400]]);
    });
  }

  it('makes the best of a shelf with anything on it', async () => {
    const desk = new Desk();
    desk.queue.text = `{"record":\n${encodeQueue([waitingOf(1)])}null\n[]\n{"record":{}}\n\u0000`;
    desk.history.text = 'junk';
    desk.log.add(draftOf(2));
    await desk.empty();
    expect(desk.bodies).to.deep.equal([[1, 2]]);
    expect(readHistory(desk.history.text)).to.have.lengthOf(1);
  });

  describe('as the page is left', () => {
    it('sends what is due and not on its way, once', async () => {
      const desk = new Desk();
      desk.answers = [new Promise<Answer>(() => undefined)];
      desk.log.add(draftOf(1));
      await desk.until(() => desk.bodies.length === 1);
      desk.log.add(draftOf(2));
      desk.log.leave();
      desk.log.leave();
      expect(desk.last.flat()).to.include(2);
      expect(desk.last).to.have.lengthOf(1);
    });

    it('lets everything wait for an answer, as nobody hears this one', () => {
      const desk = new Desk();
      desk.queue.text = encodeQueue([waitingOf(1)]);
      desk.log.leave();
      expect(desk.last).to.deep.equal([[1]]);
      expect(desk.waiting).to.deep.equal([{ number: 1, tries: 0 }]);
    });

    it('goes on where it was not left', async () => {
      const desk = new Desk();
      desk.queue.text = encodeQueue([waitingOf(1)]);
      desk.log.leave();
      desk.log.back();
      await desk.empty();
      expect(desk.bodies).to.deep.equal([[1]]);
    });
  });
});
