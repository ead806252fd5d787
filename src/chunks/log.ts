/** What brings records to the log of a shop, where it has one. */
export { readOwn, send } from '../page/records/send.js';
