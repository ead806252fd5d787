/** A shop's notice, as the element's tests use it. */
import type { Settings } from '../../src/config/settings.js';
import type { Decision } from '../../src/core/state.js';
import { SHOP } from './shop.js';

export const NOTICE_SHOP: Partial<Settings> = {
  ...SHOP,
  site: {
    name: 'BagsOK',
    controller: { name: 'Mbaobao Ltd' },
    contact: { email: 'a@shop.example', post: ['1 High Street', 'London'] },
    links: { imprint: '/imprint' },
  },
  notice: {
    data: [
      {
        id: 'address',
        label: { en: 'Address', de: 'Anschrift' },
        source: 'Your order',
        required: true,
        kept: 'Ten years',
      },
      { id: 'birthday', label: 'Birthday', source: 'You', without: 'No card.' },
    ],
    recipients: [{ name: 'Carriers', purpose: 'Delivery', data: ['address'] }],
    security: ['A locked room.'],
    children: ['From 18 years.'],
    rights: [{ label: 'Copy', text: 'Ask for it.' }],
    versions: [
      { id: '2', date: '2026-03-01', changes: [{ kind: 'added', section: 'storage', text: 'A player.' }] },
      { id: '1', date: '2009-03-01' },
    ],
    reviewed: '2026-04-01',
  },
};

/** Every section that this shop has, in its order. */
export const ANCHORS = [
  'who',
  'what',
  'why',
  'recipients',
  'storage',
  'kept',
  'rights',
  'security',
  'children',
  'changes',
  'contact',
];

/** A decision of a day before the newest version. */
export const EARLY: Decision = {
  seq: 1,
  time: Date.parse('2026-02-01') / 1000,
  id: '0123456789abcdef0123456789abcdef',
  source: 'button',
  gpc: false,
  lang: 'en',
};
