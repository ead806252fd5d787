import type { Settings } from '../../config/settings.js';
import type { LocalText } from '../../config/types.js';
import type { State } from '../state.js';
import type { Envelope } from './envelope.js';
import { toConsentRecord, toSeconds, type StandardRecord } from './standard-record.js';

/** The file that a shopper can download. */
export interface Receipt {
  /** The number of this form. */
  readonly form: 1;
  readonly consentRecord: StandardRecord;
  /** What it was made from, oldest first. */
  readonly envelopes: readonly Envelope[];
}

/** The body of one POST to the log of a shop. */
export interface LogBody {
  readonly records: readonly Envelope[];
}

/** What a receipt is made of. */
export interface ReceiptFacts {
  readonly settings: Settings;
  readonly state: State;
  /** The shopper's envelopes, where a log keeps them. */
  readonly history: readonly Envelope[];
  /** The categories by the names and purposes that the shopper reads. */
  readonly categories: readonly { readonly id: string; readonly label: string; readonly purpose: string }[];
  /** Picks the language of a text. */
  readonly pick: (text: LocalText | undefined) => string | undefined;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
}

/** Makes the file that a shopper can download. Without a decision there is nothing to say. */
export function createReceipt(facts: ReceiptFacts): Receipt | undefined {
  const envelopes = ownEnvelopes(facts);
  return envelopes && { form: 1, consentRecord: toConsentRecord(envelopes, facts), envelopes };
}

/**
 * The envelopes of the decision in force and of those before it, and those about other things than consent. Where no log
 * has kept the last one it is made again from the record, without what the record does not hold: the text.
 */
function ownEnvelopes({ state, history }: ReceiptFacts): Envelope[] | undefined {
  const { decision } = state;
  if (!decision) {
    return undefined;
  }
  const own = history.filter(({ kind, record }) => kind !== 'consent' || record === decision.id);
  if (own.some(({ kind, seq }) => kind === 'consent' && seq === decision.seq)) {
    return own;
  }
  const { id, seq, source, gpc, lang } = decision;
  const answers = Object.entries({ ...state.categories, ...state.services }).filter(([, { why }]) => why === 'choice');
  const again: Envelope = {
    form: 1,
    id,
    kind: 'consent',
    time: toSeconds(decision.time * 1000),
    shown: { version: '', hash: '', lang },
    choices: Object.fromEntries(answers.map(([name, { allowed }]) => [name, allowed])),
    source,
    gpc,
    region: '',
    library: '',
    record: id,
    seq,
  };
  return [...own, again];
}
