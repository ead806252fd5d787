import { randomId } from '../random-id.js';
import { attempt } from '../record-reader.js';

/** A cookie that says whether a domain keeps one. It is deleted at once. */
const PROBE = 'fairsay-probe';

/**
 * Finds the widest domain that keeps a cookie of a host, by trying: which endings are public, such as `co.uk`, is for the
 * browser to know, and counting labels gets it wrong.
 *
 * @param keeps - Whether a cookie for a domain is there after it was set.
 * @returns an empty string where no domain does, as for `localhost` and an address of numbers.
 */
export function findRegistrableDomain(hostname: string, keeps: (domain: string) => boolean): string {
  const labels = hostname.split('.');
  // An address of numbers has no parent, whatever a browser may say of its last three numbers.
  if (/^\d*$/.test(labels.at(-1) ?? '')) {
    return '';
  }
  // From two labels on: nothing can be shared with a whole top-level domain.
  const candidates = labels.map((_, index) => labels.slice(index).join('.')).slice(0, -1);
  return candidates.reverse().find(keeps) ?? '';
}

/** What was found on this page, as it does not change. */
let found: string | undefined;

/** Finds the widest domain that keeps a cookie of this page, or an empty string. */
export function registrableDomain(): string {
  found ??= findRegistrableDomain(location.hostname, keepsCookie);
  return found;
}

function keepsCookie(domain: string): boolean {
  // Drawn by lot: another page of the domain may be trying at the same moment.
  const trial = `${PROBE}=${randomId()}`;
  const write = (rest: string): string => (document.cookie = `${trial}; Path=/; Domain=${domain}; SameSite=Lax${rest}`);
  return (
    attempt(() => {
      write('');
      const kept = document.cookie.includes(trial);
      write('; Max-Age=0');
      return kept;
    }) ?? false
  );
}
