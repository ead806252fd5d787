/** The entry of the file for strict shops: a classic script, right after the guard, that refuses writes under declared names. */
import { startStrict } from './gate/strict/storage.js';
import { readStore } from './platform/shared-store.js';

const store = readStore();

if (store) {
  startStrict(store);
} else {
  console.warn('[fairsay] NO-GUARD fairsay-strict.js: put it after fairsay.js');
}
