/** Beginnings that a browser lets through only with what they promise; with `Http` no script may write them at all. */
const PREFIX = /^__(Host-Http|Host|Http|Secure)-/i;

/**
 * Whether a cookie of a name is there that scripts can neither see nor delete: a browser refuses one of the same name
 * and domain. The trial is deleted in the same breath, so that nothing else on the page meets it.
 *
 * @param name - A whole name, without `*`, that this page does not see.
 */
export function isOutOfReach(name: string): boolean {
  const [prefix = ''] = PREFIX.exec(name) ?? [];
  const labels = location.hostname.split('.');
  const parents = labels.slice(0, -1).map((_, index) => `; Domain=${labels.slice(index).join('.')}`);
  const secure = prefix && '; Secure';
  return ['', ...parents].some(
    (domain) => !leavesTrace(name, domain + secure) && leavesTrace(`${prefix}fairsay-probe`, domain + secure),
  );
}

function leavesTrace(name: string, scope: string): boolean {
  document.cookie = `${name}=0; Path=/${scope}`;
  const kept = document.cookie.split('; ').includes(`${name}=0`);
  document.cookie = `${name}=; Path=/; Max-Age=0${scope}`;
  return kept;
}
