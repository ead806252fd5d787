/** What the preferences show of the shopper's own record. */
export { describeReceipt } from '../page/records/receipt.js';
