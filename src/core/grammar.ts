/** 1 to 64 letters, digits, `-` or `_`, a letter or digit first: what a category or service may be called. */
export const ID = /^[a-z\d][\w-]{0,63}$/i;

/** What an expression comes to. Only `met` releases; the last three are mistakes of the page's author. */
export type Verdict = 'met' | 'unmet' | 'empty' | 'syntax' | 'unknown';

/**
 * Reads the grammar of `data-fairsay` and `allows()`: ids separated by spaces, all of which must hold; `!x` holds while
 * `x` is not allowed.
 *
 * @param allowed - Whether an id is allowed, or `undefined` where nothing of that name is declared.
 */
export function evaluate(expression: string, allowed: (id: string) => boolean | undefined): Verdict {
  const terms = expression.split(/\s+/).filter(Boolean);
  let verdict: Verdict = terms.length ? 'met' : 'empty';
  for (const term of terms) {
    const not = term.startsWith('!');
    const id = not ? term.slice(1) : term;
    if (!ID.test(id)) {
      return 'syntax';
    }
    const answer = allowed(id);
    // More private: an unknown name holds, and so does its negation.
    if (answer === undefined) {
      verdict = 'unknown';
    } else if (answer === not && verdict === 'met') {
      verdict = 'unmet';
    }
  }
  return verdict;
}
