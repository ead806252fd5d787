/** SHA-256 (FIPS 180-4). Here because `crypto.subtle` answers later, and is missing on pages without https. */

const WORD = 2 ** 32;

/** The first 32 bits behind the point: of roots of the first primes, the standard takes its constants. */
const behindPoint = (root: number): number => ((root % 1) * WORD) | 0;

const primes: number[] = [];
for (let number = 2; primes.length < 64; number += 1) {
  if (primes.every((prime) => number % prime)) {
    primes.push(number);
  }
}
const ROUNDS = primes.map((prime) => behindPoint(Math.cbrt(prime)));
const START = primes.slice(0, 8).map((prime) => behindPoint(Math.sqrt(prime))) as State;

type State = [number, number, number, number, number, number, number, number];

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Takes the SHA-256 of a text in UTF-8, as 64 hexadecimal digits. Half a surrogate pair counts as U+FFFD. */
export function shownHash(text: string): string {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  const bytes = [...escaped.matchAll(/%(..)|./g)].map(([unit, hex]) => (hex ? parseInt(hex, 16) : unit.charCodeAt(0)));
  const blocks = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
  [...bytes, 0x80].forEach((byte, index) => {
    blocks.setUint8(index, byte);
  });
  blocks.setUint32(blocks.byteLength - 8, bytes.length / (WORD / 8));
  blocks.setUint32(blocks.byteLength - 4, bytes.length << 3);
  let state = START;
  for (let start = 0; start < blocks.byteLength; start += 64) {
    state = compress(state, blocks, start);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** One block of 64 bytes. */
function compress(state: State, blocks: DataView, start: number): State {
  const words: number[] = [];
  let [a, b, c, d, e, f, g, h] = state;
  ROUNDS.forEach((constant, round) => {
    const [back15 = 0, back2 = 0] = [words[round - 15], words[round - 2]];
    const grown =
      (turn(back15, 7) ^ turn(back15, 18) ^ (back15 >>> 3)) + (turn(back2, 17) ^ turn(back2, 19) ^ (back2 >>> 10));
    const word =
      round < 16
        ? blocks.getInt32(start + round * 4)
        : ((words[round - 16] as number) + (words[round - 7] as number) + grown) | 0;
    words.push(word);
    const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constant + word;
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  });
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + (state[index] as number)) | 0) as State;
}
