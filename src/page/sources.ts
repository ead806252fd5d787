import type { Config } from '../config/types.js';
import type { Host } from './host.js';

/** How long an address may take to answer with a configuration, in milliseconds. */
const LIMIT = 3000;

/** Marks the JSON script that holds the configuration. */
const INLINE = 'script[type="application/json"][data-fairsay-config]';

/**
 * Finds the configuration of the script tag, first found: a JSON script before it, the address in its `data-config`,
 * its other attributes, nothing.
 *
 * @returns the configuration; a promise of it where it must be fetched; `null` where it cannot be read.
 */
export function findConfig(attributes: DOMStringMap, warn: Host['warn']): unknown {
  const { config, categories, privacyUrl, lang = '', region = '' } = attributes;
  const inline = document.querySelector(INLINE);
  if (inline) {
    try {
      return JSON.parse(inline.textContent);
    } catch (error) {
      warn('config-source', INLINE, error);
      return null;
    }
  }
  if (config) {
    // More private: what says that nothing is there may be JSON too, and an empty object would be a configuration.
    return fetch(config, { signal: AbortSignal.timeout(LIMIT) })
      .then((response) => (response.ok ? response.json() : Promise.reject(Error())))
      .catch((error: unknown) => {
        warn('config-source', config, error);
        return null;
      });
  }
  const short: Config = {
    categories: categories ? `necessary ${categories}`.split(' ').map((id) => ({ id })) : [],
    site: { links: { privacy: privacyUrl as string } },
    lang,
    region,
  };
  return short;
}
