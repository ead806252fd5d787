import type { Settings } from '../config/settings.js';
import { encode } from './encode.js';
import type { printOf } from './print.js';
import type { ConsentRecord, Entry } from './record.js';

/** Takes the print of a meaning. An argument, as the reading half of the store has it already. */
type PrintOf = typeof printOf;

/** Answers by id, as a record holds them. */
export type Answers = Map<string, Entry>;

/** The longest record that is kept, in characters: a cookie of 4 096 bytes with room for its name and attributes. */
export const MAX_LENGTH = 3800;

/**
 * Answers what a choice names and keeps the rest. A service that is answered like its category follows it again.
 *
 * @returns the names that nothing could be done with: not declared, necessary, or not a yes or a no.
 */
export function answer(
  { categories, services }: Settings,
  answers: Answers,
  choice: Readonly<Record<string, unknown>>,
  printOf: PrintOf,
): string[] {
  const ignored = new Set(Object.keys(choice));
  const optional = categories.filter(({ basis }) => basis !== 'necessary');
  const named = (id: string): boolean | undefined => {
    const granted = ignored.has(id) ? choice[id] : undefined;
    return typeof granted === 'boolean' && ignored.delete(id) ? granted : undefined;
  };
  for (const { id, basis } of optional) {
    const granted = named(id);
    if (granted !== undefined) {
      answers.set(id, { granted, print: printOf(basis, services, id) });
    }
  }
  for (const service of services) {
    const { id, category } = service;
    const basis = optional.find((one) => one.id === category)?.basis;
    const granted = basis && named(id);
    if (granted !== undefined && granted === answers.get(category)?.granted) {
      answers.delete(id);
    } else if (basis && granted !== undefined) {
      answers.set(id, { granted, print: printOf(basis, [service], category) });
    }
  }
  return [...ignored];
}

/** The choice that answers every question alike. */
export function everything({ categories }: Settings, granted: boolean): Record<string, boolean> {
  return Object.fromEntries(categories.filter(({ basis }) => basis !== 'necessary').map(({ id }) => [id, granted]));
}

/**
 * Makes a record short enough to be kept: services lose their own answers, and a category of which any service was
 * refused is refused as a whole. More private than to drop the refusals alone.
 */
export function fit({ categories, services }: Settings, record: ConsentRecord): ConsentRecord {
  const { answers } = record;
  if (encode(record).length <= MAX_LENGTH) {
    return record;
  }
  const short: Answers = new Map();
  for (const { id } of categories) {
    const entry = answers.get(id);
    if (entry) {
      const refused = services.some((service) => service.category === id && answers.get(service.id)?.granted === false);
      short.set(id, { ...entry, granted: entry.granted && !refused });
    }
  }
  return { ...record, answers: short };
}
