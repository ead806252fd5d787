/**
 * What is on its way to the server. One save at a time: what is wanted meanwhile waits, as one wish in which the latest word
 * counts. So no answer can come in the wrong order, and nothing is sent twice.
 */
import { applyPatch, differenceOf, drawnState, mergePatches } from './difference.js';
import type { NewsletterPatch, NewsletterProblem, NewsletterState, NewsletterUnknown } from './state.js';

/** The server's last word, and what goes beyond it. Replaced as a whole at each step. */
export interface Saves {
  /** The last state that the server told. */
  readonly server: NewsletterState;
  /** What is being saved. */
  readonly flying?: NewsletterPatch | undefined;
  /** What is to be saved next. */
  readonly waiting?: NewsletterPatch | undefined;
  /** What could not be saved, for another try by the shopper. */
  readonly failed?: NewsletterPatch | undefined;
  readonly problem?: NewsletterProblem | undefined;
  /** Whether a stop is tried once more, after it met with a change elsewhere. */
  readonly insisting?: boolean | undefined;
}

/** Takes the newer of two states: what a page or a late answer tells may be old. */
export function learn(saves: Saves | undefined, state: NewsletterState): Saves {
  return { ...saves, server: saves && saves.server.version > state.version ? saves.server : state };
}

/** The shopper wants something. An earlier problem is past. */
export function want(saves: Saves, patch: NewsletterPatch): Saves {
  const waiting = mergePatches(saves.waiting ?? {}, patch);
  return { ...saves, waiting, failed: undefined, problem: undefined, insisting: undefined };
}

/** Sends what waits, once nothing is on its way, and what of it is not so already. */
export function launch(saves: Saves): Saves {
  const { server, flying, waiting } = saves;
  return flying || !waiting ? saves : { ...saves, flying: differenceOf(server, waiting), waiting: undefined };
}

/** The server has saved. */
export function land(saves: Saves, state: NewsletterState): Saves {
  return { ...learn(saves, state), flying: undefined, insisting: undefined };
}

/**
 * The server has not saved: what was on its way is given up, and what waits is tried. A stop that met with a change elsewhere
 * is sent once more over the new state, as it means the same whatever was changed, and must take one press.
 *
 * @param state - What holds on the server now, where the failure told it.
 */
export function fail(saves: Saves, problem: NewsletterProblem, state?: NewsletterState): Saves {
  const { flying, waiting, insisting } = saves;
  const known = { ...(state ? learn(saves, state) : saves), flying: undefined };
  if (flying?.status === 'unsubscribed' && problem === 'conflict' && state && !insisting) {
    return { ...known, waiting: mergePatches(flying, waiting ?? {}), insisting: true };
  }
  return { ...known, problem, failed: flying, insisting: undefined };
}

/** What is drawn: the server's last state, as it will be if everything is saved, with what was not yet sent over it. */
export function drawn({ server, flying = {}, waiting = {} }: Saves, edits: NewsletterPatch): NewsletterState {
  return applyPatch(drawnState(applyPatch(applyPatch(server, flying), waiting)), edits);
}

/** Without a link nothing was wrong with it: whoever came without one is told how to get one. */
export function unlessNoLink(problem: NewsletterProblem, token?: string): NewsletterProblem | NewsletterUnknown {
  return problem === 'expired' && !token ? 'no-link' : problem;
}
