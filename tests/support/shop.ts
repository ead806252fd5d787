/** A shop's declarations, as the elements' tests use them. */
import type { NewsletterConfig } from '../../src/config/newsletter.js';
import type { Settings } from '../../src/config/settings.js';
import type { ServiceConfig } from '../../src/config/types.js';

export const SERVICES: readonly ServiceConfig[] = [
  {
    id: 'counter',
    category: 'analytics',
    name: 'Counter',
    provider: 'Counter Ltd',
    purpose: { en: 'Counts visits.', de: 'Zählt Besuche.' },
    privacyUrl: 'https://counter.example/privacy',
    hosts: ['counter.example', '*.counter.example'],
    storage: [
      { kind: 'cookie', name: '_count', purpose: 'Tells visitors apart.', days: 730 },
      { kind: 'session', name: 'queue', purpose: 'Waits to be sent.' },
      { kind: 'local', name: 'counter_id' },
    ],
  },
  { id: 'pixel', category: 'marketing', name: 'Pixel', provider: 'Adnet GmbH' },
  {
    id: 'video',
    category: 'marketing',
    name: 'Film House',
    provider: 'Film House Inc.',
    purpose: 'Plays films.',
    privacyUrl: 'https://video.example/privacy',
    hosts: ['video.example'],
  },
  { id: 'cart', category: 'necessary', name: 'Cart', storage: [{ kind: 'cookie', name: 'cart' }] },
];

export const SHOP: Partial<Settings> = {
  site: { name: 'BagsOK', links: { privacy: '/privacy' } },
  services: SERVICES,
};

/** A newsletter with every kind of choice. */
export const NEWSLETTER: NewsletterConfig = {
  topics: [
    { id: 'news', label: { en: 'News', de: 'Neues' }, purpose: { en: 'New bags.', de: 'Neue Taschen.' } },
    { id: 'sale', label: 'Sale' },
  ],
  frequencies: [
    { id: 'weekly', label: 'Once a week' },
    { id: 'monthly', label: 'Once a month' },
  ],
  channels: [
    { id: 'email', label: 'E-mail', consentText: 'BagsOK may write to me by e-mail.' },
    { id: 'sms', label: 'Text message', consentText: 'BagsOK may send me text messages.' },
  ],
  pauses: [14, 30],
};
