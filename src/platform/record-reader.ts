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
  return `${attempt(() => document.cookie)}; ${NAME}=${attempt(() => localStorage.getItem(NAME))}`
    .split('; ')
    .filter((pair) => pair.startsWith(`${NAME}=`))
    .map((pair) => pair.slice(NAME.length + 1));
}

/** Deletes the record without more ado, where what does it properly is out of reach. */
export function dropRecord(domain: string): void {
  attempt(() => {
    document.cookie = `${NAME}=; Max-Age=0; Path=/${domain && `; Domain=${domain}`}`;
    localStorage.removeItem(NAME);
  });
}
