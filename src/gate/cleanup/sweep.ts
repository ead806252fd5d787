import type { ServiceConfig, StorageConfig, StorageKind } from '../../config/types.js';
import { matcher } from '../../core/hosts/matcher.js';
import { isOutOfReach } from './out-of-reach.js';
import type { Room, Rooms } from './rooms.js';

/** One thing that was found, and why it is still there if it is. */
export interface Find {
  /** The id of the service that declared it. */
  readonly service: string;
  readonly kind: StorageKind | 'site';
  readonly name: string;
  readonly why?: string;
}

/** The names that are our own: the record, and what goes with it. */
const OWN = /^fairsay(-|$)/;

/** What a sweep is given. */
export interface SweepOptions {
  readonly services: readonly ServiceConfig[];
  /** Asked anew for each name, as a shopper may think better of it meanwhile. */
  readonly isAllowed: (service: ServiceConfig) => boolean;
  /** Where to look: everywhere if it is left out. */
  readonly kinds?: readonly StorageKind[];
  readonly rooms: Rooms;
  /** Whether to find out too what no script can see. */
  readonly thorough: boolean;
}

/** What was found of one declared name. */
type Found = Pick<Find, 'name' | 'why'>;

/**
 * Removes what the refused services have stored, by the names that the shop declared and no others: a basket survives, and so does
 * what a service that is allowed has declared too.
 *
 * @returns what was found.
 */
export async function sweep(options: SweepOptions): Promise<Find[]> {
  const { services, isAllowed, kinds } = options;
  const finds: Find[] = [];
  for (const service of services) {
    for (const declared of service.storage ?? []) {
      const { kind } = declared;
      if (!isAllowed(service) && (kinds?.includes(kind) ?? true)) {
        for (const found of await sweepSafely(declared, options)) {
          finds.push({ service: service.id, kind, ...found });
        }
      }
    }
  }
  return finds;
}

async function sweepSafely(declared: StorageConfig, options: SweepOptions): Promise<Found[]> {
  const { name } = declared;
  // Nobody means the basket with it.
  if (/^[*\s]*$/.test(name)) {
    return [{ name, why: 'stands for every name there is, the cart included' }];
  }
  try {
    return await sweepOne(declared, options);
  } catch (error) {
    return [{ name, why: `this browser does not let the page look: ${String(error)}` }];
  }
}

/** Removes what goes by one declared name. */
async function sweepOne(
  declared: StorageConfig,
  { services, isAllowed, rooms, thorough }: SweepOptions,
): Promise<Found[]> {
  const { kind, name } = declared;
  const room = rooms[kind];
  const others = services
    .filter(isAllowed)
    .flatMap(({ storage = [] }) => storage.filter((other) => other.kind === kind));
  const [isMeant, isSpared] = [matcherOf([declared], room), matcherOf(others, room)];
  const finds: Found[] = [];
  for (const found of (await room.list()) ?? blindly(name)) {
    if (isMeant(found) && !isSpared(found) && !OWN.test(found)) {
      finds.push(...(await removeFrom(room, found)));
    }
  }
  if (thorough && kind === 'cookie' && !isSpared(name) && (await isHidden(room, name))) {
    finds.push({ name, why: 'HttpOnly: only the server that set it can delete it' });
  }
  return finds;
}

/** Where nothing can be listed, a whole name is enough to remove it. */
function blindly(name: string): string[] {
  if (name.includes('*')) {
    throw new Error('it lists no names, and only a whole one can be removed without');
  }
  return [name];
}

async function isHidden({ list }: Room, name: string): Promise<boolean> {
  // A name that no cookie can have would be read as a part of another.
  return !/[*\s;=]/.test(name) && !(await list())?.includes(name) && isOutOfReach(name);
}

/** Removes one thing, and says why it is still there if it is. */
async function removeFrom({ list, remove, why }: Room, name: string): Promise<Found[]> {
  const wasThere = await remove(name);
  if (wasThere === false) {
    return [];
  }
  const isThere = (await list())?.includes(name) ?? wasThere === undefined;
  return [isThere ? { name, why } : { name }];
}

function matcherOf(declared: readonly StorageConfig[], { written }: Room): (name: string) => boolean {
  const matchers = declared.map(({ name }) => matcher(written?.(name) ?? name));
  return (name) => matchers.some((matches) => matches(name));
}
