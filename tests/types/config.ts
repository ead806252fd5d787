/** A configuration written in TypeScript is checked as it is written. Only has to compile. */
import type { Basis, CategoryConfig, Config, ServiceConfig } from '../../src/index.js';

/** The parts that the demo uses, as a shop would write them. */
export const shop = {
  site: {
    name: 'Shop',
    controller: { name: 'Shop Ltd', country: 'GB' },
    contact: { email: 'privacy@shop.example', post: ['1 High Street', 'London'] },
    links: { privacy: '/privacy.html' },
  },
  texts: { en: { bannerTitle: 'Your say' } },
  categories: [
    { id: 'necessary', basis: 'necessary', label: { en: 'Necessary', ar: 'ضرورية' } },
    { id: 'marketing', basis: { 'US-CA': 'opt-out', '*': 'opt-in' } },
  ],
  services: [
    {
      id: 'video',
      category: 'marketing',
      name: { en: 'Product films' },
      hosts: ['*.video.example'],
      storage: [{ kind: 'cookie', name: 'watched_*', purpose: 'Remembers what was seen.', days: 30 }],
    },
  ],
  record: { days: 182 },
  signals: { google: { types: { ad_storage: 'marketing' } } },
} satisfies Config;

export const empty: Config = {};
export const quiet: Config = { signals: { google: false } };

// @ts-expect-error A misspelt key is found.
export const misspelt: Config = { categorys: [] };
// @ts-expect-error A key is left out, and not undefined.
export const absent: Config = { lang: undefined };
// @ts-expect-error There are four bases.
export const basis: Basis = 'consent';
// @ts-expect-error A category has an id.
export const nameless: CategoryConfig = { label: 'Video' };
// @ts-expect-error A service has a category.
export const homeless: ServiceConfig = { id: 'video', name: 'Video' };
// @ts-expect-error Google's signal is on by default, and needs no true.
export const loud: Config = { signals: { google: true } };
// @ts-expect-error These are Google's names, not the camel case of others.
export const types: Config = { signals: { google: { types: { adStorage: 'marketing' } } } };
// @ts-expect-error A kind of storage is one of six.
export const storage: ServiceConfig = { id: 'a', category: 'b', name: 'A', storage: [{ kind: 'cookies', name: 'c' }] };
