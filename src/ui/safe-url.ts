/**
 * Lets an address of the configuration through if it is `https:`, `http:`, `mailto:`, `tel:` or relative.
 * The browser's own parser decides, as it also skips the blanks that hide a `javascript:`.
 */
export function safeUrl(url: string | undefined): string | undefined {
  try {
    return url && /^(https?|mailto|tel):/.test(new URL(url, location.href).href) ? url : undefined;
  } catch {
    return undefined;
  }
}
