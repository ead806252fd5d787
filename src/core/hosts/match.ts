/**
 * Whether a declared host stands for a host of an address: the same, or, with `*.` at the start, one or more labels more.
 * The port plays no part. A full stop at the end of a host, which browsers take, changes nothing.
 */
export function matchesHost(pattern: string, host: string): boolean {
  // More private: a declaration in capitals is the checker's to mend, and holds meanwhile.
  const declared = pattern.toLowerCase();
  const asked = host.replace(/\.$/, '').toLowerCase();
  return declared.startsWith('*.')
    ? asked.length >= declared.length && asked.endsWith(declared.slice(1))
    : asked === declared;
}

/** Whether a declared name of something stored, in which `*` stands for any run of characters, is this name. */
export function matchesName(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) {
    return pattern === name;
  }
  let from = first.length;
  const fits = rest.every((part) => {
    const at = name.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
  return fits && name.startsWith(first) && name.endsWith(last) && name.length >= from + last.length;
}
