import type { NoticeConfig } from '../../config/notice.js';
import { VERSION } from '../../version.js';
import { versionAt } from '../notice/version-at.js';
import type { Chosen, Decided, Draft } from './draft.js';
import type { Envelope } from './envelope.js';
import { readEnvelope } from './read-envelope.js';
import { shownHash } from './shown-hash.js';

type Said = Pick<Envelope, 'kind' | 'time' | 'source' | 'record' | 'seq' | 'age' | 'previous'> & {
  readonly lang: string;
};

/**
 * Makes an envelope of a choice as it was written down. Nothing where it is none: any script may have put it there.
 *
 * @param notice - What the shop declares of its notice, for the version that was in force.
 */
export function seal(value: unknown, notice?: NoticeConfig): Envelope | undefined {
  try {
    const draft = value as Draft;
    const { id, at, gpc, region, choices, shown } = draft;
    const { lang, previous, ...said } = 'kind' in draft ? aboutOther(draft) : aboutConsent(draft);
    return readEnvelope({
      form: 1,
      id,
      ...said,
      shown: { version: versionAt(notice, at), hash: hashOf(shown), lang },
      choices: { ...withoutValues(previous), ...choices },
      previous: previous && { ...withoutValues(choices), ...previous },
      gpc,
      region,
      library: VERSION,
    });
  } catch {
    return undefined;
  }
}

/**
 * The hash of a text that was on screen. White space is left out: how much of it there is differs between browsers and
 * widths of a window, while the words are the same.
 */
export function hashOf(shown: string): string {
  const words = shown.replace(/\s+/g, '');
  return words && shownHash(words);
}

function aboutConsent({ at, decision, before, previous }: Draft & Decided): Said {
  const { id, seq, time, source, lang } = decision ?? forgetting(before, at);
  const own = { kind: 'consent', time: toSeconds(time * 1000), source, lang, record: id, seq } as const;
  return before ? { ...own, previous } : own;
}

/** To forget is the last decision of a record. */
function forgetting(before: Decided['before'], at: number): NonNullable<Decided['before']> {
  const last = before as NonNullable<typeof before>;
  return { ...last, seq: last.seq + 1, time: at / 1000, source: 'api' };
}

function aboutOther({ at, decision, kind, source, lang, age, previous }: Draft & Chosen): Said {
  return {
    kind,
    time: toSeconds(at),
    source,
    lang,
    ...(age !== undefined && { age }),
    ...(decision && { record: decision.id }),
    ...(previous && { previous }),
  };
}

/** Writes a time in ISO 8601, in UTC, to the second. */
function toSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function withoutValues(values: object | undefined): Record<string, null> {
  return Object.fromEntries(Object.keys(values ?? {}).map((id) => [id, null]));
}
