import type { ServiceConfig, StorageKind } from '../../config/types.js';
import type { Change } from '../../core/state.js';
import type { Store } from '../../core/store.js';
import { CleanupEvent } from '../../events/cleanup-event.js';
import type { Gate } from '../gate.js';
import { otherSites } from './other-sites.js';
import { createRooms } from './rooms.js';
import { isStillRunning } from './still-running.js';
import { sweep, type Find } from './sweep.js';

/** What a clean-up is given. */
export interface CleanUpOptions {
  readonly store: Pick<Store, 'settings' | 'state'>;
  readonly gate: Pick<Gate, 'met' | 'roots'>;
  readonly change: Change;
  /** The services that lost their permission with it. */
  readonly lost: readonly ServiceConfig[];
  /** Resolves with the services that the shop has stopped itself, once it has had its time for that. */
  readonly stopped: Promise<ReadonlySet<string>>;
  /** Removes a cookie on every domain and path. */
  readonly removeCookie: (name: string) => void;
  /** Offers to load the page again, as nothing else ends what runs. */
  readonly offerReload: () => void;
  /** Hears of a service that writes again what was removed. */
  readonly warn: (problem: 'comes-back', service: string) => void;
  /** Waits for some milliseconds. */
  readonly wait: (time: number) => Promise<void>;
}

/** How often is looked again, a second apart: code that still runs may write at any touch of the page. */
const LOOKS = 10;

/** How often a service may write again before the shop is told. */
const TIMES = 3;

/** What can be removed before a page is gone. */
const AT_ONCE: readonly StorageKind[] = ['cookie', 'local', 'session'];

/** The clean-up that is at work. A later one ends it, as it has the same and more to do. */
let current: CleanUpOptions | undefined;

/**
 * Removes what is stored for services that are refused, looks again each second for ten, and tells the page what went and
 * what could not, and once more when the page is left. It never does so for longer, and never loads the page again by itself.
 */
export async function cleanUp(options: CleanUpOptions): Promise<void> {
  const { store, gate, change, lost, offerReload, wait } = options;
  current = options;
  const isAllowed = ({ id }: ServiceConfig): boolean => !!store.state.services[id]?.allowed;
  const look = (thorough: boolean, kinds?: readonly StorageKind[]): Promise<Find[]> =>
    sweep({ services: store.settings.services, isAllowed, rooms, thorough, ...(kinds && { kinds }) });
  const rooms = createRooms(options.removeCookie);
  // The last one to hear of it, after the code that writes once more as the page is left.
  addEventListener('pagehide', () => {
    if (current === options) {
      void look(false, AT_ONCE);
    }
  });
  const runs = isStillRunning(gate, change, lost, await options.stopped);
  const told = new Set<string>();
  tell([...(await look(true)), ...otherSites(gate, change)], told, true);
  if (runs) {
    offerReload();
  }
  const times = new Map<string, number>();
  for (let time = 0; time < LOOKS; time++) {
    await wait(1000);
    if (current !== options) {
      return;
    }
    const finds = await look(false);
    const again = finds.filter((find) => !told.has(keyOf(find)));
    tell(
      finds.filter((find) => find.why === undefined || !told.has(keyOf(find))),
      told,
      false,
    );
    if (again.length) {
      offerReload();
      count(again, times, options.warn);
    }
  }
}

/** What a find is remembered by: one name can stand in several kinds of storage. */
const keyOf = ({ kind, name }: Find): string => `${kind} ${name}`;

/** Tells the page what went and what stayed. What stayed is not told again. */
function tell(finds: readonly Find[], told: Set<string>, always: boolean): void {
  const removed = new Set(finds.filter(({ why }) => why === undefined).map(({ name }) => name));
  const kept = finds.flatMap(({ service, name, why }) => (why === undefined ? [] : [{ service, name, why }]));
  finds.filter(({ why }) => why !== undefined).forEach((find) => told.add(keyOf(find)));
  if (always || removed.size || kept.length) {
    document.dispatchEvent(new CleanupEvent({ removed: Object.freeze([...removed]), kept: Object.freeze(kept) }));
  }
}

/** Warns once of each service that has written again too often. */
function count(finds: readonly Find[], times: Map<string, number>, warn: CleanUpOptions['warn']): void {
  for (const service of new Set(finds.map((find) => find.service))) {
    const time = (times.get(service) ?? 0) + 1;
    times.set(service, time);
    if (time === TIMES) {
      warn('comes-back', service);
    }
  }
}
