import type { RecordFacts } from '../../core/newsletter/newsletter-record.js';
import type { NewsletterState } from '../../core/newsletter/state.js';
import { versionAt } from '../../core/notice/version-at.js';
import { hexOf, shownHash } from '../../core/receipt/shown-hash.js';
import { VERSION } from '../../version.js';
import type { Problem } from '../help/explain.js';
import type { Parts } from '../host.js';
import type { PageStore } from '../types.js';

/** What stood on screen: the heading, and every question with what a yes agrees to. No address. */
const SHOWN = 'h2, legend, label, [part="choice"] p';

/** What the record of a change says beside the change, at this moment. */
export function createFacts(
  root: ParentNode,
  store: PageStore | undefined,
  lang: string,
  byHand: boolean,
): RecordFacts {
  const shown = [...root.querySelectorAll(SHOWN)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  const now = Date.now();
  return {
    now,
    id: [...crypto.getRandomValues(new Uint32Array(4))].map(hexOf).join(''),
    shown: {
      version: versionAt(store?.settings.notice, now),
      hash: shownHash(shown.join('\n')),
      lang,
    },
    source: byHand ? 'button' : 'script',
    gpc: !!store?.state.gpc,
    region: store?.settings.region ?? '',
    age: store?.state.age,
    library: VERSION,
  };
}

/** The values of the panel in a form: what is drawn. */
export function formValue(prefix: string, { topics, channels, ...rest }: NewsletterState): FormData {
  const value = new FormData();
  const add = (key: string, flags: Readonly<Record<string, boolean>>): void => {
    for (const id of Object.keys(flags).filter((each) => flags[each])) {
      value.append(`${prefix}-${key}`, id);
    }
  };
  add('topic', topics);
  add('channel', channels);
  for (const key of ['frequency', 'status', 'pausedUntil'] as const) {
    value.append(`${prefix}-${key}`, rest[key] ?? '');
  }
  return value;
}

/** Says to the developer what is wrong. */
export function warn(store: PageStore | undefined, problem: Problem, where: string): void {
  (store?.get('help') as Promise<Parts['help']>)
    .then(({ explain }) => {
      explain(problem, where);
    })
    .catch(() => {
      // Without the words there is still the code, and what it is about.
      console.warn('[fairsay]', problem, where);
    });
}
