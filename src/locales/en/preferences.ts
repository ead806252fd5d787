import type { Messages } from '../messages.js';

/** What the preferences say. */
export const preferences = {
  preferencesTitle: 'Privacy choices',
  preferencesText: 'Each purpose is yours to allow or refuse. Nothing changes until you save.',
  save: 'Save choices',
  closePreferences: 'Close without saving',
  exemptNote: 'The law allows this without asking. You can switch it off.',
  services: 'Services ({count})',
  noServices: 'No services are listed here.',
} satisfies Partial<Messages>;
