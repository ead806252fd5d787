import type { Rule } from '../readers.js';

/** A day of the calendar, as ISO 8601 writes it. `Date` rolls 30 February over: it must come back as it was. */
export const day: Rule = (text) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text).getTime() : NaN;
  return time === time && new Date(time).toISOString().startsWith(text)
    ? undefined
    : { code: 'DATE', message: 'is not a day of the calendar', fix: 'write it as YYYY-MM-DD, such as 2026-03-01' };
};
