import { liftCurtain } from '../../platform/age/curtain.js';
import type { Running } from '../assemble.js';

/** Looks again when the page comes back: out of the browser's memory, or, while it waits, from behind another tab. */
export function watchReturns(running: Running, recheck: () => void): void {
  const { store, stop } = running;
  const ends = new AbortController();
  const { signal } = ends;
  const handleReturn = ({ type, persisted }: Partial<PageTransitionEvent>): void => {
    if (type === 'pageshow' ? persisted : store.state.minor && !document.hidden) {
      recheck();
    }
  };
  addEventListener('pageshow', handleReturn, { signal });
  document.addEventListener('visibilitychange', handleReturn, { signal });
  running.stop = () => {
    ends.abort();
    // A page that nothing watches over any more hides nothing.
    liftCurtain();
    stop();
  };
}
