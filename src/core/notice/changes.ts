import type { VersionConfig } from '../../config/notice.js';
import type { Block, Fact, NoticeFacts } from './facts.js';

/** Writes a day in a language. What is no day is written as it stands. */
function writeDay({ lang }: NoticeFacts, day: string): string {
  const time = new Date(`${day}T00:00Z`);
  return isNaN(+time) ? day : new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

/** The versions that came into force after a day, by today; the newest first. One of that very day was there to be read. */
export const versionsSince = ({ settings, today }: NoticeFacts, day: string): readonly VersionConfig[] =>
  settings.notice.versions?.filter(({ date }) => date > day && date <= today) ?? [];

/** Says which version a version is, and from when it holds. */
export function nameVersion(facts: NoticeFacts, { id, date }: VersionConfig): string {
  const { words, fill, today } = facts;
  return fill(date > today ? words.versionFrom : words.versionSince, { version: id, date: writeDay(facts, date) });
}

/** Says what is different in versions, in words: what happened, where, and what holds now. */
export function tellChanges(
  { words, tell }: NoticeFacts,
  versions: readonly VersionConfig[],
  titleOf: (section: string) => string,
): Block {
  const changes = versions.flatMap((version) => version.changes ?? []);
  return { facts: changes.map(({ kind, section, text }): Fact => [`${words[kind]}: ${titleOf(section)}`, tell(text)]) };
}

/** The notes before the first layer. What has changed since the shopper's choice is told calmly, and asks nothing. */
export function notesOf(facts: NoticeFacts, titleOf: (section: string) => string): readonly Block[] {
  const { settings, words, fill, state } = facts;
  const { reviewed } = settings.notice;
  const [version] = versionsSince(facts, '');
  const chosen = state?.decision && new Date(state.decision.time * 1000).toISOString().slice(0, 10);
  const since = chosen ? versionsSince(facts, chosen) : [];
  const dated = (text: string, day = ''): string => fill(text, { date: writeDay(facts, day) });
  const texts = [
    version && nameVersion(facts, version),
    reviewed && dated(words.reviewedOn, reviewed),
    state?.gpc && words.gpcHonoured,
    since[0] && dated(words.changedSince, chosen),
  ].filter((text) => !!text);
  return [
    ...texts.map((text) => ({ text: text as string })),
    ...(since[0] ? [tellChanges(facts, since, titleOf)] : []),
  ];
}
