/** What the page API gives can be read and not written, and what it takes has its type. Only has to compile. */
import type { Change, Fairsay, State } from '../../src/index.js';

export function read(state: State): readonly (string | boolean | undefined)[] {
  const { categories, services, asking, decision } = state;
  return [categories['analytics']?.basis, services['measure']?.why, ...asking, decision?.source];
}

export function write(fairsay: Fairsay, state: State): void {
  // @ts-expect-error The state is replaced by the store alone.
  fairsay.state = state;
  // @ts-expect-error A snapshot is frozen.
  state.gpc = false;
  // @ts-expect-error No category is added from outside.
  state.categories['analytics'] = { basis: 'opt-in', state: 'granted', allowed: true, why: 'choice' };
  // @ts-expect-error The list of open questions is frozen too.
  const asking: string[] = state.asking;
  void asking;
  const standing = state.categories['analytics'];
  if (standing && state.decision) {
    // @ts-expect-error Nothing is granted by writing it.
    standing.allowed = true;
    // @ts-expect-error A decision is what was made.
    state.decision.seq = 1;
  }
  // @ts-expect-error An id that is not declared has no standing.
  const allowed: boolean = state.categories['marketing'].allowed;
  void allowed;
}

export function call(fairsay: Fairsay): () => void {
  fairsay.save({ analytics: true, marketing: false });
  fairsay.save({ analytics: true }, 'api');
  fairsay.show('preferences');
  fairsay.confirmAge('adult');
  // @ts-expect-error Nothing is verified.
  fairsay.confirmAge('verified');
  // @ts-expect-error An answer is a yes or a no.
  fairsay.save({ analytics: 'granted' });
  // @ts-expect-error This cannot be shown.
  fairsay.show('notice');
  // @ts-expect-error Nothing comes back at once.
  const now: boolean = fairsay.whenAllowed('analytics');
  void now;
  return fairsay.subscribe(({ cause, state }: Change) => {
    // @ts-expect-error There is no such cause.
    return cause === 'accepted' && state.gpc;
  });
}
