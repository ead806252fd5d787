import type { Ruling } from '../../core/hosts/judge.js';
import type { PageStore } from '../../page/types.js';
import type { Patches } from './patch.js';

/** What is held by host on a page: the second file holds, and a chunk of its own sees to what becomes of it. */
export interface Held {
  readonly store: PageStore;
  /** Our tag, if it could be told. */
  readonly tag: HTMLScriptElement | null;
  readonly patches: Patches;
  /** The elements that wait, in the order in which they came, each with whether it stood in the page's own markup. */
  readonly elements: Map<Element, boolean>;
  /** The elements that have our mark, and not the shop's. */
  readonly marked: WeakSet<Element>;
  /** What waits and is no element, by whose it is. */
  readonly requests: Map<object, HeldRequest>;
  /** Whether the configuration came after this file, and something may have passed before it. */
  readonly isLate: boolean;
  /** Whether the chunk is on its way, which then sees to everything that has come. */
  isTending: boolean;
  /** What passed in report-only mode. */
  readonly reports: Report[];
  /** What an address is held by, or nothing where it may be asked for now. `kind` is how it is asked for. */
  readonly rule: (address: string, kind: string) => Ruling | undefined;
  /** An address as the browser reads it here. */
  readonly resolve: (address: string) => HTMLAnchorElement;
  /** Lets a request wait. */
  readonly wait: (owner: object, ...request: HeldRequest) => void;
  /** Sees to what has come, soon. The chunk is fetched first where need be. */
  readonly tend: () => void;
}

/** What lets a request go, and what ends it as a network failure does, if anything must. */
export type HeldRequest = readonly [address: string, go: () => unknown, fail?: (reason: unknown) => void];

export type Report = readonly [url: string, kind: string, services: string];
