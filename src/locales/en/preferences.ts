import type { Messages } from '../messages.js';

/** What the preferences say. */
export const preferences = {
  preferencesTitle: 'Privacy choices',
  preferencesText: 'Each purpose is yours to allow or refuse. Nothing changes until you save.',
  minorNote: 'Everything optional is off here while somebody under age is present, or may be.',
  save: 'Save choices',
  closePreferences: 'Close without saving',
  exemptNote: 'The law allows this without asking. You can switch it off.',
  services: 'Services ({count})',
  noServices: 'No services are listed here.',
  recordTitle: 'Your record',
  recordTime: 'Answered on',
  recordAllowed: 'Allowed',
  recordRefused: 'Refused',
  recordSource: 'Answered with',
  sourceButton: 'a button',
  sourceScript: 'a program',
  sourceApi: 'a control of this page',
  sourceEmbed: 'a placeholder',
  recordLang: 'Language',
  recordShown: 'Fingerprint of the text shown',
  recordNumber: 'Number',
  downloadRecord: 'Download',
} satisfies Partial<Messages>;
