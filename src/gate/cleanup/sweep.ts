import type { ServiceConfig, StorageConfig } from '../../config/types.js';
import { matcher } from './matcher.js';
import { isOutOfReach } from './out-of-reach.js';
import type { Room, Rooms } from './rooms.js';

/** One thing that was found, and why it is still there if it is. */
export interface Find {
  /** The id of the service that declared it. */
  readonly service: string;
  readonly name: string;
  readonly why?: string;
}

/** The names that are our own: the record, and what goes with it. */
const OWN = /^fairsay(-|$)/;

/** What a sweep is given. */
export interface SweepOptions {
  readonly refused: readonly ServiceConfig[];
  readonly allowed: readonly ServiceConfig[];
  readonly rooms: Rooms;
  /** Whether to find out too what no script can see. */
  readonly thorough: boolean;
}

/**
 * Removes what the refused services have stored, by the names that the shop declared and no others: a basket survives, and so does
 * what a service that is allowed has declared too.
 *
 * @returns what was found.
 */
export async function sweep(options: SweepOptions): Promise<Find[]> {
  const finds: Find[] = [];
  for (const { id: service, storage = [] } of options.refused) {
    for (const declared of storage) {
      const { name } = declared;
      try {
        for (const found of await sweepOne(declared, options)) {
          finds.push({ service, ...found });
        }
      } catch (error) {
        finds.push({ service, name, why: `this browser does not let the page look: ${String(error)}` });
      }
    }
  }
  return finds;
}

/** Removes what goes by one declared name. */
async function sweepOne(
  declared: StorageConfig,
  { allowed, rooms, thorough }: SweepOptions,
): Promise<Omit<Find, 'service'>[]> {
  const { kind, name } = declared;
  const room = rooms[kind];
  const others = allowed.flatMap(({ storage = [] }) => storage).filter((other) => other.kind === kind);
  const [isMeant, isSpared] = [matcherOf([declared], room), matcherOf(others, room)];
  const finds = [];
  for (const found of await room.list()) {
    if (isMeant(found) && !isSpared(found) && !OWN.test(found)) {
      finds.push({ name: found, ...(await removeFrom(room, found)) });
    }
  }
  if (thorough && kind === 'cookie' && !isSpared(name) && (await isHidden(room, name))) {
    finds.push({ name, why: 'HttpOnly: only the server that set it can delete it' });
  }
  return finds;
}

async function isHidden({ list }: Room, name: string): Promise<boolean> {
  return !name.includes('*') && !(await list()).includes(name) && isOutOfReach(name);
}

/** Removes one thing, and says why it is still there if it is. */
async function removeFrom({ list, remove, why }: Room, name: string): Promise<{ why?: string }> {
  await remove(name);
  return (await list()).includes(name) ? { why } : {};
}

function matcherOf(declared: readonly StorageConfig[], { written }: Room): (name: string) => boolean {
  const matchers = declared.map(({ name }) => matcher(written?.(name) ?? name));
  return (name) => matchers.some((matches) => matches(name));
}
