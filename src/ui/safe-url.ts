/**
 * Lets an address of the configuration through if it is `https:`, `http:`, `mailto:`, `tel:` or relative.
 * The browser's own parser decides, as it also skips the blanks that hide a `javascript:`.
 */
export function safeUrl(href = ''): string | undefined {
  const { protocol } = Object.assign(document.createElement('a'), { href });
  return href && /^(https?|mailto|tel):$/.test(protocol) ? href : undefined;
}
