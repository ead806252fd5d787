/** A clean-up as a page does it after a withdrawal, and databases to clean up. */
import type { ServiceConfig, StorageConfig } from '../../src/config/types.js';
import type { Settings } from '../../src/config/settings.js';
import type { Change, State } from '../../src/core/state.js';
import type { CleanupDetail } from '../../src/events/cleanup-event.js';
import { cleanUp, type CleanUpOptions } from '../../src/gate/cleanup/clean-up.js';
import { removeEverywhere } from '../../src/platform/cookies/remove-everywhere.js';

/**
 * A clean-up of one service, whose seconds pass as soon as what happens in each has happened.
 *
 * @param cookieGone - Called after a cookie was removed, with what allows the service again.
 */
export async function clean(
  storage: StorageConfig[],
  each: (second: number) => void = () => undefined,
  cookieGone: (allow: () => void) => void = () => undefined,
): Promise<{ events: CleanupDetail[]; warned: string[]; offers: number; seconds: number }> {
  const service: ServiceConfig = { id: 'counter', category: 'analytics', name: 'Counter', storage };
  const counter = { allowed: false };
  const state = { categories: {}, services: { counter } } as unknown as State;
  const told = { events: [] as CleanupDetail[], warned: [] as string[], offers: 0, seconds: 0 };
  const hear = ({ detail }: { detail: CleanupDetail }): void => {
    told.events.push(detail);
  };
  document.addEventListener('fairsay-cleanup', hear);
  const options: CleanUpOptions = {
    store: { settings: { services: [service] } as unknown as Settings, state },
    gate: { met: () => false, roots: new Set([document]) },
    change: { previous: state, state } as Change,
    lost: [service],
    stopped: Promise.resolve(new Set()),
    removeCookie: (name) => {
      removeEverywhere(name);
      cookieGone(() => {
        counter.allowed = true;
      });
    },
    offerReload: () => {
      told.offers += 1;
    },
    warn: (...warning) => {
      told.warned.push(warning.join(' '));
    },
    wait: () => {
      told.seconds += 1;
      each(told.seconds);
      return Promise.resolve();
    },
  };
  await cleanUp(options);
  document.removeEventListener('fairsay-cleanup', hear);
  return told;
}

/** Makes a database that nobody holds open. */
export const makeDatabase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
