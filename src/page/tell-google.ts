import type { Settings } from '../config/settings.js';
import type { Store } from '../core/store.js';
import { createGoogleSignal, type GoogleSignal } from '../signals/google.js';

/** Tells Google its default, unless the shop does so itself. Its tags must hear that before they run. */
export function openGoogle({ signals: { google = {} } }: Settings): GoogleSignal | false {
  return google && createGoogleSignal(globalThis, google);
}

/** Tells Google its default, and at each change what is allowed. */
export function tellGoogle(store: Store): void {
  const tell = openGoogle(store.settings);
  if (tell) {
    store.subscribe(({ state: { decision, asking } }) => {
      // While nobody has decided and a question is open, Google's default says it all.
      if (decision ?? !asking.length) {
        tell((what) => store.judge(what) === 'met');
      }
    });
  }
}
