/** The name of the record's cookie, and of its fallback in `localStorage`. */
export const NAME = 'fairsay';

/** Runs what may throw: in a sandboxed frame even the getters of storage do. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Every value under our name, raw: a cookie of one name can stand on several paths and domains at once. */
export function readRecords(): string[] {
  const all = `; ${attempt(() => document.cookie)}; fairsay=${attempt(() => localStorage.getItem(NAME))}`;
  return all
    .split('; fairsay=')
    .slice(1)
    .map((rest) => rest.split('; ')[0] as string);
}

/**
 * Deletes the record without more ado, where what does it properly is out of reach: on this host's domain, on all above it,
 * and, by an empty one, on the host alone (RFC 6265, section 5.2.3).
 */
export function dropRecord(): void {
  attempt(() => {
    `${location.hostname}.`.split('.').forEach((_, index, labels) => {
      document.cookie = `${NAME}=; Max-Age=0; Path=/; Domain=${labels.slice(index, -1).join('.')}`;
    });
    localStorage.removeItem(NAME);
  });
}
