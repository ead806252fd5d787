import type { GoogleSignalConfig, GoogleType } from '../config/types.js';

/** Tells Google's tags what is allowed. */
export type GoogleSignal = (allows: (what: string) => boolean) => void;

/** What must be allowed for each type, in a shop with the default categories. */
const TYPES: Partial<Record<GoogleType, string>> = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'analytics',
  functionality_storage: 'functional',
  personalization_storage: 'functional',
};

/**
 * Speaks Google Consent Mode v2: tells the defaults at once, before any tag can run, and returns what tells an update.
 *
 * @param page - The page's `window`, which holds the queue. A queue that is there is kept.
 */
export function createGoogleSignal(page: Record<string, unknown>, config: GoogleSignalConfig): GoogleSignal {
  const name = config.dataLayer ?? 'dataLayer';
  const types = Object.entries({ ...TYPES, ...config.types });
  const queue = (Array.isArray(page[name]) ? page[name] : (page[name] = [])) as unknown[];
  // Google takes only an `Arguments` object for a command; an array of the same would be data.
  const tell: (...command: unknown[]) => void = function () {
    queue.push(arguments);
  };
  const values = (allows: (what: string) => boolean): Record<string, string> => ({
    ...Object.fromEntries(types.map(([type, what]) => [type, allows(what) ? 'granted' : 'denied'])),
    security_storage: 'granted',
  });

  tell('consent', 'default', { ...values(() => false), wait_for_update: config.waitForUpdate ?? 500 });
  return (allows) => {
    tell('consent', 'update', values(allows));
  };
}
