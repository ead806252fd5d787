import type * as actions from '../chunks/actions.js';
import type * as cleanup from '../chunks/withdrawal/cleanup.js';
import type * as age from '../chunks/age/age.js';
import type * as embed from '../chunks/embed.js';
import type * as help from '../chunks/help.js';
import type * as log from '../chunks/log.js';
import type * as receipt from '../chunks/receipt.js';
import type * as reload from '../chunks/withdrawal/reload.js';
import type * as ui from '../chunks/ui.js';
import type { Locale, PartLocale } from '../locales/messages.js';
import type { Problem } from './help/explain.js';

/** The parts that a page may need later, and what the page calls in them. */
export interface Parts {
  readonly ui: Pick<typeof ui, 'place'>;
  readonly preferences: Pick<typeof ui, 'place'>;
  readonly age: typeof age;
  readonly 'age-view': Pick<typeof ui, 'place'>;
  readonly embed: Pick<typeof embed, 'cover'>;
  readonly link: object;
  readonly newsletter: object;
  readonly notice: object;
  readonly actions: typeof actions;
  readonly cleanup: typeof cleanup;
  readonly reload: Pick<typeof reload, 'offer'>;
  readonly help: typeof help;
  readonly log: typeof log;
  readonly receipt: typeof receipt;
  readonly [language: `lang-${string}`]: Readonly<Record<string, Locale | PartLocale>>;
}

/** What differs between a script tag, which fetches what it needs, and a bundle, which has it. */
export interface Host {
  /** The nonce of the guard's tag, or an empty string. */
  readonly nonce: string;
  /** Gets a part. Rejects where it cannot be had, with a `TypeError` where its file did not load. */
  readonly get: <P extends keyof Parts>(part: P) => Promise<Parts[P]>;
  /** What makes decisions, where it is there from the start. */
  readonly createActions?: typeof actions.createActions;
  /** Says on the console what is wrong, where, and how to mend it. Never throws. */
  readonly warn: (problem: Problem, about?: unknown, ...more: unknown[]) => void;
}
