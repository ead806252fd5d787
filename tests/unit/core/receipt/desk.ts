/** What a shop writes down of decisions, and what is made of it. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type SchemaObject } from 'ajv';
import { decidedIn, type Draft } from '../../../../src/core/receipt/draft.js';
import type { Envelope } from '../../../../src/core/receipt/envelope.js';
import { seal } from '../../../../src/core/receipt/seal.js';
import type { Change } from '../../../../src/core/state.js';
import { ID, NOW, openShop, type Shop, type ShopOptions } from '../shop.js';

/** The text of a banner, with the white space of one browser. */
export const TEXT = 'Your say\n\nWe would like to count visits.\n\tAccept all   Reject all';

/** A shop that writes down what is decided in it. */
export interface Desk {
  readonly shop: Shop;
  /** What was written down of each change; nothing where the shopper did not decide. */
  drafts(): (Draft | undefined)[];
  /** The envelopes of all decisions. */
  envelopes(): Envelope[];
}

/** 32 hexadecimal digits that end with a number. */
export const idOf = (number: number): string => number.toString(16).padStart(32, '0');

/** Writes down a change as the page does. */
export function draftOf(change: Change, part: Partial<Draft> = {}): Draft | undefined {
  const decided = decidedIn(change);
  const { gpc, decision } = change.state;
  return decided && { id: idOf(1), at: NOW + 999, gpc, region: 'DE', decision, ...decided, shown: TEXT, ...part };
}

export function openDesk(options?: ShopOptions): Desk {
  const shop = openShop(options);
  const drafts = (): (Draft | undefined)[] =>
    // Through JSON, as on the shelf.
    shop.heard.map((change, index) => {
      const draft = draftOf(change, { id: idOf(index + 1) });
      return draft && (JSON.parse(JSON.stringify(draft)) as Draft);
    });
  const envelopes = (): Envelope[] =>
    drafts().flatMap((draft) => {
      const envelope = draft && seal(draft);
      assert.equal(!envelope, !draft);
      return envelope ?? [];
    });
  return { shop, drafts, envelopes };
}

/** An envelope of a yes to analytics, made a minute ago. */
export function envelopeOf(part: Partial<Envelope> = {}): Envelope {
  return {
    form: 1,
    id: idOf(1),
    kind: 'consent',
    time: '2026-01-15T11:59:00Z',
    shown: { version: '', hash: '', lang: 'en' },
    choices: { analytics: true },
    source: 'button',
    gpc: false,
    region: '',
    library: '0.1.0',
    record: ID,
    seq: 1,
    ...part,
  };
}

/** What the published schema says against a value; `part` is one of its definitions, or nothing for a receipt. */
export async function createValidator(): Promise<(value: unknown, part?: string) => unknown> {
  const { createReceiptSchema } = (await import(pathToFileURL(resolve('scripts/schema.mjs')).href)) as {
    createReceiptSchema: () => SchemaObject;
  };
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addSchema(createReceiptSchema(), 'receipt');
  return (value, part) => {
    const validate = ajv.getSchema(part ? `receipt#/definitions/${part}` : 'receipt');
    assert.ok(validate);
    return validate(value) ? [] : validate.errors;
  };
}
