/** What a page writes to reach its newsletter's server. Only has to compile. */
import type { NewsletterElement } from '../../src/define.js';
import {
  NewsletterError,
  type NewsletterAdapter,
  type NewsletterEvent,
  type NewsletterPatch,
  type NewsletterState,
} from '../../src/index.js';

const state: NewsletterState = {
  version: 1,
  status: 'subscribed',
  topics: { news: true },
  frequency: 'weekly',
  channels: {},
  pausedUntil: null,
};

export const adapter: NewsletterAdapter = {
  load: ({ token, signal }) => (signal.aborted ? Promise.reject(new NewsletterError('expired')) : ask(token)),
  save: async (patch, { record, version }) => ({
    ...(await ask(record.id)),
    ...patch,
    version,
    topics: {},
    channels: {},
  }),
};

function ask(about: string | undefined): Promise<NewsletterState> {
  void about;
  return Promise.resolve(state);
}

export function answer(panel: NewsletterElement, event: NewsletterEvent): void {
  panel.adapter = adapter;
  panel.state = state;
  event.respondWith(Promise.resolve(state));
  const chosen: boolean | undefined = event.detail.patch.topics?.['news'];
  void chosen;
  // @ts-expect-error What is asked for is not the page's to change.
  event.detail.patch.frequency = 'monthly';
  // @ts-expect-error The answer is a promise of a state.
  event.respondWith(Promise.resolve({ status: 'subscribed' }));
  // @ts-expect-error A state has all of its keys.
  panel.state = { status: 'subscribed' };
}

// @ts-expect-error There are six problems.
export const unknown = new NewsletterError('broken');
// @ts-expect-error A shopper subscribes or stops; the rest is the server's.
export const suppressed: NewsletterPatch = { status: 'suppressed' };
// @ts-expect-error An adapter saves too.
export const half: NewsletterAdapter = { load: () => ask('') };
