import type { CleanupDetail } from '../events/cleanup-event.js';
import type { ServiceConfig } from '../config/types.js';
import type { Locale } from '../locales/messages.js';

/** The parts with elements, by the names that the build gives their files. */
export type Part = 'ui' | 'preferences' | 'embed' | 'link';

/** What differs between a script tag, which fetches what it needs, and a bundle, which has it. */
export interface Host {
  /** The nonce of the guard's tag, or an empty string. */
  readonly nonce: string;
  /** Why an element is missing when {@link Host.define} fails. */
  readonly missing: 'not-loaded' | 'not-defined';
  /** Registers the elements of a part. Rejects where it cannot. */
  readonly define: (part: Part) => Promise<unknown>;
  /** Finds the texts of a language. Never rejects. */
  readonly locale: (lang: string) => Promise<Locale | undefined>;
  /** Removes what services have stored. */
  readonly cleanUp: (services: readonly ServiceConfig[]) => Promise<CleanupDetail>;
  /** Prints what is wrong with a configuration. */
  readonly check: (config: unknown) => Promise<void>;
}
