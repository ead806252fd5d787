/** How often one client may ask. In memory and bounded: a server of several processes puts it in front of them. */

/**
 * @typedef {object} Rate
 * @property {number} times How often,
 * @property {number} seconds in how long.
 */

/**
 * Counts requests by key, and says how long whoever has had its share must wait.
 *
 * @param {Rate} rate
 * @param {() => Date} clock
 * @param {number} [room] How many keys are remembered at once. Beyond that the oldest is forgotten.
 * @returns {(key: string) => number} Seconds to wait; 0 where it may go on.
 */
export function limitRate({ times, seconds }, clock, room = 10_000) {
  /** Oldest first, as a key is put in anew when its time starts anew. @type {Map<string, { used: number, until: number }>} */
  const shares = new Map();
  return (key) => {
    const now = clock().getTime();
    let share = shares.get(key);
    if (!share || share.until <= now) {
      shares.delete(key);
      share = { used: 0, until: now + seconds * 1000 };
      shares.set(key, share);
      const [oldest] = shares.keys();
      if (oldest !== undefined && shares.size > room) {
        shares.delete(oldest);
      }
    }
    share.used += 1;
    return share.used > times ? Math.ceil((share.until - now) / 1000) : 0;
  };
}
