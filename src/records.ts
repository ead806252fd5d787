/** What a shop does with records of choices, in Node too: read them, play them again, and map them to a standard. */
export type * from './core/receipt/envelope.js';
export type { LogBody, Receipt, ReceiptFacts } from './core/receipt/receipt.js';
export type * from './core/receipt/standard-record.js';
export { readEnvelope } from './core/receipt/read-envelope.js';
export { replay } from './core/receipt/replay.js';
export { hashOf } from './core/receipt/seal.js';
export { toConsentRecord } from './core/receipt/standard-record.js';
