import type { Messages } from '../messages.js';

/** What the way back says. */
export const link = {
  privacyChoices: 'Privacy choices',
  signalHonoured: 'Global Privacy Control is on, and honoured.',
} satisfies Partial<Messages>;
