/** Tells the shop's developers what is wrong and how to mend it. Never throws, whatever the page made of its console. */
export function warn(code: string, path: string, what: string, ...more: unknown[]): void {
  try {
    console.warn(`[fairsay] ${code} ${path}: ${what}`, ...more);
  } catch {
    // A page without a working console is still a page.
  }
}
