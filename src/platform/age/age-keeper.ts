import type { KeptAges } from '../../core/age/age-desk.js';
import { attempt } from '../record-reader.js';
import { AGE_NAME as NAME, attributes, clearAges, cookies } from '../record-writer.js';

/** Everything stored about the age, raw: in cookies, on however many paths and domains, and in the storage of the tab. */
export function readAges(): string[] {
  const pairs = (attempt(() => document.cookie) ?? '').split('; ').filter((pair) => pair.startsWith(`${NAME}=`));
  const session = attempt(() => sessionStorage.getItem(NAME)) ?? '';
  return [...pairs.map((pair) => pair.slice(NAME.length + 1)), session].filter(Boolean);
}

/**
 * Keeps answers in place of all others. Where a cookie does not stick the storage of the tab stands in.
 *
 * @param domain - The parent domain to share them with, or an empty string for this host alone.
 */
export function keepAges({ cookie, session, days }: KeptAges, domain: string): void {
  // What stands already keeps its end.
  const stands = readAges().includes(cookie);
  if (!stands) {
    clearAges();
  }
  const sticks =
    stands ||
    attributes({ domain }).some((place) => {
      attempt(() => cookies.set(NAME, cookie, { ...place, ...(days && { expires: days }) }));
      return readAges().includes(cookie);
    });
  const inTab = session || (sticks ? '' : cookie);
  attempt(() => {
    if (inTab) {
      sessionStorage.setItem(NAME, inTab);
    } else {
      sessionStorage.removeItem(NAME);
    }
  });
}
