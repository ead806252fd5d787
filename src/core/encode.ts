import type { ConsentRecord } from './record.js';

/** Writes a record in its stored form: `1.seq.time.id.source.lang`, then `.name:g|d:print` for each answer. */
export function encode({ seq, time, id, source, gpc, lang, answers }: ConsentRecord): string {
  return [
    `1.${seq}.${time.toString(36)}.${id}.${source}${gpc ? '-gpc' : ''}.${lang}`,
    ...[...answers].map(([name, { granted, print }]) => `${name}:${granted ? 'g' : 'd'}:${print}`),
  ].join('.');
}
