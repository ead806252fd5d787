/** The second file's entry: a classic script, right after the guard, that holds what goes to declared hosts without marks. */
import { startHosts, type HostsOptions } from './gate/hosts/start.js';
import { readStore } from './platform/shared-store.js';
import { whenLoaded } from './platform/when-loaded.js';

const tag = document.currentScript as HTMLScriptElement | null;

/** Whether this file is on the page already: as a tag of its own and joined to the guard, for one. */
const STARTED = Symbol.for('fairsay.hosts');
const page = globalThis as { [STARTED]?: true };

function begin(): boolean {
  const store = readStore();
  if (store && !page[STARTED]) {
    page[STARTED] = true;
    const warn: HostsOptions['warn'] = (...args) => {
      (store.get('help') as Promise<{ explain: HostsOptions['warn'] }>).then(
        ({ explain }) => {
          explain(...args);
        },
        () => {
          console.warn('[fairsay]', ...args);
        },
      );
    };
    startHosts({ store, warn, nonce: tag?.nonce ?? '', strict: tag?.dataset['strict'] !== undefined });
  }
  return !!store;
}

if (!begin()) {
  whenLoaded(() => {
    if (!begin()) {
      console.warn('[fairsay] NO-GUARD fairsay-hosts.js: holds nothing; put its tag right after the one of fairsay.js');
    }
  });
}
