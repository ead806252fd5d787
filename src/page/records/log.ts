import type { NoticeConfig } from '../../config/notice.js';
import type { Draft } from '../../core/receipt/draft.js';
import type { Envelope } from '../../core/receipt/envelope.js';
import { addToHistory, readHistory } from '../../core/receipt/history.js';
import {
  decodeQueue,
  dueIn,
  encodeQueue,
  MAX_WAITING,
  nextIn,
  outcomeOf,
  settle,
  type Waiting,
} from '../../core/receipt/queue.js';
import { seal } from '../../core/receipt/seal.js';
import type { alone } from '../../platform/log/alone.js';
import { outlivesPage, type post, type postLast } from '../../platform/log/post.js';
import type { Shelf } from '../../platform/log/shelf.js';
import type { Host } from '../host.js';

/** What a log is given: it looks little up by itself. */
export interface LogOptions {
  /** Where records are sent now; nothing where that is no address that they may be sent to. */
  readonly address: () => URL | undefined;
  /** What the shop declares of its notice now. */
  readonly notice: () => NoticeConfig | undefined;
  /** What waits to be sent, for all tabs of the shop. */
  readonly queue: Shelf;
  /** The shopper's own envelopes. */
  readonly history: Shelf;
  readonly warn: Host['warn'];
  /** Now, in milliseconds since 1970. */
  readonly now: () => number;
  /** A number from 0 to below 1. */
  readonly lot: () => number;
  readonly post: typeof post;
  readonly postLast: typeof postLast;
  readonly alone: typeof alone;
}

/** The longest that a timer is set for, in milliseconds: browsers count no further than 24 days. */
const LONGEST = 86_400_000;

/** Answers that can be about one record of several. */
const ABOUT_ONE: readonly (number | undefined)[] = [400, 413, 422];

const bodyOf = (records: readonly Envelope[]): string => JSON.stringify({ records });

/**
 * Brings records to the log of a shop. What waits stands on a shelf until the shop has taken it, over page views. A record
 * that is sent twice has the same id, so twice does no harm. Nothing that fails here is heard by anyone but the console.
 */
export class Log {
  readonly #options: LogOptions;
  /**
   * What this tab has taken, until it has heard what became of it: a tab that writes at the same moment can write over what
   * this one put on the shelf. What the other has sent meanwhile is then sent twice, rather than not at all.
   */
  readonly #own = new Map<string, Waiting>();
  readonly #onTheirWay = new Set<string>();
  readonly #sentLast = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = Promise.resolve();

  constructor(options: LogOptions) {
    this.#options = options;
  }

  /** Takes a choice as it was written down, and sends it with whatever else is due. */
  add(draft: Draft): void {
    const waiting = this.#load();
    const record = seal(draft, this.#options.notice());
    const known = [...waiting.map((one) => one.record), ...readHistory(this.#options.history.read())];
    if (record && known.every(({ id }) => id !== record.id)) {
      waiting.push({ record, tries: 0, next: 0, isNew: true });
    }
    this.#keep(waiting.filter((one) => one.record.id === record?.id));
    this.#settleIn(waiting);
    this.send();
  }

  /** Sends what is due, and later what becomes due. */
  send(): void {
    clearTimeout(this.#timer);
    this.#settleIn(this.#load());
    this.#sending = this.#sending
      .then(() => this.#options.alone('fairsay-log', () => this.#sendAll()))
      .then(() => {
        this.#waitForNext();
      });
  }

  /** Sends what is due and not on its way, as the page may be left for good. */
  leave(): void {
    const { address, now, postLast } = this.#options;
    const to = address();
    const due = dueIn(this.#load(), now()).filter(
      ({ id }) => !this.#sentLast.has(id) && !(outlivesPage() && this.#onTheirWay.has(id)),
    );
    if (to && due.length && postLast(to, bodyOf(due))) {
      due.forEach(({ id }) => this.#sentLast.add(id));
    }
  }

  /** Goes on where the page was not left. */
  back(): void {
    this.#sentLast.clear();
    this.send();
  }

  #load(): Waiting[] {
    const { queue, now, notice } = this.#options;
    const waiting = decodeQueue(queue.read(), now(), notice());
    const there = new Set(waiting.map(({ record }) => record.id));
    const missing = [...this.#own.values()].filter(({ record }) => !there.has(record.id));
    return [...missing, ...waiting].slice(-MAX_WAITING);
  }

  #keep(waiting: readonly Waiting[]): void {
    for (const { record, tries, next } of waiting) {
      this.#own.set(record.id, { record, tries, next });
    }
    [...this.#own.keys()].slice(0, -MAX_WAITING).forEach((id) => this.#own.delete(id));
  }

  /** What is new is the shopper's own too. Its text has been hashed by now, and does not stay. */
  #settleIn(waiting: readonly Waiting[]): void {
    const { queue, history } = this.#options;
    const found = waiting.filter(({ isNew }) => isNew).map(({ record }) => record);
    if (found.length) {
      history.write(addToHistory(history.read(), found));
      queue.write(encodeQueue(waiting));
    }
  }

  async #sendAll(): Promise<void> {
    const { address, now } = this.#options;
    const to = address();
    for (let records = dueIn(this.#load(), now()); to && records.length; records = dueIn(this.#load(), now())) {
      await this.#sendSome(to, records);
    }
  }

  async #sendSome(to: URL, records: readonly Envelope[]): Promise<void> {
    const { post, queue, now, lot, warn } = this.#options;
    records.forEach(({ id }) => this.#onTheirWay.add(id));
    const answer = await post(to, bodyOf(records));
    this.#onTheirWay.clear();
    if (records.length > 1 && ABOUT_ONE.includes(answer?.status)) {
      for (const record of records) {
        await this.#sendSome(to, [record]);
      }
      return;
    }
    const outcome = outcomeOf(answer, now());
    // Read again: meanwhile the shopper, or another tab, may have put more there.
    const { queue: left, lost } = settle(this.#load(), records, outcome, { now: now(), lot });
    queue.write(encodeQueue(left));
    const own = left.filter(({ record }) => this.#own.has(record.id));
    this.#own.clear();
    this.#keep(own);
    if (lost.length) {
      warn(outcome === 'refused' ? 'log-refused' : 'log-lost', lost, answer?.status ?? 'no answer');
    }
  }

  #waitForNext(): void {
    const { address, now } = this.#options;
    const next = nextIn(this.#load());
    clearTimeout(this.#timer);
    if (next !== undefined && address()) {
      const wait = Math.min(Math.max(next - now(), 0), LONGEST);
      this.#timer = setTimeout(() => {
        this.send();
      }, wait);
    }
  }
}
