import { turnOf } from '../../core/turn/turn.js';
import { pageStore } from '../../platform/age/door.js';
import type { Parts } from '../host.js';
import type { PageStore } from '../types.js';

/** An element that comes on screen when asked to. */
interface Gate extends HTMLElement {
  show?: () => void;
}

/**
 * Has the age asked for, where something waits for the answer. What was seen at the door is looked at closely first, once the
 * page is read as far as needed. Rejects where it cannot be asked.
 *
 * @param again - Whether a question that is on the page already is shown once more.
 */
export async function placeAge(_what: string, again: boolean): Promise<void> {
  const there = again && document.querySelector<Gate>('fairsay-age-gate');
  if (there) {
    there.show?.();
    return;
  }
  const store = pageStore();
  if (store && (await isAsked(store))) {
    const { place } = (await store.get('age-view')) as Parts['age-view'];
    await place('age-gate', false);
  }
}

/** Whether an answer is waited for, by all that is stored, and, where marked parts wait, once the page has been read. */
async function isAsked(store: PageStore): Promise<boolean> {
  await store.get('actions');
  if (store.settings.age.scope === 'parts' && document.readyState === 'loading') {
    await new Promise((resolve) => {
      document.addEventListener('DOMContentLoaded', resolve);
    });
  }
  store.confirmAge();
  // That has waited for this too.
  await store.get('age');
  return turnOf(store.state) === 'age-gate';
}
