/** Where records of choices are sent. Without it they stay with the shopper. */
export interface LogConfig {
  /** An address that takes them by POST, on this site or with `https:`. What it is sent is in docs/records.md. */
  endpoint?: string;
}
