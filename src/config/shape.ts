import { EMPTY } from './resolve.js';
import type { Config, ServiceConfig } from './types.js';

const kindOf = (value: unknown): string => ({}).toString.call(value);

/**
 * Says whether a value can be used as a configuration: pass or fail, for every page view, on what decides about privacy.
 * What is wrong, where, and how to mend it is the full checker's to say.
 */
export function isConfig(value: unknown): value is Config {
  try {
    const config = value as Config;
    const declared: Partial<ServiceConfig>[] = [...(config.categories ?? []), ...(config.services ?? [])];
    return (
      // More private: a key that is not known may be one that holds things back, written wrong.
      Object.entries(config).every(([key, item]) => kindOf(item) === kindOf(EMPTY[key as keyof Config])) &&
      // Of all that is declared below, these say what a yes means. What is no text has no length, and what is no list throws.
      declared.every(
        ({ id, hosts = [], storage = [] }) =>
          /^[a-z\d][\w-]{0,63}$/i.test(id as string) &&
          hosts.every(({ length }) => length) &&
          storage.every(({ name }) => name.length),
      )
    );
  } catch {
    // More private: a value that cannot be read, such as one with a throwing getter, is no configuration.
    return false;
  }
}
