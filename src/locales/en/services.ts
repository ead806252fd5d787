import type { Messages } from '../messages.js';

/** What is said of services and of what they store, in the preferences and in the notice. */
export const services = {
  necessaryLabel: 'Necessary',
  necessaryPurpose: 'Makes the site work and remembers your choices.',
  alwaysOn: 'Always on',
  gpcNote: 'Off, as your browser asks with Global Privacy Control.',
  provider: 'Provider',
  hosts: 'Sends data to',
  providerNotice: 'Privacy notice of {name}',
  storageCaption: 'Cookies and storage of {name}',
  storageName: 'Name',
  storageKind: 'Kind',
  storagePurpose: 'Purpose',
  storageDuration: 'Kept for',
  untilClosed: 'Until you close the browser',
  untilDeleted: 'Until deleted',
  kindCookie: 'Cookie',
  kindLocal: 'Local storage',
  kindSession: 'Session storage',
  kindIndexeddb: 'Database',
  kindCache: 'Cache',
  kindWorker: 'Service worker',
} satisfies Partial<Messages>;
