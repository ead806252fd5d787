/**
 * Whether a declared host stands for the host of an address: the same, or, with `*.` at the start, one or more labels more.
 *
 * @param host - As a browser writes it: in lower case, without a port. A full stop at its end changes nothing.
 */
export function matchesHost(pattern: string, host: string): boolean {
  // More private: a declaration in capitals is for the checker to mend, and holds meanwhile.
  const declared = pattern.toLowerCase();
  const asked = host.replace(/\.$/, '');
  return declared.startsWith('*.')
    ? asked.length >= declared.length && asked.endsWith(declared.slice(1))
    : asked === declared;
}
