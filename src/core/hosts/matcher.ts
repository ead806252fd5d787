/**
 * Matches a declared name, in which `*` stands for any run of characters, line breaks too. It takes no longer than the name
 * is long, whatever a name or a pattern may be.
 */
export function matcher(pattern: string): (name: string) => boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) {
    return (name) => name !== '' && name === pattern;
  }
  return (name) => {
    const last = name.length - end.length;
    let at = start.length;
    if (!name || last < at || !name.startsWith(start) || !name.endsWith(end)) {
      return false;
    }
    // The first place that fits leaves the most to those that follow.
    return rest.every((part) => {
      const place = name.indexOf(part, at);
      at = place + part.length;
      return place >= 0 && at <= last;
    });
  };
}
