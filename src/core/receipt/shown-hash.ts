/** The first 64 primes, whose roots give the numbers of SHA-256 by the first 32 bits behind the point (FIPS 180-4, 4.2.2). */
const PRIMES = Array.from({ length: 310 }, (_, index) => index + 2).filter((number, _, all) =>
  all.every((by) => by * by > number || number % by),
);
const fraction = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

/** Writes 32 bits as eight hexadecimal digits. */
export const hexOf = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/**
 * Works out SHA-256 of a text, in hexadecimal, at once: what browsers offer for it answers later, and not without https.
 * The text is taken as UTF-8, with U+FFFD for half a character.
 */
export function shownHash(text: string): string {
  const bytes = encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).match(/%..|./g) ?? [];
  // A bit of one, zeros, and the length in bits fill the last block (section 5.1.1).
  const words = new Array<number>(((bytes.length + 72) >> 6) << 4).fill(0);
  const put = (byte: number, index: number): void => {
    words[index >> 2] = (words[index >> 2] as number) | (byte << (24 - (index % 4) * 8));
  };
  bytes.forEach((byte, index) => {
    put(byte[1] ? parseInt(byte.slice(1), 16) : byte.charCodeAt(0), index);
  });
  put(0x80, bytes.length);
  words.splice(-2, 2, bytes.length >>> 29, bytes.length << 3);
  let state: readonly number[] = START;
  for (let block = 0; block < words.length; block += 16) {
    state = mix(state, words.slice(block, block + 16));
  }
  return state.map(hexOf).join('');
}

/** Turns a word to the right by each of these numbers of bits, and adds the three without carrying. */
const turned = (word: number, ...by: readonly number[]): number =>
  by.reduce((sum, bits) => sum ^ (word >>> bits) ^ (word << (32 - bits)), 0);

/** Works a block of 16 words into the state (section 6.2.2). */
function mix(before: readonly number[], words: number[]): number[] {
  let [a, b, c, d, e, f, g, h] = before as [number, number, number, number, number, number, number, number];
  ROUNDS.forEach((round, index) => {
    const [word, early, next, late] = [0, 1, 9, 14].map((ahead) => words[index + ahead] as number) as [
      number,
      number,
      number,
      number,
    ];
    const first = h + turned(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + round + word;
    const second = turned(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
    const spread = (turned(early, 7, 18) ^ (early >>> 3)) + (turned(late, 17, 19) ^ (late >>> 10));
    words.push((word + next + spread) | 0);
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  });
  return [a, b, c, d, e, f, g, h].map((word, index) => ((before[index] as number) + word) | 0);
}
