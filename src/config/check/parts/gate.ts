import { flag, object } from '../readers.js';

/** Reads `gate`: what is held by host. */
export const gate = object({ hosts: flag, reportOnly: flag, strict: flag });
