/** Sees to what is held by host: tells the page, gives placeholders, lets go, and ends what was refused. */
import type { Held } from '../held.js';
import { holdFrames, patchRemoval, tendElements, watchCopies } from './elements.js';
import { createReport } from './report.js';
import { createTendRequests, patchXhr } from './requests.js';
import { createWarn } from './warn.js';

/** What sees to a page once its second file has held something there, or a permission is gone. */
const tenders = new WeakMap<Held, () => void>();

/** Sees to what has come since the last time. */
export function tend(held: Held): void {
  held.isTending = false;
  const look = tenders.get(held) ?? createTender(held);
  tenders.set(held, look);
  look();
}

function createTender(held: Held): () => void {
  const { store, patches } = held;
  const warn = createWarn(store);
  const report = createReport();
  const tendRequests = createTendRequests(held);
  const look = (): void => {
    report(held.reports.splice(0));
    tendElements(held, warn);
    tendRequests();
  };
  patchRemoval(held);
  patchXhr(held);
  patches.set(patches.isOn);
  watchCopies(held, look);
  if (held.isLate) {
    warn('hosts-late');
  }
  store.subscribe(({ cause }) => {
    if (cause === 'withdrawn') {
      holdFrames(held);
    }
    // A choice is seen to be heard before anything is let go. A hidden tab paints no frame, and to look twice does no harm.
    requestAnimationFrame(() => setTimeout(look));
    setTimeout(look, 200);
  });
  return look;
}
