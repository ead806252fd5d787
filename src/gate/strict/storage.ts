/** Refuses what scripts write under the declared names of services that are not allowed, where a page is strict. */
import type { GateConfig } from '../../config/gate.js';
import type { Settings } from '../../config/settings.js';
import { cookieName, isRemoval, refusesAny, refusesName } from '../../core/hosts/storage.js';
import type { PageStore } from '../../page/types.js';
import { createPatches, type Act } from '../hosts/patch.js';

type Kind = Parameters<typeof refusesName>[0];

/** What the async way to a cookie is given in place of a name and a value. */
type CookieInit = string | { readonly name?: unknown; readonly expires?: unknown };

/** Starts to refuse. The page is patched while something is refused, and only that long. */
export function startStrict(store: PageStore): void {
  const gate = (): GateConfig => (store.settings as Partial<Settings>).gate ?? {};
  const told = new Set<string>();
  const refuses = (kind: Kind, name: string): boolean => {
    const isRefused = refusesName(kind, name, store);
    if (isRefused && gate().reportOnly && !told.has(kind + name)) {
      told.add(kind + name);
      console.info('[fairsay] REPORT gate.reportOnly: would have refused', kind, name);
    }
    return isRefused && !gate().reportOnly;
  };

  const { add, set } = createPatches();
  const nothing: Act = () => undefined;
  const writeCookie = (_: unknown, [value]: [unknown]): Act | false => {
    const text = String(value);
    return !isRemoval(text, Date.now()) && refuses('cookie', cookieName(text)) && nothing;
  };
  add('Document', 'cookie', writeCookie, 'set');
  add('CookieStore', 'set', (_: unknown, [init]: [CookieInit]) => {
    const { name = init, expires = Infinity } = Object(init) as Exclude<CookieInit, string>;
    // More private: a date that is missing, or none, takes nothing away.
    const isGone = expires !== null && Number(expires) <= Date.now();
    return !isGone && refuses('cookie', String(name)) && (() => Promise.resolve());
  });
  add('Storage', 'setItem', (area: Storage, args: readonly unknown[]) => {
    const kind = area === localStorage ? 'local' : 'session';
    // With one argument the native call says what is wrong.
    return args.length > 1 && refuses(kind, String(args[0])) && nothing;
  });
  // The cause does not matter: whatever may have changed what is allowed.
  store.subscribe(() => {
    set(!!gate().strict && refusesAny(store));
  });
}
