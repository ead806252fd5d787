/** The forms of what the host takes, as JSON Schema. `fix` is what whoever sent something else is told. */

/** A short text without control characters, or the halves of characters that no database stores. @param {number} length */
const text = (length) => ({
  type: 'string',
  maxLength: length,
  pattern: '^[^\\p{Cc}\\p{Cs}]*$',
  fix: `Give a text of at most ${length} characters, without control characters.`,
});

const TIME = /^(?:19|20|21)\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.000)?Z$/;

/** What the word `format` can ask for. A date that does not exist, such as 30 February, is none. */
export const FORMATS = {
  'utc-second': (/** @type {string} */ value) => TIME.test(value) && isDate(value.slice(0, 10)),
  day: (/** @type {string} */ value) => isDate(value),
};

/** @param {string} value Whether it is a day of the calendar, as `YYYY-MM-DD`. */
function isDate(value) {
  const time = /^(?:19|20|21)\d\d-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const VALUES = {
  type: 'object',
  maxProperties: 500,
  propertyNames: { ...text(128), minLength: 1 },
  additionalProperties: {
    anyOf: [{ type: 'boolean' }, { type: 'number' }, { type: 'null' }, text(256)],
    fix: 'Give a boolean, a number, null or a short text.',
  },
  fix: 'Give at most 500 choices, each by an id of 1 to 128 characters.',
};

/**
 * One record of one choice. Keys that are not here are refused, so that no page can put a name or an address into one by
 * accident.
 */
export const ENVELOPE = {
  type: 'object',
  additionalProperties: false,
  required: ['form', 'id', 'kind', 'time', 'shown', 'choices', 'source', 'gpc', 'region', 'library'],
  properties: {
    form: { const: 1, fix: 'This server knows form 1.' },
    id: {
      type: 'string',
      pattern: '^[\\da-f]{32}$',
      fix: 'Give 128 random bits in small hexadecimal, new for each record and the same for each try.',
    },
    kind: { enum: ['consent', 'age', 'newsletter'], fix: 'Give consent, age or newsletter.' },
    time: { type: 'string', format: 'utc-second', fix: 'Give a time in UTC to the second, as 2026-11-24T09:30:00Z.' },
    shown: {
      type: 'object',
      additionalProperties: false,
      required: ['version', 'hash', 'lang'],
      properties: {
        version: text(128),
        hash: { type: 'string', pattern: '^(?:[\\da-f]{64})?$', fix: 'Give SHA-256 in small hexadecimal, or nothing.' },
        lang: { type: 'string', pattern: '^[A-Za-z\\d-]{0,35}$', fix: 'Give a language tag, as en-GB.' },
      },
    },
    choices: VALUES,
    previous: VALUES,
    source: {
      enum: ['button', 'script', 'api', 'embed', 'signal', 'sync', 'one-click'],
      fix: 'Give how the choice was made: button, script, api, embed, signal, sync or one-click.',
    },
    gpc: { type: 'boolean', fix: 'Give true or false.' },
    region: text(16),
    age: text(32),
    library: text(32),
    record: {
      type: 'string',
      pattern: '^[\\da-f]{32}$',
      fix: 'Give the id of the record that it belongs to, or nothing.',
    },
    seq: { type: 'integer', minimum: 1, fix: 'Give its place in that record, from 1, or nothing.' },
  },
};

/** The body of `POST /choices`. */
export const CHOICES = {
  type: 'object',
  additionalProperties: false,
  required: ['records'],
  properties: {
    records: { type: 'array', minItems: 1, maxItems: 100, items: ENVELOPE, fix: 'Give 1 to 100 records.' },
  },
};

const SWITCHES = {
  type: 'object',
  maxProperties: 100,
  additionalProperties: { type: 'boolean', fix: 'Give true or false.' },
};

/** The body of `PATCH /newsletter`. Which ids there are is the shop's, and checked in `newsletter/patch.mjs`. */
export const CHANGE = {
  type: 'object',
  additionalProperties: false,
  required: ['patch', 'record'],
  properties: {
    patch: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        topics: SWITCHES,
        frequency: text(64),
        channels: SWITCHES,
        pausedUntil: {
          anyOf: [{ type: 'null' }, { type: 'string', format: 'day' }],
          fix: 'Give a day as 2026-11-24, or null.',
        },
        status: { enum: ['subscribed', 'unsubscribed'], fix: 'Give subscribed or unsubscribed.' },
        resend: { const: true, fix: 'Give true, or leave it out.' },
      },
      fix: 'Give what is to change, and nothing else.',
    },
    record: {
      ...ENVELOPE,
      properties: { ...ENVELOPE.properties, kind: { const: 'newsletter', fix: 'Give newsletter.' } },
    },
  },
};

/** The body of `POST /newsletter/subscribe`. */
export const SIGN_UP = {
  type: 'object',
  additionalProperties: false,
  required: ['email'],
  properties: {
    email: { type: 'string', maxLength: 320, fix: 'Give an e-mail address.' },
    topics: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: { type: 'string', maxLength: 64 },
      fix: 'Give a list of topic ids.',
    },
  },
};
