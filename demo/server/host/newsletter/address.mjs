/** E-mail addresses: which are ones, when two are the same, and how much of one is shown. */
import { domainToASCII, domainToUnicode } from 'node:url';

/** Words with dots between them. Letters of any alphabet may stand in them; quotes and comments may not. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
const LABEL = /^(?!-)[a-z\d-]{1,63}(?<!-)$/;

/** The lengths of RFC 5321, in bytes. */
const LONGEST = { local: 64, whole: 254 };

/**
 * Reads what somebody typed. Names of other alphabets before and after the @ are fine, with the domain in either spelling.
 *
 * @param {string} typed
 * @returns {{ address: string, key: string } | undefined} The address to write to, and what is equal for two spellings of
 *   it; nothing where it is no address.
 */
export function readAddress(typed) {
  const text = typed.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = text.slice(at + 1);
  const ascii = DOMAIN.test(domain) ? domainToASCII(domain) : '';
  const address = `${local}@${ascii}`;
  const fits = Buffer.byteLength(local) <= LONGEST.local && Buffer.byteLength(address) <= LONGEST.whole;
  return fits && LOCAL.test(local) && isDomain(ascii) ? { address, key: address.toLowerCase() } : undefined;
}

/** @param {string} ascii Whether it is a name, and no number such as 127.0.0.1. */
function isDomain(ascii) {
  const labels = ascii.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}

/** @param {string} address What may stand on a screen: enough to know one's own, too little to learn another's. */
export function maskAddress(address) {
  const at = address.lastIndexOf('@');
  const [first = ''] = address;
  return `${first}…@${domainToUnicode(address.slice(at + 1))}`;
}
