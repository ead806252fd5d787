import type { Basis, ServiceConfig } from '../config/types.js';

/**
 * Takes the print of a meaning: a hash of the basis and of the services' ids, hosts and storage names, sorted, never of
 * texts. Another print means that a shopper agreed to something else, so the question is open again; another wording
 * does not.
 *
 * @param category - Whose services count.
 */
export function printOf(basis: Basis, services: readonly ServiceConfig[], category: string): string {
  const own = services.filter((service) => service.category === category);
  const parts = own.map(({ id, hosts = [], storage = [] }) =>
    [id, [...hosts].sort(), storage.map(({ kind, name }) => `${kind} ${name}`).sort()].join('\n'),
  );
  return hash([basis, ...parts.sort()].join('\n\n'));
}

/** FNV-1a over UTF-16 units, 32 bits, in base 36: small, and the same on every machine. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return (sum >>> 0).toString(36);
}
