import type { Settings } from '../config/settings.js';
import type { Basis } from '../config/types.js';
import type { printOf } from './print.js';
import type { ConsentRecord, Entry } from './record.js';

/** Takes the print of a meaning. An argument, as the reading half of the store has it already. */
type PrintOf = typeof printOf;

/** Answers by id, as a record holds them. */
export type Answers = Map<string, Entry>;

/** The longest record that is kept, in characters: a cookie of 4 096 bytes with room for its name and attributes. */
export const MAX_LENGTH = 3800;

/** What a shopper can answer: an optional category, or a service in one. */
interface Question {
  readonly id: string;
  /** For a category its own id. */
  readonly category: string;
  readonly basis: Basis;
  readonly print: string;
}

/** Every question of a shop, categories first. */
function questionsOf({ categories, services }: Settings, printOf: PrintOf): Question[] {
  const optional = categories.filter(({ basis }) => basis !== 'necessary');
  const own = services.flatMap((service) => {
    const { id, category } = service;
    const basis = optional.find((one) => one.id === category)?.basis;
    return basis ? [{ id, category, basis, print: printOf(basis, [service], category) }] : [];
  });
  return [
    ...optional.map(({ id, basis }) => ({ id, category: id, basis, print: printOf(basis, services, id) })),
    ...own,
  ];
}

/**
 * Takes over the answers of the record before, for a choice that names only some ids.
 *
 * @param gpc - Whether Global Privacy Control is on now.
 */
export function keepAnswers(settings: Settings, record: ConsentRecord, gpc: boolean, printOf: PrintOf): Answers {
  const questions = gpc && !record.gpc ? questionsOf(settings, printOf) : undefined;
  const stands = (id: string, print: string): boolean =>
    !questions || questions.some((one) => one.id === id && one.print === print && one.basis !== 'opt-out');
  // More private: in a record made under the signal, a yes to a sale from before it would count as one against it.
  return new Map([...record.answers].filter(([id, { granted, print }]) => !granted || stands(id, print)));
}

/**
 * Answers what a choice names and keeps the rest. A service that is answered like its category follows it again, unless
 * the category was answered when it meant something else.
 *
 * @returns the names that nothing could be done with: not declared, necessary, or not a yes or a no.
 */
export function answer(
  settings: Settings,
  answers: Answers,
  choice: Readonly<Record<string, unknown>> | undefined,
  printOf: PrintOf,
): string[] {
  const given = new Map(Object.entries(choice ?? {}));
  const questions = questionsOf(settings, printOf);
  for (const { id, category, print } of questions) {
    const granted = given.get(id);
    if (typeof granted === 'boolean') {
      const followed = answers.get(category);
      const current = questions.some((one) => one.id === category && one.print === followed?.print);
      given.delete(id);
      if (id !== category && current && followed?.granted === granted) {
        answers.delete(id);
      } else {
        answers.set(id, { granted, print });
      }
    }
  }
  return [...given.keys()];
}

/** The choice that answers every question alike. */
export function everything({ categories }: Settings, granted: boolean): Record<string, boolean> {
  return Object.fromEntries(categories.filter(({ basis }) => basis !== 'necessary').map(({ id }) => [id, granted]));
}

/**
 * Makes a record short enough to be kept: services lose their own answers, and a category of which any service was
 * refused is refused as a whole. More private than to drop the refusals alone.
 */
export function fit(settings: Settings, record: ConsentRecord, printOf: PrintOf): ConsentRecord {
  const { answers } = record;
  if (encode(record).length <= MAX_LENGTH) {
    return record;
  }
  const short: Answers = new Map();
  const questions = questionsOf(settings, printOf);
  for (const { id, print } of questions.filter((one) => one.id === one.category)) {
    const refused = questions.some((one) => one.category === id && answers.get(one.id)?.granted === false);
    const entry = answers.get(id);
    if (refused) {
      short.set(id, { granted: false, print });
    } else if (entry) {
      short.set(id, entry);
    }
  }
  return { ...record, answers: short };
}

/** Writes a record in its stored form: `1.seq.time.id.source.lang`, then `.name:g|d:print` for each answer. */
export function encode({ seq, time, id, source, gpc, lang, answers }: ConsentRecord): string {
  return [
    `1.${seq}.${time.toString(36)}.${id}.${source}${gpc ? '-gpc' : ''}.${lang}`,
    ...[...answers].map(([name, { granted, print }]) => `${name}:${granted ? 'g' : 'd'}:${print}`),
  ].join('.');
}
