/** What an expression comes to. Only `met` releases; `unknown` is a mistake of the page's author. */
export type Verdict = 'met' | 'unmet' | 'unknown';

/**
 * Reads the grammar of `data-fairsay` and `allows()`: ids separated by spaces, all of which must hold; `!x` holds while
 * `x` is not allowed.
 *
 * @param allowed - Whether an id is allowed, or `undefined` where nothing of that name is declared.
 */
export function evaluate(expression: string, allowed: (id: string) => boolean | undefined): Verdict {
  const terms = (expression.match(/\S+/g) ?? ['']).map((term) => {
    const not = term.startsWith('!');
    const answer = allowed(not ? term.slice(1) : term);
    return answer === undefined ? answer : answer !== not;
  });
  // More private: nothing at all, and what is not declared, holds, and so does its negation.
  return terms.includes(undefined) ? 'unknown' : terms.includes(false) ? 'unmet' : 'met';
}
