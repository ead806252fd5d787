const DAY = 86_400_000;

/** Writes a day as `YYYY-MM-DD`. Past the year 9999 there is none. */
const write = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The day that it is somewhere, as `YYYY-MM-DD`.
 *
 * @param now - Milliseconds since 1970.
 * @param offset - How many minutes the place is behind UTC, as `Date` tells it.
 */
export function localDate(now: number, offset: number): string {
  return write(now - offset * 60_000);
}

/**
 * The last day of a pause that begins today: so many whole days follow on today. Days are counted in the calendar, where
 * each has 24 hours whatever clocks do in summer.
 */
export function pauseEnd(today: string, days: number): string {
  return write(Date.parse(today) + days * DAY);
}

/** Whether a pause still lasts. */
export function isPaused(pausedUntil: string | null, today: string): boolean {
  return pausedUntil !== null && pausedUntil >= today;
}
