import { attempt } from '../record-reader.js';

/** No browser keeps a longer path than that (RFC 6265bis, section 5.6), and an address can have thousands of steps. */
const LONGEST = 1024;

const CROSS_SITE = '; Secure; SameSite=None';

/**
 * Removes every cookie of a name that this page can reach. A browser keeps a cookie by name, domain, path and partition,
 * and tells a page only the name: every combination is tried. A dot before the domain means the same as none.
 */
export function removeEverywhere(name: string): void {
  const { hostname, pathname } = location;
  const labels = hostname.split('.');
  const domains = ['', ...labels.map((_, index) => `; Domain=${labels.slice(index).join('.')}`)];
  const steps = pathname.slice(0, LONGEST).split('/');
  const paths = steps.flatMap((_, index) => {
    const path = steps.slice(0, index + 1).join('/');
    return [path || '/', `${path}/`];
  });
  for (const path of new Set(paths)) {
    for (const domain of domains) {
      // A name with `__Secure-` or `__Host-` is let go only by a line that says `Secure`, and in a frame on another site
      // no line is heard that does not say `SameSite=None`.
      for (const kind of ['', CROSS_SITE, `${CROSS_SITE}; Partitioned`]) {
        attempt(() => {
          document.cookie = `${name}=; Max-Age=0; Path=${path}${domain}${kind}`;
        });
      }
    }
  }
}
