import type { GateConfig } from '../../config/gate.js';
import type { Settings } from '../../config/settings.js';
import type { StorageKind } from '../../config/types.js';
import { holdsAny, holdsName, ruleHost, type HostFacts, type Ruling } from '../../core/hosts/judge.js';
import type { PageStore } from '../../page/types.js';
import { createReport } from './report.js';

/** Rules about addresses, by what the page's store says now. */
export interface Ruler {
  /**
   * What an address is held by, or nothing where it may be asked for now.
   *
   * @param kind - How it is asked for, for the report.
   */
  readonly rule: (address: string, kind: string) => Ruling | undefined;
  /** Whether anything at all is held now. */
  readonly isNeeded: () => boolean;
  /** Whether a script may not store under a name. */
  readonly holdsName: (kind: StorageKind, name: string) => boolean;
  /** Says that the configuration has come. */
  readonly start: () => void;
}

/** More private: while nobody knows what is declared, a page that is to be strict waits with everything. */
const UNKNOWN: Ruling = { verdict: 'wait', services: '' };

/**
 * Creates the ruler of a page.
 *
 * @param strict - Whether the tag says so: the configuration may say it too, but comes later.
 */
export function createRuler(store: PageStore, strict: boolean): Ruler {
  const rulings = new Map<string, Ruling>();
  const report = createReport();
  let started = false;
  let known: unknown;

  const gate = (): GateConfig => (store.settings as Partial<Settings>).gate ?? {};
  const facts = (): HostFacts => ({ settings: store.settings, state: store.state, strict: strict || !!gate().strict });
  const look = (host: string): Ruling => {
    // The state is replaced as a whole at each change.
    if (known !== store.state) {
      known = store.state;
      rulings.clear();
    }
    const ruling = rulings.get(host) ?? (started ? ruleHost(host, facts()) : UNKNOWN);
    rulings.set(host, ruling);
    return ruling;
  };

  return {
    holdsName: (kind, name) => started && !gate().reportOnly && holdsName(kind, name, facts()),
    isNeeded: () => (started ? gate().hosts !== false && holdsAny(facts()) : strict),
    rule: (address, kind) => {
      const url = otherOrigin(address);
      const ruling = url && look(url.hostname);
      if (!ruling || ruling.verdict === 'pass') {
        return undefined;
      }
      if (gate().reportOnly) {
        report({ host: url.hostname, kind, url: url.href, services: ruling.services });
        return undefined;
      }
      return ruling;
    },
    start: () => {
      started = true;
      rulings.clear();
    },
  };
}

/** An address as far as it is one of another origin, and of the web. */
function otherOrigin(address: string): URL | undefined {
  try {
    const url = new URL(address, document.baseURI);
    const origin = url.origin.replace(/^ws/, 'http');
    return origin.startsWith('http') && /^(http|ws)/.test(url.protocol) && origin !== location.origin ? url : undefined;
  } catch {
    // What is no address asks nobody; the browser says what is wrong with it.
    return undefined;
  }
}
