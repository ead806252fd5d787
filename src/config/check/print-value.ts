const MAX_TEXT = 60;
const MAX_KEYS = 3;

/** Prints any value on one short line. Never throws, and reads no property of an object but its keys. */
export function printValue(value: unknown): string {
  try {
    return print(value);
  } catch {
    return 'cannot be read';
  }
}

/** Makes a text safe for one line of a console: no line ends, nothing invisible, and not long. */
export function shorten(text: string): string {
  const short = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return short.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escapeCharacter);
}

function print(value: unknown): string {
  if (value === undefined) {
    return '';
  }
  if (typeof value === 'string') {
    return `"${shorten(value)}"`;
  }
  if (typeof value === 'object') {
    return printObject(value);
  }
  return typeof value === 'function' ? 'a function' : printPlain(value as number | boolean | bigint | symbol);
}

function printPlain(value: number | boolean | bigint | symbol): string {
  return shorten(String(value)) + (typeof value === 'bigint' ? 'n' : '');
}

function printObject(value: object | null): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return `[${String(value.length)} items]`;
  }
  const keys = Object.keys(value);
  const names = keys.slice(0, MAX_KEYS).map(shorten);
  return `{${[...names, ...(keys.length > MAX_KEYS ? ['…'] : [])].join(', ')}}`;
}

function escapeCharacter(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
}
