import type { PageStore } from '../../../page/types.js';

/** What can be wrong with holding by host. */
export type HostsProblem = 'hosts-late' | 'unmarked';

/** Says on the console what is wrong, where, and how to mend it. */
export type Warn = (problem: HostsProblem, about?: unknown, ...more: unknown[]) => void;

/** Creates what says so in the words of the library; where they do not load there is still the code. */
export function createWarn(store: PageStore): Warn {
  return (...args) => {
    (store.get('help') as Promise<{ explain: Warn }>).then(
      ({ explain }) => {
        explain(...args);
      },
      () => {
        console.warn('[fairsay]', ...args);
      },
    );
  };
}
