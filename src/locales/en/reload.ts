import type { ReloadMessages } from '../messages/reload.js';

/** What the offer to load the page again says. */
export const reload: ReloadMessages = {
  reloadTitle: 'Your choice is in force',
  reloadText: 'Code that was loaded on this page with your permission may still run. Reload the page to end it.',
  reloadNow: 'Reload the page',
  reloadClose: 'Close',
};
