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

const gateOf = ({ settings }: PageStore): GateConfig => (settings as Partial<Settings>).gate ?? {};

/** The configuration may come later than the tag. */
const isStrict = ({ store, tag }: Held): boolean => !!gateOf(store).strict || !!tag?.hasAttribute('data-strict');

/** Starts to hold by host. The page is patched while something is held, and only that long. */
export function startHosts(store: PageStore, tag: HTMLScriptElement | null): void {
  const held = createHeld(store, tag);
  patchAttributes(held);
  patchInsertion(held);
  patchMarkup(held);
  patchRequests(held);
  patchConnections(held);

  const observer = new MutationObserver((records) => {
    // What a script brings once the page is read has gone through the patches. Markup may have taken the name for itself.
    for (const { addedNodes } of /^[ic]/.test(document.readyState) ? [] : records) {
      addedNodes.forEach((node: object) => {
        try {
          holdTree(held, node, true);
        } catch {
          // A form with a field in place of a method: nothing of a form loads.
        }
      });
    }
  });
  const adapt = (): void => {
    const on = gateOf(store).hosts !== false && (isStrict(held) || holdsAny(store));
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

function createHeld(store: PageStore, tag: HTMLScriptElement | null): Held {
  const link = document.createElement('a');
  const held: Held = {
    store,
    tag,
    patches: createPatches(),
    elements: new Map(),
    marked: new WeakSet(),
    requests: new Map(),
    reports: [],
    isTending: false,
    // Of a page that has started there are categories, the default ones at the least.
    isLate: !store.settings.categories.length,
    resolve: (address) => {
      link.href = address;
      return link;
    },
    rule: (address, kind) => {
      const { hostname, origin, href } = held.resolve(address);
      // Only what is of the web has a host; what is no address has none, and the browser says what is wrong with it.
      const isElsewhere = hostname && origin.replace(/^ws/, 'http') !== location.origin;
      // More private: while nobody knows what is declared, a page that is strict waits with everything.
      const ruling = isElsewhere ? ruleHost(hostname, store, isStrict(held)) : undefined;
      if (!ruling || !gateOf(store).reportOnly) {
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
      if (!held.isTending) {
        held.isTending = true;
        tendLater(held);
      }
    },
  };
  return held;
}

/** Lets the chunk see to what is held, once it is there. */
function tendLater(held: Held): void {
  (held.store.get('hosts') as Promise<{ tend: (held: Held) => void }>)
    .then(({ tend }) => {
      tend(held);
    })
    .catch((error: unknown) => {
      console.warn('[fairsay] NOT-LOADED hosts: check its file', error);
    });
}
