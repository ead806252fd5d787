import type { Settings } from '../config/settings.js';
import { printOf } from './print.js';
import { encode, MAX_LENGTH, type ConsentRecord, type Entry } from './record.js';
import { servicesOf } from './snapshot.js';

/** Answers every category that can be answered, and none of its services by itself. */
export function answerAll(settings: Settings, granted: boolean): Map<string, Entry> {
  const answers = new Map<string, Entry>();
  for (const { id, basis } of settings.categories) {
    if (basis !== 'necessary') {
      answers.set(id, { granted, print: printOf(basis, servicesOf(settings, id)) });
    }
  }
  return answers;
}

/**
 * Answers what a choice names and keeps the rest. A service that is answered like its category follows it again.
 *
 * @returns the answers, and the names that nothing could be done with: not declared, necessary, or not a yes or a no.
 */
export function answerSome(
  settings: Settings,
  before: ReadonlyMap<string, Entry>,
  choice: Readonly<Record<string, unknown>>,
): { answers: Map<string, Entry>; ignored: string[] } {
  const answers = new Map(before);
  const ignored = new Set(Object.keys(choice));
  const named = (id: string): boolean | undefined => {
    const answer = ignored.has(id) ? choice[id] : undefined;
    return typeof answer === 'boolean' && ignored.delete(id) ? answer : undefined;
  };
  for (const { id, basis } of settings.categories) {
    const granted = basis === 'necessary' ? undefined : named(id);
    if (granted !== undefined) {
      answers.set(id, { granted, print: printOf(basis, servicesOf(settings, id)) });
    }
  }
  for (const service of settings.services) {
    const basis = settings.categories.find(({ id }) => id === service.category)?.basis ?? 'necessary';
    const granted = basis === 'necessary' ? undefined : named(service.id);
    if (granted !== undefined && granted === answers.get(service.category)?.granted) {
      answers.delete(service.id);
    } else if (granted !== undefined) {
      answers.set(service.id, { granted, print: printOf(basis, [service]) });
    }
  }
  return { answers, ignored: [...ignored] };
}

/**
 * Makes a record short enough to be kept: services lose their own answers, and a category of which any service was
 * refused is refused as a whole. More private than to drop the refusals alone.
 */
export function fit(settings: Settings, record: ConsentRecord): ConsentRecord {
  if (encode(record).length <= MAX_LENGTH) {
    return record;
  }
  const answers = new Map<string, Entry>();
  for (const { id } of settings.categories) {
    const entry = record.answers.get(id);
    if (entry) {
      const refused = servicesOf(settings, id).some((service) => record.answers.get(service.id)?.granted === false);
      answers.set(id, { ...entry, granted: entry.granted && !refused });
    }
  }
  return { ...record, answers };
}
