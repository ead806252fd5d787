const MAX_LENGTH = 40;
const MAX_WORDS = 200;

/** Finds the word that was probably meant: the nearest one, if a third of it or less would have to change. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > MAX_LENGTH) {
    return undefined;
  }
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of words.slice(0, MAX_WORDS)) {
    const changes = candidate.length > MAX_LENGTH ? least : distance(word.toLowerCase(), candidate.toLowerCase());
    if (changes < least) {
      best = candidate;
      least = changes;
    }
  }
  return best;
}

/** Says what was probably meant, or else what there is. */
export function suggest(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  if (meant !== undefined) {
    return `did you mean "${meant}"?`;
  }
  return words.length ? `use one of ${words.slice(0, 20).join(', ')}` : 'leave it out';
}

/** The letters to insert, delete or replace, after Levenshtein. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
