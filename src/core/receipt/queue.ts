import type { NoticeConfig } from '../../config/notice.js';
import type { Envelope } from './envelope.js';
import { readEnvelope } from './read-envelope.js';
import { seal } from './seal.js';

/** One record that the shop has not taken yet. */
export interface Waiting {
  readonly record: Envelope;
  /** How often it was sent in vain. */
  readonly tries: number;
  /** When to try again, in milliseconds since 1970. `0` is at once. */
  readonly next: number;
  /** Whether it was only written down, and nobody has looked at it since. Not stored. */
  readonly isNew?: boolean;
}

/** What became of sending: taken, refused for good, or to be tried again after some milliseconds at the earliest. */
export type Outcome = 'taken' | 'refused' | number;

export const MAX_WAITING = 50;
export const MAX_TRIES = 10;
/** How long all lines together may be, in characters. It keeps a body below the 64 KiB that outlive a page. */
export const MAX_LENGTH = 65_536;

const DAY = 86_400_000;
const MAX_AGE = 30 * DAY;
const SHORTEST = 100;
const LONGEST = 5 * 60_000;

/** The longest body, in characters, of which each takes three bytes at most. */
const MAX_BODY = 20_000;

/**
 * Reads what is stored: a line for each record, as `actions` and the log write them. Takes any text at all: what is no
 * record, is too old or too much is left out, the oldest first.
 *
 * @param notice - What the shop declares of its notice: what was only written down says which version was in force.
 */
export function decodeQueue(stored: string, now: number, notice?: NoticeConfig): Waiting[] {
  const found = new Map<string, Waiting>();
  for (const line of stored.split('\n')) {
    const waiting = readLine(line, notice);
    if (waiting && Math.abs(now - Date.parse(waiting.record.time)) <= MAX_AGE) {
      found.set(waiting.record.id, waiting);
    }
  }
  return newest([...found.values()]);
}

/** Writes what {@link decodeQueue} reads. Each line has its end, so that another can be added behind. */
export function encodeQueue(queue: readonly Waiting[]): string {
  return queue.map(({ record, tries, next }) => `${JSON.stringify({ record, tries, next })}\n`).join('');
}

/** What to send now: as much as one body holds. A time that is days away was set by a clock that was wrong. */
export function dueIn(queue: readonly Waiting[], now: number): Envelope[] {
  const due = queue.filter(({ next }) => next <= now || next > now + DAY).map(({ record }) => record);
  let length = 0;
  return due.filter((record, place) => (length += JSON.stringify(record).length) <= MAX_BODY || !place);
}

/** When to look again, in milliseconds since 1970; nothing where nothing waits. */
export function nextIn(queue: readonly Waiting[]): number | undefined {
  return queue.length ? Math.min(...queue.map(({ next }) => next)) : undefined;
}

/** What an answer means. Without one the network failed. */
export function outcomeOf(answer: { status: number; retryAfter: string | null } | undefined, now: number): Outcome {
  const { status = 0, retryAfter = null } = answer ?? {};
  if (status >= 200 && status < 300) {
    return 'taken';
  }
  return status === 0 || status === 408 || status === 429 || status >= 500 ? waitOf(retryAfter, now) : 'refused';
}

/** `Retry-After` in milliseconds: seconds, or a date. A day is the longest. */
function waitOf(retryAfter: string | null, now: number): number {
  const wait = /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : Date.parse(retryAfter ?? '') - now;
  return Math.min(Math.max(wait || 0, 0), DAY);
}

/**
 * Enters what became of sending. The pause doubles from one second to five minutes, and its length is drawn by lot below
 * that, so that a server that comes back is not met by everyone at once.
 *
 * @param lot - A number from 0 to below 1 for each call.
 * @returns what waits from now on, and what will never arrive.
 */
export function settle(
  queue: readonly Waiting[],
  sent: readonly Envelope[],
  outcome: Outcome,
  { now, lot }: { readonly now: number; readonly lot: () => number },
): { readonly queue: Waiting[]; readonly lost: Envelope[] } {
  const ids = new Set(sent.map(({ id }) => id));
  const lost: Envelope[] = [];
  const left = queue.flatMap((waiting) => {
    const { record, tries } = waiting;
    if (!ids.has(record.id)) {
      return [waiting];
    }
    if (typeof outcome === 'number' && tries + 1 < MAX_TRIES) {
      const pause = lot() * Math.min(LONGEST, 1000 * 2 ** tries);
      return [{ record, tries: tries + 1, next: Math.ceil(now + Math.max(outcome, pause, SHORTEST)) }];
    }
    lost.push(...(outcome === 'taken' ? [] : [record]));
    return [];
  });
  return { queue: left, lost };
}

function readLine(line: string, notice?: NoticeConfig): Waiting | undefined {
  try {
    const { draft, record, tries, next } = Object(JSON.parse(line)) as Partial<Waiting> & { readonly draft?: unknown };
    const read = draft === undefined ? readEnvelope(record) : seal(draft, notice);
    return read && { record: read, tries: whole(tries), next: whole(next), isNew: draft !== undefined };
  } catch {
    return undefined;
  }
}

const whole = (value: unknown): number =>
  Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0;

/** The last ones, as many as may be kept. */
function newest(queue: Waiting[]): Waiting[] {
  let length = 0;
  const kept = queue
    .reverse()
    .slice(0, MAX_WAITING)
    .filter((waiting) => (length += JSON.stringify(waiting).length + 1) <= MAX_LENGTH);
  return kept.reverse();
}
