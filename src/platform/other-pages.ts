import { attempt, NAME, readRecords } from './record-reader.js';

/** What one page tells the others: the raw record of its decision, or an empty string when that was deleted. */
export type Word = string | undefined;

/**
 * Listens to the other pages of the site, in tabs, frames and the history: they say what they decided, and where they
 * cannot, this page looks at what is stored whenever that may be another.
 *
 * @param hear - Called with what was said; with `undefined` where something else is stored than at the start.
 * @param signal - Ends it.
 * @returns what this page can speak through, where the browser has it.
 */
export function hearOtherPages(hear: (word: Word) => void): BroadcastChannel | undefined {
  const before = readRecords().join();
  const look = ({ data }: Event & { data?: Word }): void => {
    if (data !== undefined || before !== readRecords().join()) {
      hear(data);
    }
  };
  for (const type of ['storage', 'pageshow', 'visibilitychange']) {
    addEventListener(type, look);
  }
  return attempt(() => {
    const channel = new BroadcastChannel(NAME);
    channel.onmessage = look;
    return channel;
  });
}
