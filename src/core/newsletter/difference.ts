/** What a shopper changes, as a difference to what the server holds: never the whole of it, so that nothing is changed unseen. */
import type { NewsletterPatch, NewsletterState } from './state.js';

type Flags = Readonly<Record<string, boolean>>;

/** Puts what was wanted later over what was wanted first. Stopping everything leaves nothing else to want. */
export function mergePatches(first: NewsletterPatch, later: NewsletterPatch): NewsletterPatch {
  return later.status === 'unsubscribed'
    ? later
    : {
        ...first,
        ...later,
        topics: { ...first.topics, ...later.topics },
        channels: { ...first.channels, ...later.channels },
      };
}

/** What a state becomes if the server agrees. */
export function applyPatch(state: NewsletterState, patch: NewsletterPatch): NewsletterState {
  const { topics, channels, frequency, pausedUntil } = patch;
  return {
    ...state,
    topics: { ...state.topics, ...topics },
    channels: { ...state.channels, ...channels },
    frequency: frequency ?? state.frequency,
    pausedUntil: pausedUntil === undefined ? state.pausedUntil : pausedUntil,
    status: newStatus(state, patch) ?? state.status,
  };
}

/** What a state is drawn as: with everything off where no mail comes, whatever is remembered there. */
export function drawnState(state: NewsletterState): NewsletterState {
  const off = (flags: Flags): Flags => Object.fromEntries(Object.keys(flags).map((id) => [id, false]));
  const stopped = state.status === 'unsubscribed' || state.status === 'suppressed';
  return stopped ? { ...state, topics: off(state.topics), channels: off(state.channels) } : state;
}

/** What of a wish is not so yet, for the server to change; absent where everything is. */
export function differenceOf(state: NewsletterState, wanted: NewsletterPatch): NewsletterPatch | undefined {
  const kept = Object.entries({
    topics: others(state.topics, wanted.topics),
    channels: others(state.channels, wanted.channels),
    frequency: wanted.frequency === state.frequency ? undefined : wanted.frequency,
    pausedUntil: wanted.pausedUntil === state.pausedUntil ? undefined : wanted.pausedUntil,
    status: newStatus(state, wanted),
    resend: wanted.resend,
  }).filter(([, value]) => value !== undefined);
  return kept.length ? Object.fromEntries<unknown>(kept) : undefined;
}

/**
 * What saving sends of what is drawn. Where no mail came, ticking something takes the stop back; then everything that was
 * drawn as off is said to be off, as the server may remember otherwise.
 */
export function wishOf(drawn: NewsletterState, edits: NewsletterPatch): NewsletterPatch {
  const { topics, channels, frequency, status } = drawn;
  const flags = [...Object.values(topics), ...Object.values(channels)];
  return status === 'unsubscribed' && (flags.includes(true) || !flags.length)
    ? { topics, channels, frequency, status: 'subscribed' }
    : edits;
}

/** What takes everything back to how it was before. */
export function undoOf({ topics, channels, frequency, pausedUntil, status }: NewsletterState): NewsletterPatch {
  return { topics, channels, frequency, pausedUntil, status: status === 'unsubscribed' ? status : 'subscribed' };
}

/** A yes that waits for its second step is a yes already: only a stop, or taking it back, changes anything. */
function newStatus({ status }: NewsletterState, { status: wanted }: NewsletterPatch): NewsletterPatch['status'] {
  return (wanted === 'unsubscribed') === (status === 'unsubscribed') ? undefined : wanted;
}

/** The yes and no that are not so yet. What is not named is off. */
function others(have: Flags, wanted: Flags = {}): Flags | undefined {
  const kept = Object.entries(wanted).filter(([id, on]) => on !== (have[id] === true));
  return kept.length ? Object.fromEntries(kept) : undefined;
}
