import { EMPTY } from './resolve.js';
import type { Config } from './types.js';

const kindOf = (value: unknown): string => ({}).toString.call(value);

/**
 * Says whether a value can be used as a configuration: pass or fail, for every page view, on what decides about privacy.
 * What is wrong, where, and how to mend it is the full checker's to say.
 */
export function isConfig(value: unknown): value is Config {
  try {
    const config = value as Config;
    const ids = [...(config.categories ?? []), ...(config.services ?? [])].map(({ id }) => id);
    return (
      // More private: a key that is not known may be one that holds things back, written wrong.
      Object.entries(config).every(([key, item]) => kindOf(item) === kindOf(EMPTY[key as keyof Config])) &&
      ids.every((id) => /^[a-z\d][\w-]{0,63}$/i.test(id))
    );
  } catch {
    // More private: a value that cannot be read, such as one with a throwing getter, is no configuration.
    return false;
  }
}
