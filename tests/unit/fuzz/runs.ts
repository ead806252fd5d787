/** How what takes any input at all is tried: often, with a seed that is printed, so that every try can be made again. */
import { test } from 'node:test';
import fc from 'fast-check';

/** How often each subject is tried. */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? 10_000);

/** The same seed gives the same tries. */
export const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_007);

/** Defines a test that tries a subject with inputs of one form. */
export function fuzz<T>(name: string, inputs: fc.Arbitrary<T>, check: (input: T) => void): void {
  test(`${name}, ${RUNS} times`, () => {
    console.log(`FUZZ_RUNS=${RUNS} FUZZ_SEED=${SEED} ${name}`);
    fc.assert(fc.property(inputs, check), { numRuns: RUNS, seed: SEED });
  });
}
