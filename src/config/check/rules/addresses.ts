import type { Finding } from '../problem.js';
import type { Rule } from '../readers.js';

const SCHEMES: readonly string[] = ['https', 'http', 'mailto', 'tel'];
const LABEL = /^(?!-)[a-z\d_-]{1,63}(?<!-)$/;
const ADDRESS_OF_FOUR = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * A link: `https:`, `http:`, `mailto:`, `tel:` or relative. Browsers drop control characters and outer spaces before they
 * read the scheme, so `java\nscript:` runs: whatever holds one is refused, and not cleaned.
 */
export const link: Rule = (text) => {
  const wrong = (message: string, fix: string): Finding => ({ code: 'ADDRESS', message, fix });
  if (!text.trim()) {
    return wrong('is empty', 'write the address, or leave the key out');
  }
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(text)) {
    return wrong('holds a space, a backslash or a control character', 'write %20 for a space and leave the others out');
  }
  const scheme = /^[^/?#]*?:/.exec(text.slice(0, 200))?.[0].slice(0, -1).toLowerCase();
  if (scheme === undefined) {
    return /^www\./i.test(text) ? wrong('is read as a page of this site', 'write https:// before it') : undefined;
  }
  if (!SCHEMES.includes(scheme)) {
    return wrong('has a scheme that is not allowed', 'use https:, http:, mailto:, tel: or a relative address');
  }
  const rest = text.slice(scheme.length + 1);
  return (scheme.startsWith('http') ? /^\/\/[^/?#]/.test(rest) : rest)
    ? undefined
    : wrong('has nothing after its scheme', 'write the whole address');
};

/** Where something is sent: this site, or another by `https:`. */
export const endpoint: Rule = (text) =>
  link(text) ??
  (/^(?!https:)(\/\/|[^/?#]*:)/i.test(text)
    ? {
        code: 'ADDRESS',
        message: 'is neither on this site nor with https:',
        fix: 'write a path such as /choices, or an address with https:',
      }
    : undefined);

/** How the path of an address begins, as browsers show it. */
export const path: Rule = (text) =>
  /^\/[^\s?#\\]*$/.test(text)
    ? undefined
    : {
        code: 'ADDRESS',
        message: 'is not the start of a path',
        fix: 'write it as the address bar shows it, with / first and without ? and #, such as /knives/',
      };

/** A host that a service talks to: lower case, alone, with `*.` at the start for one or more labels. */
export const host: Rule = (text) => {
  const wrong = (message: string, fix: string): Finding => ({ code: 'HOST', message, fix });
  const name = text.startsWith('*.') ? text.slice(2) : text;
  if (/[:/?#@\s]/.test(name)) {
    return wrong('is more than a host', 'write the host alone, without scheme, port and path');
  }
  if (name.includes('*')) {
    return wrong('has * where it has no meaning', 'write *. at the start alone');
  }
  if (name !== name.toLowerCase()) {
    return wrong('is not in lower case', `write it in lower case`);
  }
  return isHost(name)
    ? undefined
    : wrong('is not a host', 'write a host such as www.example.com, or xn-- for other letters');
};

/** The parent domain that shares the answer. Browsers drop a cookie for a single label or for a number address. */
export const domain: Rule = (text) => {
  const wrong = (message: string, fix: string): Finding => ({ code: 'DOMAIN', message, fix });
  if (/[:/?#@\s*]/.test(text) || text !== text.toLowerCase()) {
    return wrong('is not a plain domain', 'write it in lower case, without scheme, port, path and *');
  }
  if (text.startsWith('.')) {
    return wrong('starts with a dot', 'leave the dot out: subdomains are included as it is');
  }
  return isHost(text) && text.includes('.') && !ADDRESS_OF_FOUR.test(text)
    ? undefined
    : wrong(
        'cannot hold a cookie for subdomains',
        'write a domain such as example.com, or leave it out for this host alone',
      );
};

/** An e-mail address, in so far as its form can be told. */
export const email: Rule = (text) =>
  /^[^\s@]+@[^\s@]+$/.test(text)
    ? undefined
    : { code: 'EMAIL', message: 'is not an e-mail address', fix: 'write one such as privacy@example.com' };

function isHost(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => LABEL.test(label));
}
