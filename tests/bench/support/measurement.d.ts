import type { Lab } from './lab.mjs';
import type { Table } from './report.mjs';

/** One table. */
export interface Measurement {
  readonly title: string;
  readonly measure: (lab: Lab) => Promise<Table>;
}
