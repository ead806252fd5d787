import type { Messages } from '../messages.js';

/** What a placeholder says. */
export const embed = {
  embedTitle: 'Content from {name}',
  embedText: 'Loading it sends your IP address and this page’s address to {provider}, which may use cookies.',
  embedMinor: 'It stays off while somebody under age is present, or may be.',
  loadOnce: 'Load once',
  alwaysAllow: 'Always allow {name}',
} satisfies Partial<Messages>;
