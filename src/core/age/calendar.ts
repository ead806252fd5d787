/** A day as a calendar on the wall shows it, wherever that hangs. */
export interface Day {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** What was typed of a birth date. Month and day are asked for only if the year does not settle it. */
export interface Birth {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

/** What a birth date comes to: an outcome, that month and day are needed too, or what is wrong with it. */
export type BirthVerdict = 'old-enough' | 'too-young' | 'unsettled' | 'bad-year' | 'bad-month' | 'bad-day' | 'future';

/** More years than anybody has lived. */
const MAX_AGE = 130;

/** The shopper's own day: the law counts years in the calendar where somebody is, whatever the hour is elsewhere. */
export function localDay(date: Date): Day {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/**
 * Judges whether somebody born on a day has reached an age by today, from no more than is needed. Nothing is rounded, and no
 * date rolls over into another: 30 February is none. Who was born on 29 February is a year older on 1 March where a year has no
 * such day.
 *
 * @param minimum - The age to reach, in whole years.
 */
export function judgeBirth(birth: Birth, minimum: number, today: Day): BirthVerdict {
  const year = numberOf(birth.year, 4, 4);
  const age = today.year - year;
  if (age < 0) {
    return 'future';
  }
  if (!(age <= MAX_AGE)) {
    return 'bad-year';
  }
  if (age !== minimum) {
    return age > minimum ? 'old-enough' : 'too-young';
  }
  return birth.month === undefined ? 'unsettled' : judgeBirthday(birth, year, today);
}

/** Judges whether this year's birthday has come, for somebody who reaches the age with it. */
function judgeBirthday(birth: Birth, year: number, today: Day): BirthVerdict {
  const month = numberOf(birth.month, 1, 2);
  const day = numberOf(birth.day, 1, 2);
  if (!(month >= 1 && month <= 12)) {
    return 'bad-month';
  }
  if (!(day >= 1 && day <= daysIn(year, month))) {
    return 'bad-day';
  }
  const come = month === today.month ? day <= today.day : month < today.month;
  return come ? 'old-enough' : 'too-young';
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) {
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Reads a number of so many digits, in European, Arabic or Persian ones. Anything else is none. */
function numberOf(text = '', least: number, most: number): number {
  // The digits of each of these scripts begin at a multiple of 16.
  const digits = text.trim().replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16));
  return /^\d+$/.test(digits) && digits.length >= least && digits.length <= most ? Number(digits) : NaN;
}
