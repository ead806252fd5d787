/** What a receipt is about. */
export type ReceiptKind = 'consent' | 'age' | 'newsletter';

/** How a choice was made. */
export type ReceiptSource = 'button' | 'script' | 'api' | 'embed' | 'signal' | 'sync' | 'one-click';

/** What a choice can be about something: yes or no, a word, a number, or nothing. */
export type ReceiptValue = boolean | string | number | null;

/**
 * The envelope that every choice is recorded in, whatever it was about (GDPR Art. 7(1)): who can prove it needs no more,
 * and nobody needs an IP address, a browser's name, a birth date or an e-mail address for it. It is appended, never changed.
 */
export interface Envelope {
  /** The number of this form. */
  readonly form: 1;
  /**
   * 128 random bits in hexadecimal: the same record sent twice is one record.
   *
   * @pattern ^[0-9a-f]{32}$
   */
  readonly id: string;
  readonly kind: ReceiptKind;
  /**
   * When, in ISO 8601, in UTC, to the second.
   *
   * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$
   */
  readonly time: string;
  /** What was on screen. */
  readonly shown: {
    /** The version of the notice or of the configuration that was shown; empty where the shop numbers none. */
    readonly version: string;
    /**
     * SHA-256 of the text that was shown, in hexadecimal; empty where nothing was on screen, as for the page API. What is
     * hashed of a text is in docs/records.md.
     *
     * @pattern ^([0-9a-f]{64})?$
     */
    readonly hash: string;
    /** Its language, as a BCP 47 tag. */
    readonly lang: string;
  };
  /**
   * What holds by choice from then on, by id: yes or no, and `null` where an answer was dropped. What differs from
   * `previous` is what was chosen now.
   */
  readonly choices: Readonly<Record<string, ReceiptValue>>;
  /** What held before, for the same ids. Absent for a first choice. */
  readonly previous?: Readonly<Record<string, ReceiptValue>>;
  readonly source: ReceiptSource;
  /** Whether Global Privacy Control was on. */
  readonly gpc: boolean;
  /** The region whose rules held, as ISO 3166; empty where it was not known. */
  readonly region: string;
  /** How the age question stood; absent where none was asked. */
  readonly age?: string;
  /** The version of Fairsay. */
  readonly library: string;
  /**
   * The shopper's own record that it belongs to: 128 random bits in hexadecimal, the same in the cookie. It names no
   * person, and is drawn anew when a record is deleted. Absent where there is none.
   *
   * @pattern ^[0-9a-f]{32}$
   */
  readonly record?: string;
  /**
   * Its place in that record, from 1: the order of choices, whenever each of them arrives.
   *
   * @asType integer
   * @minimum 1
   */
  readonly seq?: number;
}
