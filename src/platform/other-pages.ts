import { attempt, NAME, readRecords } from './record-reader.js';

/**
 * Listens to the other pages of the site, in tabs, frames and the history: they say what they decided, and where they
 * cannot, this page looks at what is stored whenever that may be another.
 *
 * @param hear - Called with what was said: the raw record of a decision, after a `-` when that was deleted. With
 *   `undefined` where something else is stored than at the start.
 * @returns what this page can speak through, where the browser has it.
 */
export function hearOtherPages(hear: (word: unknown) => void): BroadcastChannel | undefined {
  const before = readRecords().join();
  const look = ({ data }: Event & { data?: unknown }): void => {
    if (data !== undefined || before !== readRecords().join()) {
      hear(data);
    }
  };
  for (const type of ['storage', 'pageshow', 'visibilitychange']) {
    addEventListener(type, look);
  }
  return attempt(() => {
    // The only word from another subdomain.
    (globalThis as { cookieStore?: EventTarget }).cookieStore?.addEventListener('change', look);
    const channel = new BroadcastChannel(NAME);
    channel.onmessage = look;
    return channel;
  });
}
