/** Answers about an age as they are stored, and shops that ask for one. */
import type { AgeConfig } from '../../../../src/config/age.js';
import type { Settings } from '../../../../src/config/settings.js';
import { encodeAge, type AgeRecord } from '../../../../src/core/age/age-record.js';
import type { AgeAnswer } from '../../../../src/core/age/glance.js';
import { ID, NOW, settingsOf } from '../shop.js';

export const ANSWERS: readonly AgeAnswer[] = ['adult', 'accompanied', 'declined'];

export function ageRecord(answer: AgeAnswer, minimum = 18): AgeRecord {
  return { minimum, answer, time: NOW / 1000 - 60, id: ID, lang: 'en' };
}

/** One stored answer, raw. */
export function stored(answer: AgeAnswer, minimum = 18): string {
  return encodeAge(ageRecord(answer, minimum));
}

/** The cookies of a page with one such answer among others. */
export function cookieOf(answer: AgeAnswer, minimum = 18): string {
  return `cart=1; fairsay-age=${stored(answer, minimum)}; theme=dark`;
}

/** The settings of a shop that asks for an age. */
export function asking(age: AgeConfig = { minimum: 18 }, region = ''): Settings {
  return settingsOf({ age, region });
}
