import { object, text } from '../readers.js';
import { endpoint } from '../rules/addresses.js';

/** Reads where records of choices are sent. */
export const log = object({ endpoint: text(endpoint) });
