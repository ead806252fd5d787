import type { Messages } from '../messages.js';

/** What is said once a choice is stored. */
export const saved = { saved: 'Your choices are saved.' } satisfies Partial<Messages>;
