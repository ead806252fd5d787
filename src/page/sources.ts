import type { CategoryConfig, Config } from '../config/types.js';
import { warn } from '../platform/warn.js';

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
export function findConfig(tag: HTMLElement | null): Config | null | Promise<Config | null> {
  const inline = document.querySelector(INLINE);
  const { config } = tag?.dataset ?? {};
  if (inline) {
    return parse(inline.textContent ?? '');
  }
  return config === undefined ? fromAttributes(tag?.dataset ?? {}) : fetchConfig(config);
}

function parse(text: string): Config | null {
  try {
    return JSON.parse(text) as Config;
  } catch (error) {
    warn('CONFIG', INLINE, 'is not valid JSON; mend it where the error says', error);
    return null;
  }
}

async function fetchConfig(address: string): Promise<Config | null> {
  const ends = new AbortController();
  const timer = setTimeout(() => {
    ends.abort();
  }, LIMIT);
  try {
    const response = await fetch(address, { signal: ends.signal });
    if (!response.ok) {
      throw new Error(`status ${response.status}`);
    }
    return (await response.json()) as Config;
  } catch (error) {
    warn('CONFIG', `data-config="${address}"`, 'did not answer with JSON in 3 s; check the address', error);
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function fromAttributes({ categories, privacyUrl, lang, region }: DOMStringMap): Config {
  const ids = (categories ?? '').split(/\s+/).filter(Boolean);
  return {
    ...(ids.length && { categories: [{ id: 'necessary', basis: 'necessary' }, ...ids.map(optIn)] }),
    ...(privacyUrl && { site: { links: { privacy: privacyUrl } } }),
    ...(lang && { lang }),
    ...(region && { region }),
  };
}

function optIn(id: string): CategoryConfig {
  return { id };
}
