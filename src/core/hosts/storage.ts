import type { StorageConfig } from '../../config/types.js';
import type { HostFacts } from './judge.js';
import { matcher } from './matcher.js';

type Kind = StorageConfig['kind'];

/**
 * Whether a script must not write under a name now: a service that is not allowed declares it, and no necessary one does.
 * What nobody declares is the shop's own.
 */
export function refusesName(kind: Kind, name: string, { settings, state }: HostFacts): boolean {
  const declaring = settings.services.filter(({ storage = [] }) =>
    storage.some((each) => each.kind === kind && matcher(each.name)(name)),
  );
  return (
    declaring.some(({ id }) => !state.services[id]?.allowed) &&
    !declaring.some(({ category }) => state.categories[category]?.basis === 'necessary')
  );
}

/** Whether a service that declares names is not allowed now. If none is, a page is left as it is. */
export function refusesAny({ settings, state }: HostFacts): boolean {
  return settings.services.some(({ id, storage = [] }) => storage.length && !state.services[id]?.allowed);
}

/** The name in the text that a script writes a cookie with. */
export const cookieName = (text: string): string => (/^[^=;]*(?==)/.exec(text)?.[0] ?? '').trim();

/**
 * Whether such a text takes a cookie away, which is never refused. Of an attribute that stands there several times the last
 * one counts, and `Max-Age` comes before `Expires`, as in a browser.
 *
 * @param now - In milliseconds.
 */
export function isRemoval(text: string, now: number): boolean {
  const last = (attribute: string): string | undefined =>
    new RegExp(`.*;\\s*${attribute}\\s*=\\s*([^;]*)`, 'is').exec(text)?.[1];
  const seconds = last('max-age');
  return seconds && /^-?\d+\s*$/.test(seconds) ? Number(seconds) <= 0 : Date.parse(last('expires') ?? '') <= now;
}
