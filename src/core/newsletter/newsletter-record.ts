import type { Envelope, ReceiptValue } from '../receipt/envelope.js';
import type { NewsletterPatch, NewsletterState } from './state.js';

/** What a record is made of, beside the change. */
export interface RecordFacts extends Omit<Envelope, 'form' | 'kind' | 'time' | 'choices' | 'previous' | 'age'> {
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  readonly age?: string | undefined;
}

/** Records a change for whoever has to prove it (GDPR Art. 7(1)): what, when, from what, and what was shown. No address. */
export function newsletterRecord(patch: NewsletterPatch, state: NewsletterState, facts: RecordFacts): Envelope {
  const { now, age, ...rest } = facts;
  const choices = flatten(patch);
  const held = flatten(state);
  return {
    form: 1,
    kind: 'newsletter',
    time: new Date(now).toISOString().replace(/\.\d+/, ''),
    choices,
    previous: Object.fromEntries(
      Object.keys(choices).map((id) => [id, Object.hasOwn(held, id) ? (held[id] as ReceiptValue) : false]),
    ),
    ...rest,
    ...(age !== undefined && { age }),
  };
}

/** Writes a change, or a state, as one value for each id: `topic.news: true`, `frequency: 'weekly'`. */
function flatten({ topics, channels, frequency, pausedUntil, status, resend }: NewsletterPatch | Flattened): Values {
  const entries = [
    ...Object.entries(topics ?? {}).map(([id, on]) => [`topic.${id}`, on] as const),
    ...Object.entries(channels ?? {}).map(([id, on]) => [`channel.${id}`, on] as const),
    ...Object.entries({ frequency, pausedUntil, status, resend }),
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Values;
}

type Values = Record<string, ReceiptValue>;
type Flattened = Omit<NewsletterState, 'version' | 'address'> & { readonly resend?: true };
