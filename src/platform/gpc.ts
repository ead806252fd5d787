import { attempt } from './record-reader.js';

/** Reads Global Privacy Control. Only `true` is the signal; anything else, and any error, is none (W3C GPC, section 3). */
export function readGpc(): boolean {
  return attempt(() => (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl) === true;
}
