import type { Messages } from '../messages.js';

/** What a placeholder says. */
export const embed = {
  embedTitle: 'Content from {name}',
  embedText: 'Loading it sends your IP address and this page’s address to {provider}, which may use cookies.',
  loadOnce: 'Load once',
  alwaysAllow: 'Always allow {name}',
} satisfies Partial<Messages>;
