/** The second file's entry: a classic script, right after the guard, that holds what goes to declared hosts without marks. */
import { startHosts } from './gate/hosts/start.js';
import { readStore } from './platform/shared-store.js';

const store = readStore();

if (store) {
  startHosts(store, document.currentScript as HTMLScriptElement | null);
} else {
  console.warn('[fairsay] NO-GUARD fairsay-hosts.js: put it after fairsay.js');
}
