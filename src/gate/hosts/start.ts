/** Holds what goes to declared hosts, without marks, and puts the parts of that together. */
import type { GateConfig } from '../../config/gate.js';
import type { Settings } from '../../config/settings.js';
import { holdsAny, ruleHost } from '../../core/hosts/judge.js';
import type { PageStore } from '../../page/types.js';
import { patchAttributes } from './attributes.js';
import { patchConnections } from './connections.js';
import type { Held } from './held.js';
import { holdTree } from './hold.js';
import { patchInsertion } from './insertion.js';
import { patchMarkup } from './markup.js';
import { createPatches } from './patch.js';
import { patchRequests } from './requests.js';

/** Starts to hold by host. The page is patched while something is held, and only that long. */
export function startHosts(store: PageStore, tag: HTMLScriptElement | null): void {
  let isTending = false;
  const gate = (): GateConfig => (store.settings as Partial<Settings>).gate ?? {};
  // The configuration may come later than the tag.
  const isStrict = (): boolean => !!gate().strict || !!tag?.hasAttribute('data-strict');
  const link = document.createElement('a');

  const held: Held = {
    store,
    tag,
    patches: createPatches(),
    elements: new Map(),
    marked: new WeakSet(),
    requests: new Map(),
    reports: [],
    // Of a page that has started there are categories, the default ones at the least.
    isLate: !store.settings.categories.length,
    resolve: (address) => {
      link.href = address;
      return link;
    },
    rule: (address, kind) => {
      const { hostname, origin, href } = held.resolve(address);
      // Only what is of the web has a host; what is no address has none either, and the browser says what is wrong with it.
      const isElsewhere = hostname && origin.replace(/^ws/, 'http') !== location.origin;
      // More private: while nobody knows what is declared, a page that is strict waits with everything.
      const ruling = isElsewhere ? ruleHost(hostname, store, isStrict()) : undefined;
      if (!ruling || !gate().reportOnly) {
        return ruling;
      }
      held.reports.push([href, kind, ruling.services]);
      held.tend();
      return undefined;
    },
    wait: (owner, ...request) => {
      held.requests.set(owner, request);
      held.tend();
    },
    tend: () => {
      if (!isTending) {
        isTending = true;
        (store.get('hosts') as Promise<{ tend: (held: Held) => void }>)
          .then(({ tend }) => {
            isTending = false;
            tend(held);
          })
          .catch((error: unknown) => {
            console.warn('[fairsay] NOT-LOADED hosts: holds on; check its file', error);
          });
      }
    },
  };
  patchAttributes(held);
  patchInsertion(held);
  patchMarkup(held);
  patchRequests(held);
  patchConnections(held);

  const observer = new MutationObserver((records) => {
    // What a script brings has gone through the patches.
    for (const { addedNodes } of document.readyState === 'loading' ? records : []) {
      addedNodes.forEach((node: object) => holdTree(held, node, true));
    }
  });
  const adapt = (): void => {
    const on = gate().hosts !== false && (isStrict() || holdsAny(store));
    held.patches.set(on);
    observer.disconnect();
    if (on) {
      observer.observe(document, { childList: true, subtree: true });
    }
  };
  adapt();
  store.subscribe(({ cause }) => {
    adapt();
    if (cause === 'withdrawn') {
      held.tend();
    }
  });
}
