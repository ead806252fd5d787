import type { Store } from '../../core/store.js';
import { turnOf } from '../../core/turn/turn.js';

/**
 * Marks the document while it, or a part of it, waits for an answer about the age. What waits is hidden by that mark, and a
 * shop's own styles can read it.
 */
export function markDocument({ state, settings }: Store): void {
  const { dataset } = document.documentElement;
  if (turnOf(state) === 'age-gate') {
    dataset['fairsayAge'] = settings.age.scope ?? 'page';
  } else {
    delete dataset['fairsayAge'];
  }
}
