/** Matches a declared name, in which `*` stands for any run of characters. */
export function matcher(pattern: string): (name: string) => boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${escaped.join('.*')}$`);
  return (name) => name !== '' && expression.test(name);
}
