/** Fills the places marked `{word}` in a text. A shop's text may be anything at all; a number is written out. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return `${text}`.replace(/{(\w+)}/g, (place, word: string) => `${values[word] ?? place}`);
}

/** Writes a number of days in a language. */
export function days(count: number, lang: string): string {
  return new Intl.NumberFormat(lang, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(count);
}
